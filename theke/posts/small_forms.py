"""The forms that stand beside the composer: a remark, a starter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from theke.people.models import Person
from theke.posts.remarking import colleagues_of
from theke.ui.picking import PickSeveral
from theke.ui.plain_input import TextField


class RemarkForm(forms.Form):
    """A word to colleagues, and whom it names besides those it names with an @."""

    text = TextField(label=_("Remark"), required=True, strip=True, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    mentioned = PickSeveral(Person.objects.none(), required=False, label=_("Mention"))

    def __init__(self, *args: Any, by: Person, **options: Any) -> None:
        super().__init__(*args, **({"auto_id": "id_remark_%s"} | options))
        chooser = self.fields["mentioned"]
        assert isinstance(chooser, PickSeveral)  # noqa: S101 -- for the type only
        chooser.queryset = Person.objects.filter(pk__in=[person.pk for person in colleagues_of(by)])
