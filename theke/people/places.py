"""The Länder and states in which a library can stand, by the codes of ISO 3166-2; their names are their own."""

PLACES = (
    ("DE-BW", "Baden-Württemberg"),
    ("DE-BY", "Bayern"),
    ("DE-BE", "Berlin"),
    ("DE-BB", "Brandenburg"),
    ("DE-HB", "Bremen"),
    ("DE-HH", "Hamburg"),
    ("DE-HE", "Hessen"),
    ("DE-MV", "Mecklenburg-Vorpommern"),
    ("DE-NI", "Niedersachsen"),
    ("DE-NW", "Nordrhein-Westfalen"),
    ("DE-RP", "Rheinland-Pfalz"),
    ("DE-SL", "Saarland"),
    ("DE-SN", "Sachsen"),
    ("DE-ST", "Sachsen-Anhalt"),
    ("DE-SH", "Schleswig-Holstein"),
    ("DE-TH", "Thüringen"),
    ("SE", "Sverige"),
)


def places(kept: str = "") -> list[tuple[str, str]]:
    """What can be chosen; what a library has kept already stays possible."""
    other = [(kept, kept)] if kept and kept not in dict(PLACES) else []
    return [("", "–"), *PLACES, *other]
