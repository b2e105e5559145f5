"""Addresses of the people pages."""

from django.urls import path

from theke.people.views import absences, branches, bulk, closings, colleagues, invitations, kept, library, look, profile

app_name = "people"
urlpatterns = [
    path("kept/", kept.resume, name="kept"),
    path("welcome/", invitations.welcome, name="welcome"),
    path("invitation/<str:token>/", invitations.invitation, name="invitation"),
    path("profile/", profile.profile, name="profile"),
    path("profile/password/", profile.password, name="password"),
    path("colleagues/", colleagues.colleagues, name="colleagues"),
    path("colleagues/new/", colleagues.new, name="new_colleague"),
    path("colleagues/list/", bulk.bulk, name="bulk"),
    path("colleagues/list/invitations/", bulk.invite, name="bulk_invite"),
    path("colleagues/list/report/", bulk.report, name="bulk_report"),
    path("colleagues/<int:pk>/", colleagues.colleague, name="colleague"),
    path("colleagues/<int:pk>/invitations/", colleagues.invite, name="invite"),
    path("branches/", branches.branches, name="branches"),
    path("branches/new/", branches.new, name="new_branch"),
    path("branches/<int:pk>/", branches.branch, name="branch"),
    path("branches/<int:pk>/removal/", branches.remove, name="remove_branch"),
    path("closings/", closings.closings, name="closings"),
    path("closings/new/", closings.new, name="new_closing"),
    path("closings/holidays/", closings.holidays, name="closing_holidays"),
    path("closings/removal/", closings.remove, name="remove_closings"),
    path("library/", library.library, name="library"),
    path("library/accessibility/", look.statement, name="statement"),
    path("look/<slug:slug>.css", look.look, name="look"),
    path("history/", library.history, name="history"),
    path("absences/", absences.absences, name="absences"),
    path("absences/new/", absences.new, name="new_absence"),
    path("absences/<int:pk>/", absences.absence, name="absence"),
]
