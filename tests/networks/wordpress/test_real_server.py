"""The same promises against a WordPress that really runs (B02, B06)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

import httpx2
import pytest
from PIL import Image

from tests.missing import missing
from tests.servers import wordpress
from tests.servers.desk import free_port
from tests.servers.wordpress import Ground, WordPress
from theke.networks import net
from theke.networks.base import (
    Absent,
    Account,
    BadField,
    Connected,
    Counts,
    Draft,
    Found,
    GoTo,
    Item,
    Later,
    Media,
    Op,
    Reconnect,
    Ref,
    Refused,
    Unknown,
    Unsure,
)
from theke.networks.wordpress import connect, inbox, insights, limits, moderate, publish

pytestmark = pytest.mark.real
BACK = "http://localhost/back"


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    if not wordpress.is_there():
        missing("WordPress")
    with wordpress.ground(tmp_path_factory.mktemp("wordpress")) as stand:
        yield stand


@pytest.fixture(scope="session")
def site(ground: Ground) -> Iterator[WordPress]:
    with wordpress.running(ground.folder, ground) as running:
        yield running


@pytest.fixture(scope="session")
def sites(ground: Ground) -> Iterator[WordPress]:
    with wordpress.network(ground) as running:
        yield running


def line() -> Account:
    return Account("", private_ok=True, deadline=20)


def connected(site: WordPress, role: str = "editor", address: str = "") -> Account:
    user, password = site.people[role]
    form = {"address": address or site.url, "user": user, "password": password}
    got = connect.begin(line(), form, BACK)
    assert isinstance(got, Connected)
    account = Account(got.address, got.remote_id, got.secret, settings=got.settings, private_ok=True, deadline=20)
    return replace(account, limits=limits.probe(account)[1])


@pytest.fixture
def account(site: WordPress) -> Account:
    return connected(site)


def op(text: str, kind: Any = "post", **other: Any) -> Op:
    now = datetime.now(UTC)
    given: dict[str, Any] = {"id": str(uuid4()), "kind": kind, "key": "k", "at": now, "draft": Draft(text, lang="en")}
    return Op(**given | {"state": {}} | other)


def picture(folder: Path, colour: str = "teal", alt: str = "Ein Regal „am“ Hafen") -> Media:
    path = folder / f"{colour}.jpg"
    Image.new("RGB", (640, 480), colour).save(path)
    return Media(colour, path, "image/jpeg", 640, 480, alt, credit="Foto: Jana Berg")


def prepared(account: Account, post: Op) -> Op:
    publish.prepare(account, post, post.state.__setitem__)
    return post


def published(account: Account, text: str, **draft: Any) -> Ref:
    post = prepared(account, op(text, draft=Draft(text, **draft)))
    return publish.send(account, post).ref


def items(account: Account, cursor: dict[str, Any] | None = None) -> dict[str, Item]:
    return {item.id: item for item in inbox.poll(account, cursor or {}, []).items}


def losing(method: str, path: str) -> Callable[[httpx2.Request], httpx2.Response]:
    """Hand each call to the site, and lose the answers to those of this kind."""

    def handle(request: httpx2.Request) -> httpx2.Response:
        request.read()
        with httpx2.HTTPTransport() as out:
            answer = out.handle_request(request)
            body = answer.read()
        if request.method == method and request.url.path.endswith(path):
            raise httpx2.ReadError("lost on the way", request=request)
        return httpx2.Response(answer.status_code, headers=answer.headers, content=body)

    return handle


def test_it_tells_who_we_are_and_what_the_site_offers(site: WordPress, account: Account) -> None:
    profile, may = limits.probe(account)
    assert profile.name == "Bibliothek Seeborn"
    assert profile.remote_id == account.remote_id
    assert profile.posts is not None
    assert any(link.startswith(site.url) for link in profile.links)
    assert "Veranstaltungen" in dict(may.choices["categories"]).values()
    assert ("Vorlesen", "Vorlesen") in may.choices["tags"]
    assert {"edit", "remove", "moderate:approve"} <= may.can
    assert limits.probe(connected(site, "author"))[1].can.isdisjoint({"moderate:approve", "moderate:spam"})


def test_a_post_with_picture_category_and_tags_stands_there_once(site: WordPress, account: Account, tmp_path: Path) -> None:
    category = next(number for number, name in account.limits.choices["categories"] if name == "Veranstaltungen")
    options = {"categories": [category], "tags": ["Vorlesen"], "new_tags": "Hafen & Meer, vorlesen", "excerpt": "Kurz."}
    text = "Karin sagt: „Kommt!“ [gallery] & <b>\n\n- Kissen\n- Tee\n\nMehr: https://bib.example/?a=1&b=2\n\n– Jana Berg, Hafen"
    media = (picture(tmp_path), picture(tmp_path, "navy", "Das Meer"))
    draft = Draft(text, "Vorlesen am Samstag", lang="de", media=media, options=options)
    post = op("", draft=draft)
    assert publish.find(account, post) == Absent()
    prepared(account, post)
    assert site.public("Vorlesen am Samstag") == []
    assert publish.find(account, post) == Absent()
    sent = publish.send(account, post)
    again = publish.send(account, post)
    assert sent == again
    assert publish.find(account, post) == Found(sent.ref, sent.url)
    (shown,) = site.public("Vorlesen am Samstag")
    page = site.page(sent.url)
    for said in ("„Kommt!“", "<li>", "– Jana Berg, Hafen", 'alt="Ein Regal „am“ Hafen"', 'alt="Das Meer"', "Foto: Jana Berg"):
        assert said in page
    assert '<span lang="de">' in page
    assert (shown["categories"], len(shown["tags"]), shown["excerpt"]["rendered"]) == ([int(category)], 2, "<p>Kurz.</p>\n")
    assert shown["slug"] == f"vorlesen-am-samstag-{post.id[:8]}"
    assert shown["featured_media"] == post.state["teal"]["id"]
    assert site.page(sent.url).count("<b>") == 0


def test_two_plain_posts_would_stand_there_twice(site: WordPress) -> None:
    for _twice in range(2):
        site.call("POST", "/posts", {"title": "Blind", "content": "Blind gesendet", "status": "publish"}, "editor")
    assert len(site.public("Blind gesendet")) == 2


@pytest.mark.parametrize("path", ["/wp/v2/media", "/wp/v2/posts"])
def test_an_answer_lost_while_preparing_leaves_one_draft_and_one_picture(
    site: WordPress, account: Account, tmp_path: Path, path: str
) -> None:
    name = f"Beim Vorbereiten {path.rsplit('/')[-1]}"
    post = op("", draft=Draft("Text", name, media=(picture(tmp_path),)))
    with net.use_transport(losing("POST", path)), pytest.raises(Later):
        prepared(account, post)
    publish.send(account, prepared(account, post))
    assert len(site.public(name)) == 1
    assert len(site.call("GET", f"/media?search=theke-{post.id[:8]}", who="editor")) == 1
    assert len(site.call("GET", f"/posts?search={name.replace(' ', '+')}&status=draft,publish", who="editor")) == 1


def test_an_answer_lost_after_publishing_is_found_and_sending_again_changes_nothing(site: WordPress, account: Account) -> None:
    post = prepared(account, op("", draft=Draft("Einmal, nicht zweimal", "Einmal")))
    with net.use_transport(losing("POST", f"/posts/{post.state['draft']['id']}")), pytest.raises(Unsure):
        publish.send(account, post)
    found = publish.find(account, post)
    assert isinstance(found, Found)
    assert publish.send(account, post).ref == found.ref
    assert len(site.public("Einmal, nicht zweimal")) == 1


def test_a_draft_that_somebody_threw_away_is_made_again(site: WordPress, account: Account) -> None:
    post = prepared(account, op("", draft=Draft("Weggeworfen und doch da", "Weg")))
    site.call("DELETE", f"/posts/{post.state['draft']['id']}?force=true", who="editor")
    with pytest.raises(Refused, match="no longer there"):
        publish.send(account, post)
    assert isinstance(publish.find(account, post), Unknown)
    again = replace(post, tried_at=datetime.now(UTC))
    publish.send(account, prepared(account, again))
    assert len(site.public("Weggeworfen und doch da")) == 1


def test_an_edit_changes_text_and_description_and_keeps_the_address(site: WordPress, account: Account, tmp_path: Path) -> None:
    ref = published(account, "Alter Text", title="Wird geändert", media=(picture(tmp_path), picture(tmp_path, "navy", "Alt")))
    before = site.call("GET", f"/posts/{ref.id}")
    media = (picture(tmp_path, alt="Neu beschrieben"), picture(tmp_path, "navy", "Auch neu"))
    change = op("", "edit", target=ref, draft=Draft("Neuer Text", "Ist geändert", media=media, options={"new_tags": "Neu"}))
    prepared(account, change)
    assert publish.find(account, change) == Absent()
    sent = publish.send(account, change)
    assert publish.find(account, change) == Found(sent.ref, sent.url)
    assert (sent.ref, sent.url) == (ref, before["link"])
    page = site.page(sent.url)
    assert all(said in page for said in ("Neuer Text", "Ist geändert", 'alt="Neu beschrieben"', 'alt="Auch neu"'))
    assert "Alter Text" not in page


def test_removing_puts_it_into_the_trash_and_twice_is_as_good_as_once(site: WordPress, account: Account) -> None:
    ref = published(account, "Wird entfernt", title="Weg damit")
    away = op("", "remove", target=ref, draft=None)
    assert publish.find(account, away) == Absent()
    assert publish.send(account, away) == publish.send(account, away)
    assert publish.find(account, away) == Found(ref, "")
    assert site.public("Wird entfernt") == []
    assert site.call("GET", f"/posts/{ref.id}?context=edit", who="editor")["status"] == "trash"


def test_comments_come_with_their_states_and_without_addresses(site: WordPress, account: Account) -> None:
    ref = published(account, "Bitte schreibt", title="Fragen")
    shown = site.comment(ref.id, "Muss man sich anmelden?")
    links = " ".join(f"https://{n}.example" for n in range(3))
    held = site.comment(ref.id, f"Seht her: {links}", "Werber")
    page = inbox.poll(account, {}, [])
    found = {item.id: item for item in page.items}
    one = found[f"c{shown}"]
    assert (one.text, one.state, one.on, one.author.name) == ("Muss man sich anmelden?", "", Ref(ref.id), "Lesemaus")
    assert found[f"c{held}"].state == "held"
    assert "@example.org" not in str(page.items)
    for action, state in (("approve", ""), ("spam", "spam"), ("remove", "removed"), ("hold", "held"), ("approve", "")):
        for _twice in range(2):
            moderate.act(account, action, Ref(f"c{held}"))  # type: ignore[arg-type]
        assert items(account, page.cursor)[f"c{held}"].state == state
    assert insights.counts(account, [ref]) == {ref.id: Counts(replies=2)}
    with pytest.raises(Refused):
        moderate.act(account, "hide", Ref(f"c{held}"))


def test_an_old_comment_that_is_thrown_away_on_the_site_comes_again(site: WordPress, account: Account) -> None:
    ref = published(account, "Alte Sachen", title="Alt")
    number = site.comment(ref.id, "Von vorhin")
    cursor = inbox.poll(account, {}, []).cursor
    later = dict.fromkeys(inbox.STATES, "2099-01-01T00:00:00+00:00") | {"known": cursor["known"]}
    site.call("DELETE", f"/comments/{number}", who="editor")
    assert items(account, later)[f"c{number}"].state == "removed"


def test_an_answer_is_written_once_however_often_it_is_sent(site: WordPress, account: Account) -> None:
    ref = published(account, "Fragt uns", title="Fragestunde")
    asked = Ref(f"c{site.comment(ref.id, 'Ist es kostenlos?')}", {"post": int(ref.id)})
    answer = op("", draft=Draft("Ja – „kostenlos“ & für alle: https://bib.example", reply_to=asked))
    assert publish.find(account, answer) == Absent()
    with net.use_transport(losing("POST", "/wp/v2/comments")), pytest.raises(Unsure):
        publish.send(account, answer)
    found = publish.find(account, answer)
    assert isinstance(found, Found)
    assert publish.send(account, answer).ref == found.ref
    assert len(site.call("GET", f"/comments?parent={asked.id[1:]}")) == 1
    assert found.ref.id not in items(account)
    assert site.page(found.url).count("für alle") == 1
    assert site.page(found.url).count("&amp;amp;") == 0
    change = op("", "edit", target=found.ref, draft=Draft("Ja, immer.", reply_to=asked))
    publish.send(account, change)
    assert isinstance(publish.find(account, change), Found)
    away = op("", "remove", target=found.ref, draft=None)
    assert publish.send(account, away) == publish.send(account, away)
    assert isinstance(publish.find(account, away), Found)
    assert site.call("GET", f"/comments?parent={asked.id[1:]}") == []


def test_who_may_not_moderate_finds_their_answer_too(site: WordPress) -> None:
    author = connected(site, "author")
    ref = published(author, "Vom Autor", title="Vom Autor")
    asked = Ref(f"c{site.comment(ref.id, 'Wer schreibt?')}")
    answer = op("", draft=Draft('Das "Team" - und ich ...', reply_to=asked))
    sent = publish.send(author, answer)
    assert publish.find(author, answer) == Found(sent.ref, sent.url)
    assert publish.send(author, answer).ref == sent.ref


def test_a_post_that_takes_no_more_comments_says_so(site: WordPress, account: Account) -> None:
    ref = published(account, "Zu", title="Zu")
    asked = Ref(f"c{site.comment(ref.id, 'Noch offen?')}", {"post": int(ref.id)})
    site.call("POST", f"/posts/{ref.id}", {"comment_status": "closed"}, "editor")
    with pytest.raises(Refused, match="takes no more comments"):
        publish.send(account, op("", draft=Draft("Nein.", reply_to=asked)))


def test_a_wrong_password_and_too_few_rights_are_told_at_once(site: WordPress) -> None:
    user = site.people["editor"][0]
    with pytest.raises(BadField, match="SetEnvIf") as caught:
        connect.begin(line(), {"address": site.url, "user": user, "password": "wrong wrong"}, BACK)
    assert caught.value.field == "password"
    with pytest.raises(BadField, match="may not publish"):
        connected(site, "contributor")
    dead = replace(connected(site), secret={"password": "withdrawn"})
    with pytest.raises(Reconnect):
        limits.probe(dead)
    with pytest.raises(Reconnect):
        prepared(dead, op("Nie"))


def test_a_password_that_the_server_does_not_pass_on_is_explained(ground: Ground, site: WordPress) -> None:
    user, password = site.people["editor"]
    with ground.serving("wp", free_port(), fault="stripped") as url:
        got = connect.begin(line(), {"address": url}, BACK)
        assert isinstance(got, GoTo)
        query = {"state": got.pending["state"], "user_login": user, "password": password}
        with pytest.raises(BadField, match=r"does not pass it on .* SetEnvIf Authorization"):
            connect.finish(line(), got.pending, query)
        with pytest.raises(Refused, match="not allowed on the blog"):
            connect.finish(line(), got.pending, {"state": got.pending["state"], "success": "false"})
        with pytest.raises(Refused, match="does not belong"):
            connect.finish(line(), got.pending, query | {"state": "another"})


@pytest.mark.parametrize(("fault", "words"), [("disabled", "Application passwords are switched off")])
def test_switched_off_passwords_are_told_at_the_first_question(ground: Ground, site: WordPress, fault: str, words: str) -> None:
    with ground.serving("wp", free_port(), fault=fault) as url, pytest.raises(BadField, match=words) as caught:
        connect.look(line(), {"address": url})
    assert caught.value.field == "address"
    assert "add_filter" in str(caught.value)


@pytest.mark.parametrize("fault", ["closed", "renamed"])
def test_a_closed_and_a_renamed_interface_are_found(ground: Ground, site: WordPress, fault: str) -> None:
    with ground.serving("wp", free_port(), fault=fault) as url:
        account = connected(site, address=url)
        assert limits.probe(account)[0].name == "Bibliothek Seeborn"
        assert ("schnittstelle" in account.address) == (fault == "renamed")


def test_a_site_is_found_from_any_of_its_pages_and_without_fine_addresses(site: WordPress, account: Account) -> None:
    ref = published(account, "Irgendwo", title="Irgendwo")
    link = site.call("GET", f"/posts/{ref.id}")["link"]
    for typed in (link, f"{site.url}/gibt-es-nicht/", f"{site.url}/?rest_route=/", site.url + "/wp-json"):
        assert connected(site, address=typed).remote_id == account.remote_id
    plain = replace(account, address=f"{site.url}/?rest_route=")
    assert limits.probe(plain)[0].name == "Bibliothek Seeborn"
    assert publish.send(plain, prepared(plain, op("Ohne schöne Adressen"))).url


def test_the_sign_in_page_hands_over_a_password(site: WordPress) -> None:
    got = connect.begin(line(), {"address": site.url}, BACK)
    assert isinstance(got, GoTo)
    query = dict(parse_qsl(urlsplit(got.url).query))
    assert got.url.startswith(f"{site.url}/wp-admin/authorize-application.php?")
    assert query["success_url"].startswith(BACK + "?state=")
    user, password = site.people["editor"]
    done = connect.finish(line(), got.pending, {"state": got.pending["state"], "user_login": user, "password": password})
    assert done == connect.begin(line(), {"address": site.url, "user": user, "password": password}, BACK)


def test_three_blogs_of_one_site_are_three_accounts(sites: WordPress) -> None:
    accounts = [connected(sites, address=sites.url + path) for path in ("/", "/hafen/", "/nord")]
    assert len({one.address for one in accounts}) == len({one.remote_id for one in accounts}) == 3
    assert [limits.probe(one)[0].name for one in accounts] == ["Bibliothek Seeborn", "Bibliothek Hafen", "Bibliothek Nord"]
    for one in accounts:
        published(one, f"Nur auf {one.remote_id}", title="Drei")
    for one, path in zip(accounts, ("", "/hafen", "/nord"), strict=True):
        front = sites.page(f"{sites.url}{path}/wp-json/wp/v2/posts?search=Nur")
        assert front.count("Nur auf") == front.count(f"Nur auf {one.remote_id}".replace("/", "\\/")) > 0
