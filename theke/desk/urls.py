"""Addresses of the desk."""

from django.urls import path

from theke.desk.views import departures, preferences

app_name = "desk"
urlpatterns = [
    path("colleagues/<int:pk>/departure/", departures.departure, name="departure"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
]
