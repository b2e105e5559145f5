"""Addresses of the people pages."""

from django.urls import path

from theke.people.views import kept

app_name = "people"
urlpatterns = [
    path("kept/", kept.resume, name="kept"),
]
