"""Addresses of the desk."""

from django.urls import path

from theke.desk.views import preferences

app_name = "desk"
urlpatterns = [
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
]
