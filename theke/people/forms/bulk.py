"""A list of colleagues: uploaded or pasted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.tables import MOST_BYTES, MOST_ROWS, NotATable, decoded, people_in


class BulkForm(forms.Form):
    """Either a file or a text; what counts afterwards is the text and the people in it."""

    file = forms.FileField(
        label=_("File from your spreadsheet"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,text/plain"}),
    )
    text = forms.CharField(
        label=_("Or paste the list here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_("One line for each person: name, e-mail, branch, function, role. Semicolon, comma or tab between."),
    )

    def clean(self) -> dict[str, Any]:
        """The text of the file goes before what was pasted."""
        cleaned = super().clean() or {}
        file, source = cleaned.get("file"), "text"
        if file:
            source = "file"
            if file.size > MOST_BYTES:
                self.add_error("file", _("This file is too large for a list of colleagues."))
                return cleaned
            cleaned["text"] = decoded(file.read())
        try:
            cleaned["people"] = people_in((cleaned.get("text") or "")[:MOST_BYTES])
        except NotATable:
            words = _("There is no list of at least one and at most %(n)d people in it.") % {"n": MOST_ROWS}
            self.add_error(source, words)
        return cleaned
