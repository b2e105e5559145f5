"""What a hint speaks of is underlined where it stands, in every width and size of letters; a click leads there (A13)."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import page_of
from tests.journeys.walking import Walker
from tests.servers.desk import Desk

pytestmark = pytest.mark.journey

TAG = "#wirlesengemeinsam"
TEXT = (
    f"👩‍👩‍👧‍👦 Hallo 📚🎉 zusammen, am Samstag wird im Hafen vorgelesen, kommt alle vorbei und bringt eure Freunde mit {TAG} 🎈"
)
MARK = f"[...document.querySelectorAll('.spots > mark')].find(one => one.textContent === '{TAG}')"
PAINT = (255, 0, 255)
SHOW_SELECTION = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('textarea::selection { background: rgb(255 0 255); color: rgb(255 0 255) } textarea { caret-color: transparent }')
    document.adoptedStyleSheets = [sheet]
}"""


@pytest.fixture
def page(walker: Walker) -> Iterator[Page]:
    """A draft with a hashtag that wants capitals, behind emoji of several code points."""
    walker.sign_in("jana.berg@seeborn.example")
    walker.go("/write/")
    page = walker.page
    page.locator("input[name=channels]").first.check()
    page.locator("#id_text").fill(TEXT)
    expect(marks(page)).to_be_visible()
    yield page
    assert walker.axe("#texts") == []


def marks(page: Page) -> Locator:
    """The line under the hashtag."""
    return page.locator(".spots > mark", has_text=TAG)


def painted(page: Page) -> tuple[float, float, float, float]:
    """Where the browser itself paints the selected words of the field: left, top, right, bottom."""
    picture = Image.open(io.BytesIO(page.locator("#id_text").screenshot())).convert("RGB")
    box = page.locator("#id_text").bounding_box()  # after the picture, for which the page may have moved
    assert box is not None
    spots = [(x, y) for x in range(picture.width) for y in range(picture.height) if picture.getpixel((x, y)) == PAINT]
    assert spots, "nothing is selected"
    xs, ys = [x for x, _y in spots], [y for _x, y in spots]
    return box["x"] + min(xs), box["y"] + min(ys), box["x"] + max(xs) + 1, box["y"] + max(ys) + 1


def underlined(page: Page) -> tuple[float, float, float, float]:
    """Where the mark lies."""
    found: list[float] = page.evaluate(
        f"""() => {{
            const all = [...{MARK}.getClientRects()]
            const [xs, ys] = [all.flatMap(r => [r.left, r.right]), all.flatMap(r => [r.top, r.bottom])]
            return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
        }}"""
    )
    left, top, right, bottom = found
    return left, top, right, bottom


def show(page: Page) -> None:
    hint = page.locator(".hint", has_text=TAG)
    hint.get_by_role("button", name="Im Text zeigen").click()


def test_the_line_lies_under_its_words_and_the_hint_leads_to_them(page: Page) -> None:
    page.evaluate(SHOW_SELECTION)
    for letters in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        show(page)
        chosen = "() => { const f = document.activeElement; return f.value.slice(f.selectionStart, f.selectionEnd) }"
        assert page.evaluate(chosen) == TAG
        page.wait_for_timeout(300)
        seen, marked = painted(page), underlined(page)
        assert abs(seen[0] - marked[0]) <= 2, (letters, seen, marked)
        if page.evaluate(f"{MARK}.getClientRects().length") == 1:  # on several lines the browser paints up to their ends
            assert abs(seen[2] - marked[2]) <= 2, (letters, seen, marked)
        assert seen[1] - 2 <= marked[1] and marked[3] <= seen[3] + 2, (letters, seen, marked)
    page.evaluate("() => document.documentElement.style.fontSize = ''")


def test_the_line_moves_with_the_text_and_goes_with_what_it_spoke_of(page: Page) -> None:
    field = page.locator("#id_text")
    page.route("**/review/", lambda route: route.fulfill(status=409))
    field.press("Control+Home")
    field.press_sequentially("😀 Neu: ")
    page.evaluate(SHOW_SELECTION)
    page.evaluate(
        f"() => {{ const f = document.getElementById('id_text'), at = f.value.indexOf('{TAG}'); f.setSelectionRange(at, at + {len(TAG)}) }}"
    )
    page.wait_for_timeout(100)
    assert abs(painted(page)[0] - underlined(page)[0]) <= 2
    field.fill("Anderes")
    expect(page.locator(".spots")).to_be_hidden()


def test_the_hint_at_the_caret_stands_below_the_text_and_one_click_mends(page: Page) -> None:
    show(page)
    expect(page.locator("#at-caret")).to_contain_text("Lesbare Hashtags")
    page.evaluate(
        "() => { const f = document.getElementById('id_text'), at = f.value.indexOf('Samstag'); f.setSelectionRange(at, at) }"
    )
    expect(page.locator("#at-caret")).to_be_empty()
    page.get_by_role("button", name="#WirLesenGemeinsam").click()
    expect(page.locator("#id_text")).to_have_value(TEXT.replace(TAG, "#WirLesenGemeinsam"))


def test_a_hint_about_the_whole_text_sets_its_language_and_underlines_nothing(page: Page) -> None:
    page.locator("#id_lang").select_option("en")
    page.locator("#id_text").fill(f"Am Samstag lesen wir wieder für alle Kinder vor, die gern Geschichten hören. {TAG}")
    page.locator("button[data-set=de]").click()
    expect(page.locator("#id_lang")).to_have_value("de")
    expect(page.locator("button[data-set=de]")).to_have_count(0)
    expect(page.locator(".spots > mark")).to_have_text([TAG])


def test_the_answer_box_underlines_and_mends_too(browser: Browser, desk: Desk) -> None:
    walk = Walker(page_of(browser), desk.url, "desk")
    walk.sign_in("anna.weis@seeborn.example")
    walk.go("/inbox/")
    page = walk.page
    page.get_by_role("link", name="Verein Stadtgrün").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("#answer-text").fill(f"😀 Gern {TAG}")
    expect(marks(page)).to_be_visible()
    assert walk.axe("#write") == []
    page.get_by_role("button", name="#WirLesenGemeinsam").click()
    expect(page.locator("#answer-text")).to_have_value("😀 Gern #WirLesenGemeinsam")
    expect(marks(page)).to_have_count(0)
    page.context.close()
