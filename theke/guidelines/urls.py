"""Addresses of the guideline."""

from django.urls import path

from theke.guidelines.views import editions, handing, handles, ours, policies, reading, weights

app_name = "guidelines"
urlpatterns = [
    path("guideline/", reading.points, name="points"),
    path("guideline/confirmations/", reading.confirmations, name="confirmations"),
    path("guideline/comparison/", reading.comparison, name="comparison"),
    path("guideline/editions/", editions.layers, name="editions"),
    path("guideline/editions/<int:pk>/", reading.edition, name="edition"),
    path("guideline/editions/<int:pk>/draft/", editions.draft, name="draft"),
    path("guideline/editions/<int:pk>/points/", editions.new_point, name="new_point"),
    path("guideline/editions/<int:pk>/decision/", editions.decision, name="decision"),
    path("guideline/editions/<int:pk>/removal/", editions.drop, name="drop"),
    path("guideline/editions/<int:pk>/package/", handing.package, name="package"),
    path("guideline/editions/<int:pk>/to-read/", handing.to_read, name="to_read"),
    path("guideline/points/<int:pk>/", editions.point, name="point"),
    path("guideline/points/<int:pk>/place/", editions.place, name="place"),
    path("guideline/layers/", editions.new_layer, name="new_layer"),
    path("guideline/layers/own/draft/", editions.begin_own, name="begin_own"),
    path("guideline/layers/<int:pk>/draft/", editions.begin, name="begin"),
    path("guideline/layers/<int:pk>/package/", handing.take_over, name="take_over"),
    path("guideline/checks/", weights.weights, name="weights"),
    path("guideline/checks/<slug:rule>/", weights.weight, name="weight"),
    path("guideline/checks/<slug:rule>/settings/", weights.new_setting, name="new_setting"),
    path("guideline/questions/", policies.questions, name="questions"),
    path("guideline/questions/<slug:key>/", policies.question, name="question"),
    path("guideline/questions/<slug:key>/answers/", policies.new_answer, name="new_answer"),
    path("guideline/questions/<slug:key>/voices/", policies.say, name="say"),
    path("guideline/voices/<int:pk>/removal/", policies.take_back, name="take_back"),
    path("guideline/ours/", ours.ours, name="ours"),
    path("guideline/ours/card/", ours.card, name="card"),
    path("guideline/ours/duties/", ours.duties, name="duties"),
    path("guideline/ours/covers/", ours.covers, name="covers"),
    path("guideline/ours/covers/<int:pk>/removal/", ours.remove_cover, name="remove_cover"),
    path("guideline/ours/elections/", ours.elections, name="elections"),
    path("guideline/ours/elections/<int:pk>/removal/", ours.remove_election, name="remove_election"),
    path("guideline/texts/", handing.texts, name="texts"),
    path("profile/private-name/", handles.handle, name="handle"),
]
