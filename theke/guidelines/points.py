"""The points of the guideline, in our own words, until a library brings its own."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop


@dataclass(frozen=True)
class Point:
    """A point with its anchor; title and text are English msgids."""

    anchor: str
    title: str
    text: str

    @property
    def number(self) -> str:
        """The number by which people quote it."""
        return self.anchor.split("-", 1)[0]


POINTS = (
    Point(
        "1-take-part",
        gettext_noop("Take part instead of only being there"),
        gettext_noop(
            "Everyone at the library may and should write, ask, answer and join in. Nobody needs permission to suggest a post."
        ),
    ),
    Point(
        "2-our-task",
        gettext_noop("Social media is part of our work"),
        gettext_noop(
            "We plan it together, keep to what each channel can carry, and let nobody wait for an answer. It complements our daily work."
        ),
    ),
    Point(
        "3-transparency",
        gettext_noop("Honest and open about who is speaking"),
        gettext_noop(
            "Every text has a sender that readers can see. Whoever speaks for themselves and not for the library says so."
        ),
    ),
    Point(
        "4-law",
        gettext_noop("Respect the law and the rights of others"),
        gettext_noop(
            "We name whose pictures and words we use, keep personal data to ourselves, and write so that everyone can read it: "
            "pictures are described, letters are letters, hashtags can be read aloud."
        ),
    ),
    Point(
        "5-respect",
        gettext_noop("Treat everyone with respect"),
        gettext_noop(
            "We do not provoke or belittle anyone, whether they take part in the conversation or not, and we respect their privacy."
        ),
    ),
    Point(
        "6-mistakes",
        gettext_noop("Stand by mistakes"),
        gettext_noop("Mistakes happen. We say what was wrong and correct it soon, everywhere the mistake was to be read."),
    ),
    Point(
        "7-criticism",
        gettext_noop("Take criticism seriously"),
        gettext_noop(
            "Factual and fair criticism gets an answer from someone responsible, and we look for a solution together."
        ),
    ),
)
BY_ANCHOR = {point.anchor: point for point in POINTS}
