"""What the guideline found, in words and with what mends it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from theke.guidelines.knowing import point_of
from theke.guidelines.rules.base import Finding
from theke.guidelines.rules.table import TITLES
from theke.people.models import Library
from theke.ui.wording import worded


@dataclass(frozen=True)
class Hint:
    """A finding put into words."""

    finding: Finding
    confirmed: str = ""
    channel: str = ""
    picture: int = 0
    library: Library | None = None
    """Whose guideline it is; None shows our own words of the points."""

    @property
    def title(self) -> str:
        """The rule in two or three words."""
        if self.finding.rule == "P07":
            return _("Invisible sign")
        return _(TITLES[self.finding.rule]) if self.finding.rule in TITLES else _("Still missing")

    @property
    def words(self) -> str:
        """What was seen and what would mend it."""
        return worded(self.finding.words, self.finding.params)

    @property
    def point(self) -> str:
        """The point of the library's guideline that it serves."""
        return point_of(self.library, self.finding.point)

    @property
    def number(self) -> str:
        """The number of that point."""
        return self.point.partition(".")[0] or self.finding.point.split("-", 1)[0]

    @property
    def url(self) -> str:
        """Where that point can be read (A13)."""
        return f"{reverse('guidelines:points')}#{self.finding.point}"

    @property
    def kind(self) -> str:
        """How it looks."""
        if self.confirmed:
            return "ok"
        return {"block": "danger", "warn": "warn", "hint": ""}[self.finding.severity]

    @property
    def asks(self) -> bool:
        """Whether it can be gone past with a reason."""
        return self.finding.severity == "warn" and not self.confirmed

    @property
    def mends(self) -> bool:
        """Whether one button mends it in the text."""
        return self.finding.mend is not None and bool(self.finding.seen or self.finding.mend)

    @property
    def language(self) -> str:
        """The language in which the text is heard to be, where one step marks it so (R46); empty elsewhere."""
        heard = str(self.finding.params.get("lang", "")) if self.finding.rule == "R46" else ""
        return heard if self.library and heard in self.library.languages else ""

    @property
    def language_name(self) -> str:
        """That language, as the field calls it."""
        return str(dict(settings.LANGUAGES).get(self.language, self.language))

    @property
    def language_field(self) -> str:
        """The id of the field that says the language."""
        return "id_lang"

    @property
    def has_place(self) -> bool:
        """Whether its place in the text can be shown, or mended there."""
        return not self.confirmed and (self.mends or bool(self.finding.seen))

    @property
    def adds(self) -> str:
        """What the mend puts beside the text, without the lines that part it from the rest; empty where it takes the place of something."""
        return (self.finding.mend or "").strip() if not self.finding.seen else ""

    @property
    def field(self) -> str:
        """The id of the field that it speaks of."""
        finding = self.finding
        channel, _colon, name = finding.target.partition(":")
        if name:
            return f"id_option-{channel}-{name}" if channel else f"id_{name}"
        if finding.picture:
            return f"id_picture-{finding.picture}-alt"
        return f"id_own-{finding.target}" if finding.target and (finding.seen or self.mends) else "id_text"
