"""The two questions of every network of Meta's; read with the facts, so it loads nothing else."""

from theke.networks.base import Field, gettext_noop

APP_ID = gettext_noop("The id of the library's app")
APP_ID_HELP = gettext_noop(
    "A long number, on Meta's page for developers under “App settings”. The guide shows how to make the app."
)
APP_SECRET = gettext_noop("The app's secret")
APP_SECRET_HELP = gettext_noop("Beside the id: 32 letters and digits. The desk seals it and shows it to nobody.")

FIELDS = (
    Field("app_id", APP_ID, APP_ID_HELP, example="123456789012345"),
    Field("app_secret", APP_SECRET, APP_SECRET_HELP, kind="secret"),
)
