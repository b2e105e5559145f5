"""Addresses of pictures."""

from django.urls import path, re_path

from theke.media.views import consents, giving, library

app_name = "media"
urlpatterns = [
    path("media/", library.library, name="library"),
    path("media/files/", library.files, name="files"),
    path("media/<int:pk>/consents/", consents.new_consent, name="new_consent"),
    path("media/scans/<int:pk>/", consents.scan, name="scan"),
    path("pictures/<int:pk>/<slug:spec>", giving.picture, name="picture"),
    re_path(r"^m/(?P<sha256>[0-9a-f]{64})\.(?P<ending>jpg|png|webp|gif)$", giving.public_picture, name="public"),
    re_path(r"^m/lent/(?P<sealed>[A-Za-z0-9:_-]{10,120})\.(?P<ending>jpg|png|webp|gif)$", giving.lent_picture, name="lent"),
]
