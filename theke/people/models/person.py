"""A person who works for a library and signs in at the desk."""

from datetime import time, timedelta
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from theke.people.models.library import Branch, Library

INVITATION_LASTS = timedelta(days=14)


class Role(models.TextChoices):
    """What a person may do; the abilities of each stand in `people.access`."""

    EMPLOYEE = "employee", _("Employee")
    EDITOR = "editor", _("Editor")
    MANAGER = "manager", _("Manager")


class PersonQuerySet(models.QuerySet["Person"]):
    """Questions about persons."""

    def active(self) -> Self:
        """Those who work here now."""
        return self.filter(left_at=None, is_active=True)

    def visible_to(self, person: "Person") -> Self:
        """The colleagues of the same library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def editors(self) -> Self:
        """The editorial group, managers included."""
        return self.filter(role__in=[Role.EDITOR, Role.MANAGER])


class PersonManager(BaseUserManager.from_queryset(PersonQuerySet)):  # type: ignore[misc]
    """Makes persons; e-mail addresses are kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Add a person; without a password they cannot sign in until they have set one."""
        person: Person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find by e-mail address, whatever its case."""
        person: Person = self.get(email__iexact=username)
        return person


class Person(AbstractBaseUser):
    """The user model. Who leaves keeps their name in the history and loses every right."""

    class Theme(models.TextChoices):
        """Light or dark."""

        SYSTEM = "system", _("as the device")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    class Mail(models.TextChoices):
        """How notices come by e-mail."""

        NOW = "now", _("at once")
        DIGEST = "digest", _("once a day, together")
        NONE = "none", _("not at all")

    library = models.ForeignKey(Library, models.CASCADE, null=True, blank=True, related_name="people")
    email = models.EmailField(_("E-mail address"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    function = models.CharField(_("Function"), max_length=120, blank=True, help_text=_("For example: children's librarian"))
    phone = models.CharField(_("Telephone at work"), max_length=40, blank=True)
    initials = models.CharField(_("Initials"), max_length=4, blank=True)
    home_branch = models.ForeignKey(Branch, models.SET_NULL, null=True, blank=True, related_name="people")
    languages = models.JSONField(_("Languages spoken"), default=list, blank=True)
    subject_areas = models.JSONField(_("Subject areas"), default=list, blank=True)
    role = models.CharField(_("Role"), max_length=8, choices=Role.choices, default=Role.EMPLOYEE)
    language = models.CharField(
        _("Language of the desk"), max_length=2, default="de", choices=[("de", "Deutsch"), ("sv", "Svenska"), ("en", "English")]
    )
    theme = models.CharField(_("Colours"), max_length=6, choices=Theme.choices, default=Theme.SYSTEM)
    mail = models.CharField(_("Notices by e-mail"), max_length=6, choices=Mail.choices, default=Mail.NOW)
    digest_at = models.TimeField(_("Digest at"), default=time(7, 30), help_text="wall time of the library, on working days")
    quiet_from = models.TimeField(_("No e-mail from"), default=time(18))
    quiet_until = models.TimeField(_("until"), default=time(7))
    keys = models.BooleanField(_("Use single keys as shortcuts"), default=True)
    remembered = models.JSONField(default=dict, blank=True, help_text="the filters last chosen, by page")
    is_active = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        """The initials, made from the name where none are set."""
        return self.initials or "".join(part[0] for part in self.name.split()[:3]).lower()

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split(" ", 1)[0]


class Introduction(models.Model):
    """That somebody has introduced a new colleague. Until then they count as new where a channel asks for approval."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="introduction")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.person} {self.at:%Y-%m-%d}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def to_mail(self) -> Self:
        """Those whose mail still has to go out."""
        return self.filter(mail_again_at__isnull=False, used_at=None, person__left_at=None)


class Invitation(models.Model):
    """An invitation sent by e-mail; whoever opens its link sets a password. Used once, for fourteen days."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    token = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token in the link")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True, blank=True)
    mail_again_at = models.DateTimeField(null=True, blank=True, help_text="when to mail it (again); None once that is done")
    mail_tries = models.PositiveSmallIntegerField(default=0)
    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person} {self.at:%Y-%m-%d}"

    @property
    def open(self) -> bool:
        """Whether the link still works."""
        return self.used_at is None and timezone.now() < self.at + INVITATION_LASTS and self.person.left_at is None
