from django.utils import timezone

from tests import factories
from tests.people import Cast
from theke.desk.departing import depart, open_things
from theke.inbox.models import Assignment, Contact, Conversation
from theke.notices.models import Notice
from theke.people.models import HistoryEntry


def test_what_someone_owned_is_handed_back_in_the_open(people: Cast) -> None:
    kept = factories.channel(people.library, name="Mit Vertretung", responsible=people.jana, deputy=people.tom)
    left = factories.channel(people.library, name="Ohne Vertretung", responsible=people.jana)
    who = Contact.objects.create(library=people.library, network_key="practice", remote_id="1", name="Mara")
    talk = Conversation.objects.create(library=people.library, channel=kept, root="1", with_contact=who, owner=people.jana)
    planned = factories.delivery(factories.post(people.jana, kept), kept)
    assert open_things(people.jana) == {"conversations": 1, "channels": 2, "planned": 1}

    depart(people.jana, by=people.maria, now=timezone.now())

    for thing in (kept, left, talk, planned):
        thing.refresh_from_db()
    assert kept.responsible == people.tom and left.responsible is None and talk.owner is None
    assert Assignment.objects.get(conversation=talk).why == "freed"
    assert planned.state == "due" and planned.post.sender == people.jana
    assert HistoryEntry.objects.about(left).exists() and HistoryEntry.objects.about(people.jana).exists()
    assert set(Notice.objects.values_list("person__name", flat=True)) == {"Anna Weiß"}
