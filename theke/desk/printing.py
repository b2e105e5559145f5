"""Has a sheet drawn as PDF, in a process that ends afterwards."""

import json
import logging
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from django.utils.translation import gettext as _

from theke.desk.sheet import Sheet
from theke.people.models import Library

log = logging.getLogger(__name__)
DRAWER = Path(__file__).with_name("pdf.py")
WITHIN = 30
"""Seconds."""


class NotDrawn(Exception):
    """The PDF could not be made; the page can be printed all the same."""


def pdf_of(sheet: Sheet, library: Library, lang: str) -> bytes:
    """The sheet on A4. Raises NotDrawn."""
    given = {"sheet": asdict(sheet), "lang": lang, "author": library.name, "colour": library.brand_colour, "page": _("Page")}
    try:
        done = subprocess.run(  # noqa: S603 -- our own module, and what it reads comes on its standard input
            [sys.executable, str(DRAWER)], input=json.dumps(given).encode(), capture_output=True, timeout=WITHIN, check=True
        )
    except (OSError, subprocess.SubprocessError) as trouble:
        log.error("the sheet was not drawn: %s", getattr(trouble, "stderr", b"") or trouble)
        raise NotDrawn from trouble
    return done.stdout
