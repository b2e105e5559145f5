from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from theke.jobs.sources import SOURCES
from theke.people import sweeping


@pytest.mark.django_db
def test_sessions_long_run_out_are_cleared_and_living_ones_stay() -> None:
    now = timezone.now()
    for name, age in (("old", 3), ("just out", 0), ("alive", -10)):
        Session.objects.create(session_key=name, session_data="", expire_date=now - timedelta(days=age, minutes=1))
    assert sweeping.due(5) == [1] and sweeping.run(1) == 1
    assert set(Session.objects.values_list("pk", flat=True)) == {"just out", "alive"}
    assert sweeping.due(5) == []
    following = sweeping.next_at()
    assert following is not None and following > now


def test_the_engine_knows_of_it() -> None:
    assert SOURCES["sessions"] is sweeping.SOURCE
