"""Addresses of the composer."""

from django.urls import path

from theke.posts.views import bins, copies, drafts, library, offers, pens, pictures, remarks, starters, words

app_name = "posts"
urlpatterns = [
    path("write/", drafts.new, name="new"),
    path("write/bin/", bins.bin_list, name="bin"),
    path("write/words/", words.word_list, name="words"),
    path("write/words/<str:kind>/", words.add, name="add_word"),
    path("write/words/<str:kind>/<int:pk>/", words.change, name="change_word"),
    path("write/completions/", offers.completions, name="completions"),
    path("write/colleagues/", offers.mentionable, name="mentionable"),
    path("write/emoji/", offers.emoji, name="emoji"),
    path("write/pictures/<int:pk>/", pictures.attachment, name="attachment"),
    path("write/<uuid:uuid>/", drafts.edit, name="edit"),
    path("write/<uuid:uuid>/save/", drafts.save_draft, name="save"),
    path("write/<uuid:uuid>/review/", drafts.review, name="review"),
    path("write/<uuid:uuid>/pen/", pens.pen, name="pen"),
    path("write/<uuid:uuid>/reading/", pens.watch, name="watch"),
    path("write/<uuid:uuid>/copies/", copies.copies, name="duplicate"),
    path("write/<uuid:uuid>/remarks/", remarks.remarks, name="remarks"),
    path("write/starters/", starters.starter_list, name="starters"),
    path("write/starters/new/", starters.add, name="new_starter"),
    path("write/starters/<int:pk>/", starters.change, name="starter"),
    path("write/starters/<int:pk>/removal/", starters.remove, name="remove_starter"),
    path("write/remarks/<int:pk>/", remarks.change, name="remark"),
    path("write/<uuid:uuid>/library/", library.library, name="library"),
    path("write/<uuid:uuid>/pictures/", pictures.attachments, name="attachments"),
    path("write/<uuid:uuid>/bin/", drafts.put_in_bin, name="put_in_bin"),
    path("write/<uuid:uuid>/back/", bins.fetch_back, name="fetch_back"),
]
