"""Writing in a real browser: nothing typed is lost, counters and hints follow, and it works without JavaScript too."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.media.pictures import drawn, encoded
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

VECTORS = json.loads((Path(__file__).parents[1] / "networks" / "length_vectors.json").read_text())
WRITER = "jana.berg@seeborn.example"


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """An empty draft, with the console listened to."""
    walker = Walker(page_of(browser), desk.url, "desk")
    walker.sign_in(WRITER)
    walker.go("/write/")
    walker.page.locator("input[name=channels]").first.check()
    expect(walker.page.locator("#counters li")).to_have_count(1)
    yield walker.page
    walker.page.context.close()
    assert not [one for one in walker.complaints if "ERR_INTERNET_DISCONNECTED" not in one], walker.complaints


def saved(page: Page) -> None:
    """Wait until the server has it."""
    expect(page.locator("#saved[data-state=saved]")).to_contain_text("gespeichert um", timeout=15_000)


def test_the_browser_counts_as_the_server_does(page: Page) -> None:
    counted: list[int] = page.evaluate(
        """async vectors => {
            const { length } = await import("/static/posts/measuring.js")
            return vectors.map(one => length(one.text, { url: null, ...one.measure }, one.warning ?? ""))
        }""",
        VECTORS,
    )
    wrong = [(one["name"], one["length"], have) for one, have in zip(VECTORS, counted, strict=True) if one["length"] != have]
    assert wrong == []


def test_the_counter_of_a_chain_counts_its_longest_part_with_the_signature(page: Page) -> None:
    counted: list[int] = page.evaluate(
        """async () => {
            const { longest } = await import("/static/posts/measuring.js")
            const facts = { unit: "graphemes", url: null, signature: "– Jana Berg, Hafen" }
            const text = "a".repeat(40) + "\\n---\\n" + "b"
            return [longest(text, { ...facts, chained: true }), longest(text, { ...facts, chained: false })]
        }"""
    )
    assert counted == [40, 46 + 2 + 18]


def test_the_sentence_before_planning_names_the_chosen_time(page: Page) -> None:
    page.locator("#id_text").fill("Am Samstag wird vorgelesen.")
    saved(page)
    page.locator("button[data-ask=plan]").click()
    page.locator("#id_at").fill("2027-03-01T10:00")
    expect(page.locator("#ask-plan b").first).to_contain_text("1 Kanal")
    expect(page.locator("#moment")).to_have_text(re.compile("Montag, 1. März.* 10:00"))


@pytest.mark.alone
def test_hints_stand_there_within_300_ms_of_the_pause(page: Page) -> None:
    page.locator("#id_text").fill("Warm")
    saved(page)
    waited: list[float] = page.evaluate(
        """async texts => {
            const field = document.getElementById("id_text"), all = []
            for (const text of texts) {
                field.value = text
                field.dispatchEvent(new Event("input", { bubbles: true }))
                const start = performance.now()
                await new Promise(done => {
                    const look = () => document.getElementById("preview").textContent.includes(text) ? done() : setTimeout(look, 5)
                    look()
                })
                all.push(performance.now() - start)
                await new Promise(done => setTimeout(done, 1600))
            }
            return all
        }""",
        ["Eins #wirlesengemeinsam", "Zwei #wirlesengemeinsam", "Drei #wirlesengemeinsam"],
    )
    assert min(waited) <= 300
    expect(page.locator("#hints")).to_contain_text("#WirLesenGemeinsam")


def test_one_button_mends_and_the_counter_follows(page: Page) -> None:
    page.locator("#id_text").fill("Kommt alle: #wirlesengemeinsam")
    before = page.locator("#counters [data-number]").inner_text()
    page.get_by_role("button", name="Ändern in").click()
    expect(page.locator("#id_text")).to_have_value("Kommt alle: #WirLesenGemeinsam")
    expect(page.locator("#hints")).to_contain_text("Nichts zu verbessern")
    page.locator("#id_text").press("End")
    page.keyboard.type("!!")
    assert page.locator("#counters [data-number]").inner_text() != before


def test_a_mend_that_adds_something_adds_it_at_the_end(page: Page) -> None:
    page.locator("#id_text").fill("Der Hafen 📚 am Abend")
    page.evaluate(
        """() => {
            const button = Object.assign(document.createElement("button"), {type: "button", textContent: "Foto: Ole"})
            const hint = document.createElement("div")
            button.dataset.mend = "\\n\\nFoto: Ole"
            Object.assign(hint.dataset, {seen: "", at: "20", field: "id_text"})
            hint.append(button)
            document.body.append(hint)
            button.click()
        }"""
    )
    expect(page.locator("#id_text")).to_have_value("Der Hafen 📚 am Abend\n\nFoto: Ole")


def test_without_a_connection_the_text_stays_on_the_device_and_is_saved_later(page: Page) -> None:
    page.locator("#id_text").fill("Vor dem Tunnel")
    saved(page)
    page.context.set_offline(True)
    page.locator("#id_text").fill("Im Tunnel geschrieben")
    expect(page.locator("#saved")).to_contain_text("auf diesem Gerät")
    page.locator("#to-send").click()
    expect(page.locator("#offline")).to_be_in_viewport()
    expect(page.locator("#alert")).to_contain_text("Keine Verbindung")
    expect(page.locator("#ask-now")).to_be_hidden()
    page.context.set_offline(False)
    saved(page)
    page.reload()
    expect(page.locator("#id_text")).to_have_value("Im Tunnel geschrieben")
    expect(page.locator("#kept-here")).to_be_empty()


def test_a_page_closed_while_offline_offers_its_text_again(page: Page) -> None:
    page.locator("#id_text").fill("Gespeichert")
    saved(page)
    address = page.url
    page.context.set_offline(True)
    page.locator("#id_text").fill("Nur auf dem Gerät")
    expect(page.locator("#saved")).to_contain_text("auf diesem Gerät")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    expect(page.locator("#id_text")).to_have_value("Gespeichert")
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.locator("#id_text")).to_have_value("Nur auf dem Gerät")
    saved(page)


def test_an_expired_sign_in_loses_nothing(page: Page) -> None:
    page.locator("#id_text").fill("Vorher")
    saved(page)
    page.context.clear_cookies(name="theke_session")
    page.locator("#id_text").fill("Nach dem Ablauf geschrieben")
    expect(page.locator("#signed-out")).to_be_visible()
    base = page.url.split("/write/")[0]
    again = Walker(page.context.new_page(), base, "desk")
    again.sign_in(WRITER)
    again.page.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    saved(page)
    expect(page.locator("#signed-out")).to_be_hidden()
    page.reload()
    expect(page.locator("#id_text")).to_have_value("Nach dem Ablauf geschrieben")


def test_two_people_in_one_draft_both_keep_their_text(page: Page) -> None:
    page.locator("#id_text").fill("Anfang")
    saved(page)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("#id_text").fill("Von nebenan")
    saved(other)
    page.locator("#id_text").fill("Von hier")
    page.get_by_role("button", name="Beide Texte zeigen").click()
    expect(page.locator("#id_text")).to_have_value("Von hier")
    page.get_by_text("Den anderen Text lesen").click()
    expect(page.locator(".as-written")).to_have_text("Von nebenan")


def test_a_picture_is_uploaded_described_and_seen_in_the_preview(page: Page) -> None:
    page.locator("#id_text").fill("Mit Bild")
    house: FilePayload = {"name": "haus.png", "mimeType": "image/png", "buffer": encoded(drawn((400, 300)), "PNG")}
    letter: FilePayload = {"name": "brief.pdf", "mimeType": "image/png", "buffer": b"%PDF-1.7"}
    page.locator("#id_files").set_input_files([house, letter])
    expect(page.locator("#upload-error")).to_contain_text("brief.pdf")
    page.locator("#picture-list textarea[name$=-alt]").fill("Das Haus am Hafen im Schnee")
    expect(page.locator("#preview")).to_contain_text("Das Haus am Hafen im Schnee")
    page.locator("#picture-list .focal").click(position={"x": 10, "y": 10})
    assert float(page.locator("input[name$=focus_x]").input_value()) < -0.5
    page.get_by_role("button", name="Herausnehmen").click()
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.locator("#picture-list textarea[name$=-alt]")).to_have_value("Das Haus am Hafen im Schnee")


def test_without_javascript_everything_can_be_done_by_plain_forms(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    walker = Walker(context.new_page(), desk.url, "desk")
    page = walker.page
    walker.sign_in(WRITER)
    walker.go("/write/")
    page.locator("input[name=channels]").first.check()
    page.locator("#id_text").fill("Ohne Skript geschrieben")
    page.locator("#save").click()
    expect(page.locator("#preview")).to_contain_text("Ohne Skript geschrieben")
    page.get_by_role("button", name="Für diesen Kanal anpassen").click()
    own = page.locator("textarea[name^=own-]")
    own.fill("Nur für diesen Kanal")
    page.locator("#save").click()
    expect(page.locator("#preview")).to_contain_text("Nur für diesen Kanal")
    page.get_by_role("button", name="Zurück zum gemeinsamen Text").click()
    expect(page.locator("#preview")).to_contain_text("Ohne Skript geschrieben")
    page.get_by_role("button", name="Jetzt veröffentlichen").click()
    expect(page.locator("dialog[open]")).to_contain_text("1 Kanal")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", ["desk", "phone"])
def test_the_composer_is_accessible_and_fits(browser: Browser, desk: Desk, width: str, theme: str) -> None:
    walker = Walker(page_of(browser, width, theme), desk.url, width)
    walker.sign_in(WRITER)
    walker.go("/write/")
    assert walker.axe() == []
    walker.page.locator("input[name=channels]").first.check()
    walker.page.locator("#id_text").fill("Heute 𝓥𝓸𝓻𝓵𝓮𝓼𝓮𝓷 #wirlesengemeinsam https://bibliothek.example/vorlesen")
    expect(walker.page.locator("#hints")).to_contain_text("Vorlesen")
    walker.page.locator("#id_files").set_input_files(
        {"name": "haus.png", "mimeType": "image/png", "buffer": encoded(drawn((400, 300)), "PNG")}
    )
    expect(walker.page.locator("#picture-list textarea[name$=-alt]")).to_be_visible()
    assert walker.axe() == []
    assert walker.overflow() <= 0
    walker.page.set_viewport_size({"width": 320, "height": 640})
    assert walker.overflow() <= 0
    walker.page.locator("button[data-ask=plan]").click()
    expect(walker.page.locator("#ask-plan")).to_be_visible()
    assert walker.axe() == []
    walker.page.context.close()
    assert not walker.complaints, walker.complaints


def test_who_writes_while_a_channel_is_added_keeps_the_field_and_the_words(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile("/write/[0-9a-f-]+/$"), lambda route: held.append(route))
    page.locator("input[name=channels]").nth(1).check()
    until_held(page, held)
    page.locator("#id_text").press_sequentially("Heute ")
    held.pop().continue_()
    expect(page.locator("#counters li")).to_have_count(2)
    page.keyboard.type("Abend")
    expect(page.locator("#id_text")).to_have_value("Heute Abend")
    expect(page.locator("#texts [role=tab]")).to_have_count(3)


def test_what_is_written_before_the_scripts_have_come_is_saved_too(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile("draft-autosave"), lambda route: held.append(route))
    page.reload(wait_until="commit")
    until_held(page, held)
    page.locator("#id_text").fill("Schneller als das Netz")
    page.locator("input[name=channels]").nth(1).check()
    held.pop().continue_()
    saved(page)
    expect(page.locator("#counters li")).to_have_count(2)
    page.unroute_all()
    page.reload()
    expect(page.locator("#id_text")).to_have_value("Schneller als das Netz")


def until_held(page: Page, held: list[Route]) -> None:
    """Wait for the request that is kept waiting."""
    for _look in range(100):
        if held:
            return
        page.wait_for_timeout(50)
    raise AssertionError("nothing was asked for")
