"""Personas: who tries each door."""

from dataclasses import dataclass

from tests import factories
from theke.people.models import Branch, Library, Person, Role


@dataclass(frozen=True)
class Cast:
    """A library with people in every position, and a stranger from another one."""

    library: Library
    harbour: Branch
    south: Branch
    jana: Person
    """Employee at the harbour branch."""
    tom: Person
    """Employee at the south branch."""
    anna: Person
    """Editor, main house."""
    maria: Person
    """Manager."""
    stranger: Person
    """Manager of another library."""


def cast() -> Cast:
    """Make the whole cast."""
    library, other = factories.library(), factories.library(name="Sjöby bibliotek")
    harbour = factories.branch(library, name="Hafen", shelf_code="HAF")
    south = factories.branch(library, name="Südstadt", shelf_code="SÜD", slug="sued")
    return Cast(
        library,
        harbour,
        south,
        factories.person(library, name="Jana Berg", home_branch=harbour, initials="jb"),
        factories.person(library, name="Tom Ritter", home_branch=south, initials="tr"),
        factories.person(library, name="Anna Weiß", role=Role.EDITOR, home_branch=harbour),
        factories.person(library, name="Maria Sander", role=Role.MANAGER, home_branch=south),
        factories.person(other, name="Elin Ström", role=Role.MANAGER),
    )
