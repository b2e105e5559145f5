"""Settings of an installation, all from the environment; `docs/running.md` lists them."""

from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from theke.site.environment import choice, data_folder, flag, sealing_keys, secret_key, words

DATA = data_folder()
URL = words("THEKE_URL", "http://localhost:8000").rstrip("/")
HOST = urlsplit(URL).hostname or "localhost"
SECURE = URL.startswith("https://")
DEBUG = flag("THEKE_DEBUG")
SECRET_KEY = secret_key(DATA)
SEALING_KEYS = sealing_keys(DATA)
ALLOWED_HOSTS = sorted({HOST, "localhost", "127.0.0.1", "[::1]", *words("THEKE_HOSTS").split()})
CSRF_TRUSTED_ORIGINS = [URL]
# A desk in a library may call its own server's address; a hosted one must not let users reach its inner network.
ALLOW_PRIVATE_ADDRESSES = flag("THEKE_ALLOW_PRIVATE_ADDRESSES")

# The longest that one call to a network may take; a delivery is leased for three times as long.
CALL_SECONDS = float(words("THEKE_CALL_SECONDS", "30"))
COLLECT_SECONDS = float(words("THEKE_COLLECT_SECONDS", "60"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "theke.site",
    "theke.desk",
    "theke.search",
    "theke.wall",
    "theke.inbox",
    "theke.calendar",
    "theke.publishing",
    "theke.posts",
    "theke.guidelines",
    "theke.media",
    "theke.channels",
    "theke.notices",
    "theke.practice",
    "theke.people",
    "theke.jobs",
    "theke.ui",
    "theke.networks",
    # Below ours, so that our templates of the same name are found first.
    "allauth",
    "allauth.account",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "theke.people.middleware.PersonLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "theke.people.middleware.PersonSettingsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "theke.people.middleware.DoorMiddleware",
]

ROOT_URLCONF = "theke.site.urls"
WSGI_APPLICATION = "theke.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "theke.desk.navigation.navigation",
            ],
            "builtins": ["theke.ui.templatetags.ui"],
        },
    }
]

DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{DATA / 'theke.sqlite3'}", conn_max_age=None)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # FULL, not NORMAL: the intent written before a call must survive a power cut, or the post is sent twice.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        # A small cache for each of some thirty threads' connections: the system caches the file for all of them.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-400",
        "cached_statements": 20,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["theke.people.recognising.Recognition"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_ADAPTER = "theke.people.signing_in.LibraryAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "theke.people.signing_in.SignInForm",
    "reset_password": "theke.people.signing_in.ForgottenPasswordForm",
    "reset_password_from_key": "theke.people.signing_in.NewPasswordForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("THEKE_BEHIND_PROXY") else 0  # else all who sign in share the proxy's limit
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "reset_password": "20/m/ip,5/m/key"}

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("sv", "Svenska"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = "theke.site.formats"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

EMAIL_CONFIG = urlsplit(words("THEKE_MAIL"))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_CONFIG.hostname else 'console'}.EmailBackend"
EMAIL_HOST = EMAIL_CONFIG.hostname or "localhost"
EMAIL_PORT = EMAIL_CONFIG.port or 25
EMAIL_HOST_USER = EMAIL_CONFIG.username or ""
EMAIL_HOST_PASSWORD = EMAIL_CONFIG.password or ""
EMAIL_USE_TLS = EMAIL_CONFIG.scheme == "smtp+tls"
EMAIL_USE_SSL = EMAIL_CONFIG.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = words("THEKE_MAIL_FROM", f"theke@{HOST}")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "theke.desk.views.errors.csrf_failure"
SESSION_COOKIE_NAME = "theke_session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_SSL_REDIRECT = False  # the web server in front does this
# The domain belongs to the municipality: its other hosts and its preload entry are not ours to decide; the redirect see above.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("THEKE_BEHIND_PROXY") else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": choice("THEKE_LOG", "WARNING", {"DEBUG", "INFO", "WARNING", "ERROR"})},
}
