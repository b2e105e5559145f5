"""The open questions of private and library accounts: options with what speaks for and against them, and the library's answers.

The answers are settings that the desk obeys. Where a library has not answered, the strictest option counts (B22 to B28, A08).
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext, gettext_noop

from theke.guidelines.keeping import current, handles_open
from theke.guidelines.models import OwnThings, PolicyAnswer
from theke.people.models import HistoryEntry, Library, Person

ANSWERED = gettext_noop("policy answered")
REVIEW_AFTER = 365
"""Days after which a question is asked again, unless another day is chosen."""


@dataclass(frozen=True)
class Option:
    """One possible answer; all words are English msgids."""

    key: str
    title: str
    pro: str
    con: str


@dataclass(frozen=True)
class Question:
    """An open question. The first option counts as long as nobody has answered."""

    key: str
    title: str
    why: str
    effect: str
    """What the desk does with the answer."""
    options: tuple[Option, ...]

    def option(self, key: str) -> Option:
        """The option chosen; the first for one that there is not (any more)."""
        return next((one for one in self.options if one.key == key), self.options[0])


ACCOUNTS = Question(
    "accounts",
    gettext_noop("How do private accounts stand to those of the library?"),
    gettext_noop("Work is a part of life; private life is not to the same extent a part of work."),
    gettext_noop(
        "The desk never connects and never looks at a private account. As long as the answer is “strictly separate”, "
        "it lets no private name through, whatever the other answers say. With the other answers, the page of a published "
        "post has a text that colleagues may take along to their own account; nothing ever comes back from there."
    ),
    (
        Option(
            "separate",
            gettext_noop("Strictly separate"),
            gettext_noop("Nobody has to explain their private life, and the public always knows who speaks."),
            gettext_noop("What colleagues say about the library elsewhere is not seen by its readers."),
        ),
        Option(
            "one_way",
            gettext_noop("From work to private, never back"),
            gettext_noop("Whoever wants to may share what the library wrote; nothing private comes into the library's stream."),
            gettext_noop("Readers may take a shared post for a private opinion."),
        ),
        Option(
            "open",
            gettext_noop("Open, as each person likes"),
            gettext_noop("Colleagues are seen as the people they are, and their own readers hear of the library."),
            gettext_noop("The border between office and person blurs; what is said in private can fall back on the library."),
        ),
    ),
)
REPOSTS = Question(
    "reposts",
    gettext_noop("May private posts appear in the library's stream?"),
    gettext_noop("Colleagues report from events on their own accounts, too; some of it would do the library credit."),
    gettext_noop(
        "The check stops posts that name a colleague’s private account where the answer is “never”; where its author is to agree "
        "each time, only they can let such a post through."
    ),
    (
        Option(
            "never",
            gettext_noop("Never"),
            gettext_noop("The stream holds only what the library answers for."),
            gettext_noop("Good reports from colleagues have to be written a second time."),
        ),
        Option(
            "asked",
            gettext_noop("Only when the author agrees, each time"),
            gettext_noop("Lively voices get in, and nobody is surprised."),
            gettext_noop("It takes a question and an answer before each one."),
        ),
        Option(
            "allowed",
            gettext_noop("Allowed"),
            gettext_noop("Quick, and near to the event."),
            gettext_noop("An author may not want to be seen by the library's readers, or may later write what does not fit."),
        ),
    ),
)
SIGNING = Question(
    "signing",
    gettext_noop("May somebody sign with a private name?"),
    gettext_noop("A clear sender helps the right person to answer soon. The name of a private account is a sender, too."),
    gettext_noop("Only with the last two answers can colleagues enter a private name on their profile and have it shown."),
    (
        Option(
            "work_only",
            gettext_noop("No: name and branch, initials or function"),
            gettext_noop("The sender stays clear when somebody leaves, and nobody is written to at home."),
            gettext_noop("Readers cannot go on talking with the person behind a post."),
        ),
        Option(
            "named",
            gettext_noop("A post may name it, its owner agrees"),
            gettext_noop("Whoever wants to be credited by that name can be, and takes it back at any time."),
            gettext_noop("Private accounts become known to the public."),
        ),
        Option(
            "signed",
            gettext_noop("It may stand in the signature, its owner agrees"),
            gettext_noop("The conversation can go on with the person, as in the stacks."),
            gettext_noop("Questions to the library land in private accounts, also at night and after somebody has left."),
        ),
    ),
)
PLACEMENT = Question(
    "placement",
    gettext_noop("What place do social media have on the library's website?"),
    gettext_noop("Whoever uses no network must not miss anything."),
    gettext_noop("Where everything stands on the website first, the check reminds of it when a post leaves the website out."),
    (
        Option(
            "website_first",
            gettext_noop("Everything stands on the website first"),
            gettext_noop("Nobody is forced to a network, and a network may end without loss."),
            gettext_noop("Each post needs a few more words to stand by itself."),
        ),
        Option(
            "selected",
            gettext_noop("A chosen part of it"),
            gettext_noop("The website stays calm and shows what lasts."),
            gettext_noop("Somebody has to choose, each time."),
        ),
        Option(
            "links",
            gettext_noop("Only links to the accounts"),
            gettext_noop("No work."),
            gettext_noop("Visitors see nothing of it, and are sent to companies that watch them."),
        ),
    ),
)
QUESTIONS = (ACCOUNTS, REPOSTS, SIGNING, PLACEMENT)
BY_KEY = {question.key: question for question in QUESTIONS}


def chosen(library: Library, question: str) -> str:
    """The option that counts for a library; the first, strictest one where nothing is answered."""
    return BY_KEY[question].option(current(library).answers.get(question, "")).key


def sharing_offered(library: Library) -> bool:
    """Whether colleagues are offered a text to tell of a post on their own accounts."""
    return chosen(library, "accounts") != "separate"


def handles_allowed(library: Library) -> bool:
    """Whether colleagues may enter a private name to be named by."""
    return handles_open(current(library).answers)


def handles_sign(library: Library) -> bool:
    """Whether a private name may stand in the signature."""
    return handles_allowed(library) and chosen(library, "signing") == "signed"


def latest(library: Library) -> dict[str, PolicyAnswer]:
    """The answers that count, by question."""
    return {one.question: one for one in PolicyAnswer.objects.filter(library=library).order_by("pk")}


@transaction.atomic
def answer(
    library: Library, question: str, option: str, *, words: str, decided_on: date, review_on: date, by: Person
) -> PolicyAnswer:
    """Answer a question; it counts from now on. Raises KeyError for a question or an option that there is not."""
    asked = BY_KEY[question]
    chosen_option = {one.key: one for one in asked.options}[option]
    made = PolicyAnswer.objects.create(
        library=library,
        question=question,
        option=option,
        words=words,
        decided_on=decided_on,
        review_on=review_on,
        by=by,
        by_name=by.name,
    )
    label = f"{gettext(asked.title)} {gettext(chosen_option.title)}"
    HistoryEntry.write(ANSWERED, made, by=by, library=library, label=label, question=question, option=option)
    OwnThings.touch(library)
    return made
