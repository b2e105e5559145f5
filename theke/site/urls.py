"""Root addresses: each package brings its own."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from theke.desk.views.components import components
from theke.desk.views.today import today

handler500 = "theke.desk.views.errors.server_error"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", today, name="today"),
    path("", include("theke.people.account_urls")),
    path("", include("theke.people.urls")),
    path("", include("theke.notices.urls")),
    path("", include("theke.desk.urls")),
    path("", include("theke.wall.urls")),
    path("", include("theke.media.urls")),
    path("", include("theke.publishing.urls")),
    path("practice/", include("theke.practice.urls")),
    path("channels/", include("theke.channels.urls")),
    path("", include("theke.guidelines.urls")),
    path("inbox/", include("theke.inbox.urls")),
    path("calendar/", include("theke.calendar.urls")),
    path("search/", include("theke.search.urls")),
    path("", include("theke.posts.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("ui/", components, name="components"))
