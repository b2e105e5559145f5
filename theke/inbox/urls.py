"""Addresses of the inbox."""

from django.urls import path

from theke.inbox.views import acts, answers, conversations

app_name = "inbox"

urlpatterns = [
    path("", conversations.conversation_list, name="list"),
    path("<uuid:uuid>/", conversations.conversation, name="conversation"),
    path("<uuid:uuid>/happening/", conversations.happening, name="happening"),
    path("<uuid:uuid>/answers/", answers.send_answer, name="answers"),
    path("<uuid:uuid>/answers/review/", answers.review, name="review"),
    path("<uuid:uuid>/answers/<int:pk>/undo/", answers.undo_answer, name="undo"),
    path("<uuid:uuid>/answers/<int:pk>/discard/", answers.discard_answer, name="discard"),
    path("<uuid:uuid>/notes/", acts.notes, name="notes"),
    path("<uuid:uuid>/owner/", acts.owner, name="owner"),
    path("<uuid:uuid>/closure/", acts.closure, name="closure"),
]
