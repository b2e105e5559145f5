"""Keeps the translations: `update` reads the msgids from the source, `compile` writes the .mo files, `check` says what is amiss.

Each package has its own catalogue, `theke/<package>/locale/<language>/LC_MESSAGES/django.po`. Needs xgettext (Debian: gettext)
for `update` and `check`; compiling needs only polib.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("de", "sv")


def packages() -> list[Path]:
    """The packages of the product."""
    return sorted(p.parent for p in (ROOT / "theke").glob("*/__init__.py"))


def catalogue(package: Path, language: str) -> Path:
    """Where a package's translations into a language lie."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def read_msgids(package: Path) -> polib.POFile:
    """What the package says, read from Python files and templates by Django's own makemessages."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / package.name
        subprocess.run(["cp", "-r", str(package), str(copy)], check=True)
        subprocess.run(["rm", "-rf", str(copy / "locale"), str(copy / "migrations")], check=True)
        (copy / "locale").mkdir()
        command = [sys.executable, "-m", "django", "makemessages", "-l", "de", "--no-wrap", "--no-location", "-v", "0"]
        subprocess.run(command, cwd=copy, check=True, env={**os.environ, "DJANGO_SETTINGS_MODULE": ""})
        made = catalogue(copy, "de")
        return polib.pofile(str(made), wrapwidth=0) if made.exists() else polib.POFile(wrapwidth=0)


def merged(package: Path, language: str, wanted: polib.POFile) -> polib.POFile:
    """The catalogue with exactly the wanted msgids, keeping the translations there are."""
    path = catalogue(package, language)
    old = {(e.msgctxt, e.msgid): e for e in polib.pofile(str(path), wrapwidth=0)} if path.exists() else {}
    new = polib.POFile(wrapwidth=0)
    new.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for entry in sorted(wanted, key=lambda e: (e.msgid, e.msgctxt or "")):
        known = old.get((entry.msgctxt, entry.msgid))
        plural = {0: "", 1: ""} if entry.msgid_plural else {}
        new.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgctxt=entry.msgctxt,
                msgid_plural=entry.msgid_plural or "",
                msgstr=known.msgstr if known and not plural else "",
                msgstr_plural=(known.msgstr_plural if known and known.msgstr_plural else plural),
                flags=[f for f in entry.flags if f != "fuzzy"],
            )
        )
    return new


def each(names: list[str]) -> list[Path]:
    """The packages named, or all."""
    return [p for p in packages() if not names or p.name in names]


def update(names: list[str]) -> int:
    """Bring the .po files up to date with the source and list what is untranslated."""
    for package in each(names):
        wanted = read_msgids(package)
        for language in LANGUAGES if len(wanted) else ():
            path = catalogue(package, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            made = merged(package, language, wanted)
            made.save(str(path))
            print(f"{package.name} {language}: {len(made)} messages, {len(made.untranslated_entries())} untranslated")
    return 0


def compile_all(names: list[str]) -> int:
    """Write the .mo files."""
    for package in each(names):
        for language in LANGUAGES:
            path = catalogue(package, language)
            if path.exists():
                polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    return 0


def faults(package: Path, language: str) -> list[str]:
    """What is amiss with one catalogue: missing, unused, untranslated or fuzzy messages, or a stale .mo."""
    path, wanted = catalogue(package, language), read_msgids(package)
    if not len(wanted):
        return []
    if not path.exists():
        return [f"{path.relative_to(ROOT)} is missing"]
    po = polib.pofile(str(path))
    name = str(path.relative_to(ROOT))
    have, want = {(e.msgctxt, e.msgid) for e in po}, {(e.msgctxt, e.msgid) for e in wanted}
    found = [f"{name}: not in the catalogue: {m!r}" for _c, m in sorted(want - have, key=str)]
    found += [f"{name}: no longer said: {m!r}" for _c, m in sorted(have - want, key=str)]
    found += [f"{name}: untranslated: {e.msgid!r}" for e in po.untranslated_entries() + po.fuzzy_entries()]
    mo = path.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != po.to_binary():
        found.append(f"{mo.relative_to(ROOT)} is stale: run bin/messages")
    return found


def contradictions(language: str) -> list[str]:
    """Messages that two packages translate differently: Django would show one of the two everywhere."""
    said: dict[tuple[str | None, str], tuple[str, str]] = {}
    found: list[str] = []
    for package in packages():
        path = catalogue(package, language)
        for entry in polib.pofile(str(path)) if path.exists() else []:
            words = entry.msgstr or "|".join(entry.msgstr_plural.values())
            other, theirs = said.setdefault((entry.msgctxt, entry.msgid), (package.name, words))
            if theirs != words:
                found.append(
                    f"{language}: {entry.msgid!r} is {theirs!r} in {other} and {words!r} in {package.name}: give it a context"
                )
    return found


def check(names: list[str]) -> int:
    """Say what is amiss; 0 when nothing is."""
    found = [fault for package in each(names) for language in LANGUAGES for fault in faults(package, language)]
    found += [fault for language in LANGUAGES for fault in contradictions(language)]
    print("\n".join(found) or "translations are complete and fresh")
    return 1 if found else 0


if __name__ == "__main__":
    action = {"update": update, "compile": compile_all, "check": check}[sys.argv[1]]
    raise SystemExit(action(sys.argv[2:]))
