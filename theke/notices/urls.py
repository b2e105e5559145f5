"""Addresses of the notices."""

from django.urls import path

from theke.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.notices, name="list"),
    path("notices/<int:pk>/", views.notice, name="notice"),
    path("notices/<int:pk>/read/", views.read, name="read"),
    path("notices/read/", views.read_all, name="read_all"),
    path("notices/unread/", views.unread, name="unread"),
]
