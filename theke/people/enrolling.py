"""Inviting many colleagues at once: first it is said what would happen to each line, then it happens, once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from theke.jobs.sources import wake
from theke.people import inviting
from theke.people.models import Branch, HistoryEntry, Library, Person, Role
from theke.people.recording import ADDED
from theke.people.tables import plain
from theke.ui.plain_input import only_words

ROLES = {
    Role.EMPLOYEE: {
        "",
        "employee",
        "staff",
        "mitarbeiter",
        "mitarbeiterin",
        "mitarbeiter in",
        "beschaftigte",
        "anstalld",
        "medarbetare",
    },
    Role.EDITOR: {"editor", "redakteur", "redakteurin", "redakteur in", "redaktion", "redaktor"},
    Role.MANAGER: {"manager", "leitung", "bibliotheksleitung", "leiter", "leiterin", "chef", "bibliotekschef", "ansvarig"},
}
LENGTHS = {"name": 120, "function": 120, "email": 254}


class State(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    EXISTS = "exists"
    FAULTY = "faulty"
    INVITED = "invited"


@dataclass
class Line:
    """One line of the list, as read and as judged. `faults` are sentences by column."""

    number: int
    cells: dict[str, str]
    state: State = State.NEW
    faults: dict[str, str] = field(default_factory=dict)
    note: str = ""
    branch: Branch | None = None
    role: str = Role.EMPLOYEE
    link: str = ""

    def cell(self, column: str) -> str:
        """What stands in a column."""
        return self.cells.get(column, "")

    @property
    def role_name(self) -> str:
        """The role in words."""
        return str(Role(self.role).label)

    @property
    def email(self) -> str:
        """The address as it is kept."""
        return self.cell("email").lower()


def judged(people: Iterable[dict[str, str]], library: Library) -> list[Line]:
    """Say of each line whether it is new, there already or faulty. Nothing is changed."""
    lines = [Line(number, cells) for number, cells in enumerate(people, 1)]
    known = {one.email.lower(): one for one in Person.objects.filter(email__in={line.email for line in lines})}
    branches = {plain(word): one for one in library.branches.all() for word in (one.name, one.shelf_code, one.slug)}
    first: dict[str, int] = {}
    for line in lines:
        _read(line, branches)
        _compare(line, library, known, first)
        if line.faults:
            line.state = State.FAULTY
    return lines


def _read(line: Line, branches: dict[str, Branch]) -> None:
    for column, most in LENGTHS.items():
        if fault := _fault(line.cell(column), most):
            line.faults[column] = fault
    if not line.cell("name"):
        line.faults["name"] = _("The name is missing.")
    try:
        validate_email(line.email)
    except ValidationError:
        line.faults["email"] = _("This is no e-mail address.")
    if line.cell("branch"):
        line.branch = branches.get(plain(line.cell("branch")))
        if line.branch is None:
            line.faults["branch"] = _("There is no such branch.")
    role = next((role for role, words in ROLES.items() if plain(line.cell("role")) in words), None)
    if role is None:
        line.faults["role"] = _("Write employee, editor or manager.")
    line.role = role or Role.EMPLOYEE


def _fault(text: str, most: int) -> str:
    try:
        only_words(text)
    except ValidationError as wrong:
        return str(wrong.messages[0])
    return _("This is too long.") if len(text) > most else ""


def _compare(line: Line, library: Library, known: dict[str, Person], first: dict[str, int]) -> None:
    if "email" in line.faults:
        return
    if line.email in first:
        line.faults["email"] = _("This address stands in line %(n)d already.") % {"n": first[line.email]}
        return
    first[line.email] = line.number
    person = known.get(line.email)
    if person is None:
        return
    if person.library_id != library.pk:  # said without saying whose it is
        line.faults["email"] = _("This address cannot be invited.")
        return
    line.state = State.EXISTS
    line.note = _("has left") if person.left_at else _("works here already")


def enrol(lines: Iterable[Line], library: Library, *, by: Person) -> None:
    """Invite everybody who is new. Where there is a mail server the mails follow by the worker, else each line has its link."""
    mails = inviting.can_mail()
    for line in lines:
        if line.state != State.NEW:
            continue
        try:
            with transaction.atomic():
                person = _made(line, library, by)
                line.link = "" if mails else inviting.invite(person, by=by)
                if mails:
                    inviting.order(person, by=by)
            line.state = State.INVITED
        except IntegrityError:  # the same list was sent twice at the same moment
            line.state, line.note = State.EXISTS, _("works here already")
    wake()


def _made(line: Line, library: Library, by: Person) -> Person:
    person: Person = Person.objects.create_user(
        line.email,
        name=line.cell("name"),
        library=library,
        role=line.role,
        function=line.cell("function"),
        home_branch=line.branch,
        language=library.language,
        languages=[],
    )
    HistoryEntry.write(ADDED, person, by=by, library=library)
    return person
