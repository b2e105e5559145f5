"""Addresses of the practice network: pages for colleagues, and the API for programs."""

from django.urls import path

from theke.practice import api, api_listening
from theke.practice.views import connections, difficulties, statuses

app_name = "practice"
urlpatterns = [
    path("", statuses.timeline, name="timeline"),
    path("accounts/<int:pk>/", statuses.account, name="account"),
    path("accounts/<int:pk>/letters/", statuses.letters, name="letters"),
    path("statuses/<int:pk>/", statuses.status, name="status"),
    path("statuses/<int:pk>/comments/", statuses.comments, name="comments"),
    path("statuses/<int:pk>/reactions/", statuses.reactions, name="reactions"),
    path("pictures/<uuid:uuid>/", statuses.picture, name="picture"),
    path("difficulties/", difficulties.difficulties, name="difficulties"),
    path("difficulties/presets/", difficulties.presets, name="presets"),
    path("connect/", connections.connect, name="connect"),
    path("api/account", api.account),
    path("api/media", api.media),
    path("api/statuses", api.statuses),
    path("api/statuses/<int:pk>", api.status),
    path("api/statuses/<int:pk>/edit", api.edit),
    path("api/statuses/<int:pk>/remove", api.remove),
    path("api/statuses/<int:pk>/moderate", api_listening.moderate),
    path("api/inbox", api_listening.inbox),
    path("api/counts", api_listening.counts),
    path("api/token", api.token),
]
