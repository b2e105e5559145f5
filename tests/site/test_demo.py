"""The demo's libraries look like libraries, both of them."""

import pytest
from django.utils import timezone

from theke.media.models import Asset
from theke.people.colouring import passes
from theke.people.models import Library, Person
from theke.posts.models import Post
from theke.site.demo.arms import ARMS
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


def test_the_arms_are_the_same_bytes_every_time() -> None:
    """They are known by their hash; a demo begun anew shows the same address."""
    assert all(draw() == draw() for draw in ARMS.values())
    assert len({draw() for draw in ARMS.values()}) == len(ARMS)
