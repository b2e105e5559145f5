"""Forms about people and the library."""

from theke.people.forms.absence import SpanForm, StandInForm
from theke.people.forms.branch import BranchForm
from theke.people.forms.closing import ClosingForm
from theke.people.forms.colleague import ColleagueForm, ProfileForm
from theke.people.forms.library import LibraryForm
from theke.people.forms.password import PasswordForm
from theke.people.forms.training import TrainingForm

__all__ = [
    "BranchForm",
    "ClosingForm",
    "ColleagueForm",
    "LibraryForm",
    "PasswordForm",
    "ProfileForm",
    "SpanForm",
    "StandInForm",
    "TrainingForm",
]
