"""The demo's libraries look like libraries, both of them."""

import pytest
from django.utils import timezone

from theke.media.finding import found
from theke.media.models import Asset
from theke.people.colouring import passes
from theke.people.models import Library, Person
from theke.posts.checking import findings
from theke.posts.models import Post
from theke.site.demo.arms import ARMS
from theke.site.demo.consents import agree
from theke.site.demo.dressing import DRESSES, dress
from theke.site.demo.filling import fill
from theke.site.demo.script import Script
from theke.site.demo.seeborn import SEEBORN
from theke.site.demo.sjoby import SJOBY


@pytest.mark.django_db
@pytest.mark.parametrize("script", [SEEBORN, SJOBY], ids=lambda one: one.slug)
def test_each_has_a_look_of_its_own_somebody_with_a_digest_and_something_in_the_bin(script: Script) -> None:
    now = timezone.now()
    library = fill(script, now)
    dress(library, now)
    library = Library.objects.get(pk=library.pk)
    assert passes(library.brand_colour) and library.emblem_url and library.barriers
    assert [one.name for one in library.people.filter(mail=Person.Mail.DIGEST)] == [DRESSES[script.slug].digest]
    assert Post.objects.filter(library=library, binned_at__lt=now).count() == 1
    assert Asset.objects.filter(library=library, binned_at__lt=now).count() == 1
    assert not Asset.objects.filter(library=library, alt="").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("script", [SEEBORN, SJOBY], ids=lambda one: one.slug)
def test_each_has_somebody_who_agrees_to_be_shown_and_a_licence_that_ends_soon(script: Script) -> None:
    """What it has planned with them goes out all the same: the guideline finds nothing that blocks (A25, R13, R15)."""
    now = timezone.now()
    library = fill(script, now)
    agree(library, now)
    person = library.people.filter(role="editor").first()
    assert person
    assert [one.file_name for one in found(person, "", "ending")] == ["window.jpg"]
    assert Asset.objects.filter(library=library, people="recognisable", consents__until__gt=now).count() == 1
    planned = Post.objects.filter(library=library, deliveries__state="due", attachments__isnull=False).distinct()
    assert planned.count() >= 2
    for post in planned:
        at = post.deliveries.order_by("due_at")[0].due_at
        assert [one.rule for one in findings(post, at) if one.severity == "block"] == []


def test_the_arms_are_the_same_bytes_every_time() -> None:
    """They are known by their hash; a demo begun anew shows the same address."""
    assert all(draw() == draw() for draw in ARMS.values())
    assert len({draw() for draw in ARMS.values()}) == len(ARMS)
