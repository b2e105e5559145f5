"""Addresses of the way out."""

from django.urls import path

from theke.publishing.views import (
    approvals,
    changes,
    decisions,
    lists,
    pausing,
    pictures,
    posts,
    releases,
    selections,
    urgent,
    withdrawals,
)

app_name = "publishing"
urlpatterns = [
    path("posts/", lists.post_list, name="list"),
    path("posts/selection/", selections.selection, name="selection"),
    path("posts/selection/undo/", selections.undo, name="selection_undo"),
    path("posts/<uuid:uuid>/", posts.page, name="page"),
    path("posts/<uuid:uuid>/release/", releases.release, name="release"),
    path("posts/<uuid:uuid>/undo/", releases.take_back, name="undo"),
    path("posts/<uuid:uuid>/hand-in/", approvals.hand_in, name="hand_in"),
    path("posts/<uuid:uuid>/approval/", approvals.approval, name="approval"),
    path("posts/<uuid:uuid>/approval/decision/", approvals.decision, name="approval_decision"),
    path("posts/<uuid:uuid>/approval/withdrawal/", approvals.withdrawal, name="approval_withdrawal"),
    path("posts/<uuid:uuid>/approval/undo/", approvals.undo, name="approval_undo"),
    path("posts/<uuid:uuid>/look/", urgent.look, name="look"),
    path("posts/<uuid:uuid>/look/undo/", urgent.undo, name="look_undo"),
    path("posts/<uuid:uuid>/plan/", releases.plan, name="plan"),
    path("posts/<uuid:uuid>/changes/", changes.changes, name="changes"),
    path("posts/<uuid:uuid>/removals/", changes.removals, name="removals"),
    path("pause/", pausing.overview, name="pause"),
    path("pause/start/", pausing.start, name="pause_start"),
    path("pause/end/", pausing.stop, name="pause_end"),
    path("pause/<uuid:uuid>/", pausing.decide, name="pause_decision"),
    path("media/<int:pk>/", pictures.picture, name="picture"),
    path("media/<int:pk>/bin/", pictures.bin_picture, name="bin_picture"),
    path("consents/<int:pk>/withdrawal/", withdrawals.withdrawal, name="withdrawal"),
    path("consents/<int:pk>/last-day/", withdrawals.last_day, name="last_day"),
    path("consents/<int:pk>/withdrawal/undo/", withdrawals.undo, name="withdrawal_undo"),
    path("private-name/withdrawal/", withdrawals.name_withdrawal, name="name_withdrawal"),
    path("private-name/posts/", withdrawals.named, name="named"),
    path("deliveries/<int:pk>/", posts.delivery, name="delivery"),
    path("deliveries/<int:pk>/decision/", decisions.decision, name="decision"),
]
