"""Addresses of the search."""

from django.urls import path

from theke.search.views import find

app_name = "search"
urlpatterns = [path("", find, name="find")]
