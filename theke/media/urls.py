"""Addresses of pictures."""

from django.urls import path, re_path

from theke.media import views

app_name = "media"
urlpatterns = [
    path("pictures/<int:pk>/<slug:spec>", views.picture, name="picture"),
    re_path(r"^m/(?P<sha256>[0-9a-f]{64})\.(?P<ending>jpg|png|webp|gif)$", views.public_picture, name="public"),
]
