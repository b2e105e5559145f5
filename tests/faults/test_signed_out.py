"""The sign-in runs out while somebody writes: sign in again, and the text is still there (issue 2)."""

import re
from urllib.parse import urlencode

import pytest

from tests.faults.world import World
from tests.servers.scene import PASSWORD

pytestmark = pytest.mark.real

TEXT = "Morgen wird vorgelesen: " + "ein langes Buch, " * 10


def test_what_was_sent_after_the_sign_in_had_run_out_is_there_after_signing_in_again(world: World) -> None:
    uuid, address = world.stage.ask("draft"), world.stage.ask("sign_out")
    path = f"/write/{uuid}/save/"
    with world.run() as desk:
        turned_away = world.call(desk, path, urlencode({"text": TEXT, "revision": 0}).encode())
        assert (turned_away.status, turned_away.headers["Location"][:9]) == (302, "/sign-in/")
        world.stay(turned_away)
        who = urlencode({"login": address, "password": PASSWORD, "next": "/kept/"}).encode()
        signed_in = world.call(desk, turned_away.headers["Location"], who)
        world.stay(signed_in)
        kept = world.call(desk, signed_in.headers["Location"])
        assert TEXT in kept.text
        assert f'action="{path}"' in kept.text
        again = dict(re.findall(r'<input type="hidden" name="(revision)" value="([^"]*)"', kept.text))
        assert world.call(desk, path, urlencode({"text": TEXT, **again}).encode()).status == 302
    assert world.stage.ask("draft_text", uuid=uuid) == TEXT
