"""Addresses of the calendar."""

from django.urls import path, register_converter

from theke.calendar.spanning import LOOKS, DayConverter
from theke.calendar.views import beginnings, entries, feeds, pages, slots

register_converter(DayConverter, "day")

app_name = "calendar"
urlpatterns = [
    path("", pages.calendar, {"look": "week"}, name="week"),
    *(path(f"{look}/", pages.calendar, {"look": look}, name=look) for look in LOOKS if look != "week"),
    *(path(f"{look}/<day:day>/", pages.calendar, {"look": look}, name=look) for look in LOOKS),
    path("jump/", pages.jump, name="jump"),
    path("filters/", pages.filters, name="filters"),
    path("write/", beginnings.write_for, name="write_for"),
    path("free/", beginnings.free, name="next_free"),
    path("posts/<uuid:uuid>/", entries.entry, name="entry"),
    path("posts/<uuid:uuid>/move/", entries.move, name="move"),
    path("posts/<uuid:uuid>/removal/", entries.take_out, name="take_out"),
    path("posts/<uuid:uuid>/return/", entries.put_back, name="put_back"),
    path("posts/<uuid:uuid>/bin/", entries.throw_away, name="throw_away"),
    path("posts/<uuid:uuid>/back/", entries.fetch_back, name="fetch_back"),
    path("slots/", slots.slots, name="slots"),
    path("slots/new/", slots.new, name="new_slot"),
    path("slots/<int:pk>/", slots.slot, name="slot"),
    path("slots/<int:pk>/end/", slots.end, name="end_slot"),
    path("slots/<int:pk>/<day:day>/", slots.place, name="place"),
    path("feed/", feeds.feed_key, name="feed_key"),
    path("feed/off/", feeds.feed_off, name="feed_off"),
    path("feed/<str:token>.ics", feeds.feed, name="feed"),
]
