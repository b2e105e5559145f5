"""Addresses of the desk."""

from django.urls import path

from theke.desk.views import absences, departures, hub, introductions, look, preferences, records, set_up, sheets

app_name = "desk"
urlpatterns = [
    path("settings/", hub.settings, name="settings"),
    path("health/", hub.health, name="health"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
    path("keys/", preferences.keys, name="keys"),
    path("colleagues/<int:pk>/departure/", departures.departure, name="departure"),
    path("colleagues/<int:pk>/introduction/", introductions.introduction, name="introduction"),
    path("first-week/", introductions.week, name="own_first_week"),
    path("first-week/end/", introductions.ask_for_the_end, name="ask_for_the_end"),
    path("colleagues/<int:pk>/first-week/", introductions.week, name="first_week"),
    path("colleagues/<int:pk>/companion/", introductions.companion, name="companion"),
    path("training/", records.record, name="own_record"),
    path("colleagues/training/", records.records, name="records"),
    path("colleagues/training/table/", records.table, name="records_table"),
    path("colleagues/<int:pk>/training/", records.record, name="record"),
    path("colleagues/<int:pk>/training/removal/", records.remove_training, name="remove_training"),
    path("sheet/", sheets.sheet, name="sheet"),
    path("sheet/pdf/", sheets.pdf, name="sheet_pdf"),
    path("guideline/first/", introductions.read_guideline, name="read_guideline"),
    path("settings/look/", look.look, name="look"),
    path("settings/look/tones/", look.tones, name="tones"),
    path("absences/stand-in/", absences.stand_in, name="stand_in"),
    path("absences/<int:pk>/end/", absences.end, name="end_absence"),
    path("colleagues/<int:pk>/departed/", departures.departed, name="departed"),
    path("set-up/", set_up.code, name="set_up"),
    path("set-up/done/", set_up.done, name="set_up_done"),
    path("set-up/step/<slug:name>/", set_up.step, name="set_up_step"),
    path("set-up/<str:code>/", set_up.code, name="set_up"),
    path("robots.txt", hub.robots, name="robots"),
]
