"""Forms of the guideline."""

from theke.guidelines.forms.document import BeginForm, DecisionForm, DraftForm, LayerForm, PackageForm, PointForm, TitleForm
from theke.guidelines.forms.ours import CardForm, CoverForm, DutiesForm, ElectionForm, OursForm
from theke.guidelines.forms.settings import AnswerForm, HandleForm, SettingForm, VoiceForm

__all__ = [
    "AnswerForm",
    "BeginForm",
    "CardForm",
    "CoverForm",
    "DecisionForm",
    "DraftForm",
    "DutiesForm",
    "ElectionForm",
    "HandleForm",
    "LayerForm",
    "OursForm",
    "PackageForm",
    "PointForm",
    "SettingForm",
    "TitleForm",
    "VoiceForm",
]
