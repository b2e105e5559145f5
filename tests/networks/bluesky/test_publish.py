"""Posts, answers, chains: what goes over the wire, and what comes back."""

import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.networks.bluesky.case import DID, READER, RECORD, account, op, uri
from tests.networks.recorded import Tape, playing
from theke.networks.base import Draft, Found, Media, NotSent, Op, Reconnect, Ref, Refused, Sent, Unknown
from theke.networks.bluesky import FACTS, publish

PUT = "POST /xrpc/com.atproto.repo.putRecord"


def written(tape: Tape) -> dict[str, Any]:
    """What the last put said."""
    call = [one for one in tape.calls if one.url.path.endswith("putRecord")][-1]
    told: dict[str, Any] = json.loads(call.content)
    return told


def sent(situation: str, draft: Draft, **other: Any) -> tuple[Sent, Tape, Op]:
    """Prepare and send on a tape."""
    post = op(draft=draft, state={}, **other)
    with playing("bluesky", situation) as tape:
        publish.prepare(account(), post, post.state.__setitem__)
        return publish.send(account(), post), tape, post


def test_a_post_is_written_only_where_nothing_lies() -> None:
    done, tape, post = sent("published", Draft("Hallo #Hafen", lang="de"))
    given = written(tape)
    assert given["swapRecord"] is None
    assert (given["repo"], given["collection"]) == (DID, "app.bsky.feed.post")
    assert given["record"] == post.state["record"]
    assert given["record"]["facets"][0]["index"] == {"byteStart": 6, "byteEnd": 12}
    assert done.ref == Ref(uri(), {"cid": "bafyreiours"})
    assert done.url == f"https://bsky.app/profile/{DID}/post/3m6ai4aaaab2c"


def test_every_try_writes_the_same_record_under_the_same_key() -> None:
    _done, tape, post = sent("published", Draft("Hallo"))
    first = written(tape)
    with playing("bluesky", "published") as again:
        publish.prepare(account(), post, post.state.__setitem__)
        publish.send(account(), post)
    assert written(again) == first
    assert again.made == [PUT]


def test_what_is_not_made_up_yet_does_not_leave() -> None:
    with playing("bluesky", "published") as tape, pytest.raises(NotSent):
        publish.send(account(), op(state={}))
    assert not tape.calls


def test_another_post_in_its_place_is_not_taken_for_it() -> None:
    with playing("bluesky", "another_there"):
        with pytest.raises(Refused):
            publish.send(account(), op())
        assert isinstance(publish.find(account(), op()), Unknown)


def test_people_are_named_by_their_identity_and_strangers_stay_text() -> None:
    _done, tape, _post = sent("named", Draft("@lesemaus.bsky.social und @niemand.example"))
    facets = written(tape)["record"]["facets"]
    assert [facet["features"][0]["did"] for facet in facets] == [READER]


def test_a_link_has_a_card_of_what_the_page_says() -> None:
    _done, tape, _post = sent("linked", Draft("Lesung: https://bibliothek.example/lesung"))
    external = written(tape)["record"]["embed"]["external"]
    assert external == {
        "uri": "https://bibliothek.example/lesung",
        "title": "Lesung am Hafen",
        "description": "Am Samstag um elf.",
    }
    assert not any("authorization" in call.headers for call in tape.calls if "/xrpc/" not in str(call.url))


def test_a_card_that_cannot_be_made_holds_nothing_back() -> None:
    _done, tape, _post = sent("linked_in_vain", Draft("Lesung: https://bibliothek.example/lesung"))
    assert "embed" not in written(tape)["record"]


def noise(folder: Path) -> Media:
    """A picture that no compression makes small."""
    picture = Image.frombytes("RGB", (900, 900), random.Random(3).randbytes(900 * 900 * 3))
    path = folder / "noise.png"
    picture.save(path)
    return Media("m1", path, "image/png", 900, 900, "Rauschen")


def test_a_picture_that_the_server_finds_too_large_is_made_smaller_once(tmp_path: Path) -> None:
    _done, tape, _post = sent("blob_too_large", Draft("Bild", media=(noise(tmp_path),)))
    large, small = [call for call in tape.calls if call.url.path.endswith("uploadBlob")]
    assert len(large.content) > 2_000_000 > 976_000 >= len(small.content)
    assert Image.open(io.BytesIO(small.content)).format == "JPEG"
    image = written(tape)["record"]["embed"]["images"][0]
    assert (image["alt"], image["aspectRatio"]) == ("Rauschen", {"width": 900, "height": 900})


def test_a_picture_that_the_server_has_thrown_away_is_uploaded_again(tmp_path: Path) -> None:
    done, tape, _post = sent("expired", Draft("Bild", media=(noise(tmp_path),)))
    assert done.ref.id == uri()
    assert sum(call.url.path.endswith("uploadBlob") for call in tape.calls) == 2


def test_a_chain_names_the_one_before_and_the_first() -> None:
    first, before = Ref(uri("3m6first2222c"), {"cid": "c1"}), Ref(uri("3m6before222c"), {"cid": "c2"})
    done, tape, _post = sent("published", Draft("3/3", reply_to=before, root=first))
    reply = written(tape)["record"]["reply"]
    assert reply == {"root": {"uri": first.id, "cid": "c1"}, "parent": {"uri": before.id, "cid": "c2"}}
    assert done.ref.extra["root"] == reply["root"]


def test_an_answer_stays_in_the_thread_of_what_it_answers() -> None:
    root = {"uri": uri(), "cid": "bafyreiours"}
    asked = Ref(uri("3m6breply22c2", READER), {"cid": "bafyreireply", "root": root, "handle": "@lesemaus.bsky.social"})
    _done, tape, _post = sent("published", Draft("Nein.", reply_to=asked))
    assert written(tape)["record"]["reply"] == {"root": root, "parent": {"uri": asked.id, "cid": "bafyreireply"}}
    assert written(tape)["record"]["text"] == "Nein."


def test_what_did_not_come_along_with_a_message_is_asked() -> None:
    _done, tape, _post = sent("answered", Draft("Nein.", reply_to=Ref(uri("3m6breply22c2", READER))))
    assert written(tape)["record"]["reply"]["root"] == {"uri": uri(), "cid": "bafyreiours"}


def test_nothing_can_be_said_to_what_is_gone() -> None:
    with pytest.raises(Refused):
        sent("nothing_to_answer", Draft("Nein.", reply_to=Ref(uri("3m6breply22c2", READER))))


def test_a_change_is_refused_with_the_honest_word() -> None:
    with playing("bluesky", "published") as tape, pytest.raises(Refused) as caught:
        publish.send(account(), op("edit"))
    assert caught.value.words == FACTS.cannot["edit"]
    assert not tape.calls


def test_the_look_gives_what_later_answers_need() -> None:
    with playing("bluesky", "answer_lost"):
        found = publish.find(account(), op())
    assert found == Found(Ref(uri(), {"cid": "bafyreiours"}), f"https://bsky.app/profile/{DID}/post/3m6ai4aaaab2c")


def test_an_account_that_was_taken_down_is_said_in_plain_words() -> None:
    with playing("bluesky", "taken_down"), pytest.raises(Reconnect) as caught:
        publish.send(account(), op(state={"record": RECORD}))
    assert "taken this account down" in str(caught.value)
