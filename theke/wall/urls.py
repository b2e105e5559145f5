"""Addresses of the public pages."""

from django.urls import path

from theke.wall import views

app_name = "wall"
urlpatterns = [
    path("w/<slug:slug>/", views.library_page, name="library"),
    path("w/<slug:slug>/feed.atom", views.atom, name="atom"),
    path("w/<slug:slug>/feed.json", views.json_feed, name="json"),
    path("w/<slug:slug>/accessibility/", views.accessibility, name="accessibility"),
    path("w/<slug:slug>/branch/<slug:branch>/", views.branch_page, name="branch"),
    path("w/<slug:slug>/<uuid:uuid>/", views.post_page, name="post"),
]
