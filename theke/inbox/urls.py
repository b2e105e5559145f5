"""Addresses of the inbox."""

from django.urls import path

from theke.inbox.views import acts, answers, bulk, conversations, looking_first, moderations, saved_replies

app_name = "inbox"

urlpatterns = [
    path("", conversations.conversation_list, name="list"),
    path("several/", bulk.several, name="several"),
    path("replies/", saved_replies.replies, name="replies"),
    path("replies/new/", saved_replies.new_reply, name="new_reply"),
    path("replies/<int:pk>/", saved_replies.reply, name="reply"),
    path("replies/<int:pk>/removal/", saved_replies.remove_reply, name="remove_reply"),
    path("<uuid:uuid>/", conversations.conversation, name="conversation"),
    path("<uuid:uuid>/happening/", conversations.happening, name="happening"),
    path("<uuid:uuid>/answers/", answers.send_answer, name="answers"),
    path("<uuid:uuid>/answers/review/", answers.review, name="review"),
    path("answers/<uuid:uuid>/", looking_first.of_answer, name="of_answer"),
    path("<uuid:uuid>/answers/<int:pk>/decision/", looking_first.decide, name="decide"),
    path("<uuid:uuid>/answers/safe/", answers.safe_answer, name="safe_answer"),
    path("<uuid:uuid>/answers/<int:pk>/undo/", answers.undo_answer, name="undo"),
    path("<uuid:uuid>/answers/<int:pk>/discard/", answers.discard_answer, name="discard"),
    path("<uuid:uuid>/messages/<int:pk>/moderations/", moderations.moderations, name="moderations"),
    path("<uuid:uuid>/notes/", acts.notes, name="notes"),
    path("<uuid:uuid>/owner/", acts.owner, name="owner"),
    path("<uuid:uuid>/closure/", acts.closure, name="closure"),
    path("<uuid:uuid>/heat/", acts.heat, name="heat"),
    path("<uuid:uuid>/later/", acts.later, name="later"),
    path("<uuid:uuid>/replies/", saved_replies.offered_replies, name="offered_replies"),
    path("<uuid:uuid>/replies/<int:pk>/", saved_replies.filled_reply, name="filled_reply"),
]
