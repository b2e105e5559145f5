"""Settings of the tests: a throw-away data folder, fast passwords, mail kept in memory."""

import os

from tests.place import data_folder

os.environ["THEKE_DATA"] = data_folder()

from theke.site.settings import *  # noqa: F403 -- the data folder must be set before the settings are read

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOW_PRIVATE_ADDRESSES = True
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405 -- WhiteNoise warns of a missing folder
# A file, not memory: the engine's threads and the other processes of the fault tests meet in it.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": DATA / "test.sqlite3"}  # noqa: F405
