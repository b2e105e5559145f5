from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone, translation

from tests import factories
from theke.ui import icons


class Asking(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the badge", max_length=5)
    spoken = forms.MultipleChoiceField(
        label="Languages", choices=[("de", "Deutsch")], widget=forms.CheckboxSelectMultiple, required=False
    )


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_icon_is_an_inline_drawing_hidden_from_screen_readers() -> None:
    drawn = render('{% icon "check" "big" %}')
    assert drawn.startswith('<svg class="icon big"') and 'aria-hidden="true"' in drawn and "<path" in drawn
    assert "style=" not in drawn


def test_an_icon_that_lucide_lacks_is_an_error() -> None:
    with pytest.raises(icons.NoSuchIcon):
        icons.svg("no-such-icon")


def test_field_ties_label_help_and_error_to_its_input() -> None:
    shown = render("{% field form.name %}", form=Asking({"name": "far too long"}))
    assert '<label for="id_name">Name</label>' in shown
    assert 'aria-describedby="id_name_helptext id_name_error"' in shown
    assert 'id="id_name_helptext"' in shown and 'id="id_name_error"' in shown and 'aria-invalid="true"' in shown


def test_a_choice_of_several_is_a_fieldset_with_a_legend() -> None:
    shown = render("{% field form.spoken %}", form=Asking())
    assert "<fieldset" in shown and "<legend>" in shown and "Languages" in shown and 'for="id_spoken_0"' in shown


def test_error_summary_links_to_the_faulty_field_and_is_absent_otherwise() -> None:
    assert 'href="#id_name"' in render("{% errors form %}", form=Asking({"name": ""}))
    assert not render("{% errors form %}", form=Asking({"name": "Jana"})).strip()
    assert not render("{% errors form %}", form=Asking()).strip()


@pytest.mark.parametrize(
    ("language", "form", "shown"),
    [
        ("de", "date", "21. November 2026"),
        ("sv", "short", "2026-11-21"),
        ("en", "short_datetime", "21 Nov 2026, 14:05"),
        ("sv", "day", "21 nov"),
        ("de", "weekday", "Samstag, 21. November"),
    ],
)
def test_when_uses_the_named_formats_of_each_language(language: str, form: str, shown: str) -> None:
    moment = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
    with translation.override(language):
        made = render("{% when moment form %}", moment=moment, form=form)
    assert made == f'<time datetime="{moment.isoformat()}">{shown}</time>'


def test_when_says_today_and_is_empty_without_a_moment() -> None:
    with translation.override("en"):
        assert "today, " in render('{% when moment "near" %}', moment=timezone.now())
        old = timezone.now() - timedelta(days=30)
        shown = [render(f'{{% when moment "{form}" %}}', moment=old).split(">")[1] for form in ("near", "near_day")]
        assert ":" in shown[0] and ":" not in shown[1]
    assert render("{% when moment %}", moment=None) == ""


def test_waiting_turns_amber_after_a_day() -> None:
    now = timezone.now()
    with translation.override("en"):
        assert "warn" not in render("{% waiting since %}", since=now - timedelta(hours=23))
        assert "warn" in render("{% waiting since %}", since=now - timedelta(hours=25))
        assert "2 days" in render("{% waiting since %}", since=now - timedelta(hours=50))
        assert "just come in" in render("{% waiting since %}", since=now)


def test_said_fills_in_and_escapes_what_the_network_said() -> None:
    trouble = {"words": "The server said: %(reason)s", "params": {"reason": "<script>"}}
    assert render("{% said trouble %}", trouble=trouble) == "The server said: &lt;script&gt;"
    assert render("{% said trouble %}", trouble={"words": "%(lost)s", "params": {"x": 1}}) == "%(lost)s"
    assert render("{% said trouble %}", trouble={}) == ""


@pytest.mark.django_db
def test_spine_shows_network_and_branch_code_and_its_name_on_demand() -> None:
    library = factories.library()
    channel = factories.channel(library, branch=factories.branch(library, shelf_code="SÜD"), name="Übung Süd")
    assert "SÜD" in render("{% spine channel %}", channel=channel)
    assert "Übung Süd" not in render("{% spine channel %}", channel=channel)
    assert "Übung Süd" in render("{% spine channel named=True %}", channel=channel)


def test_a_weekday_of_another_week_comes_with_its_date() -> None:
    now = timezone.now()
    with translation.override("de"):
        soon = render('{% when moment "weekday_time" %}', moment=now + timedelta(days=2))
        later = render('{% when moment "weekday_time" %}', moment=now + timedelta(days=16))
    assert soon.count(",") == 1 and later.count(",") == 2
