"""Addresses of the notices."""

from django.urls import path

from theke.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.notices, name="list"),
    path("notices/<int:pk>/", views.notice, name="notice"),
    path("notices/read/", views.read_all, name="read_all"),
]
