"""The register: each account the library has on a network, and its sealed credential."""

from dataclasses import replace
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from theke.networks.base import Facts, Limits
from theke.networks.registry import network, networks
from theke.people.models import Branch, Library, Person


class ChannelQuerySet(models.QuerySet["Channel"]):
    """Questions about channels."""

    def visible_to(self, person: Person) -> Self:
        """The channels of the person's library."""
        return self.filter(library_id=person.library_id, library__isnull=False)

    def connected(self) -> Self:
        """Those with a working connection."""
        return self.filter(disconnected_at=None, connected_at__isnull=False)

    def to_learn(self) -> Self:
        """Those that only colleagues see, to try on."""
        return self.filter(network_key__in=[one.facts.key for one in networks() if one.facts.to_learn])

    def open_to(self, person: Person) -> "list[Channel]":
        """The connected channels this person may publish on, in the register's order."""
        return [c for c in self.visible_to(person).connected() if c.allows(person, "publish")]


class Channel(models.Model):
    """One account on one network. The row also carries its rate budget and its one call in flight, spent in the claim."""

    class Publishers(models.TextChoices):
        """Who may publish here."""

        EVERYONE = "everyone", _("Everyone in the library")
        BRANCH = "branch", _("The branch and the editorial group")
        EDITORS = "editors", _("The editorial group")

    class Approval(models.TextChoices):
        """When a second pair of eyes is asked for."""

        NEVER = "never", pgettext_lazy("approval", "never")
        NEW = "new", _("for new colleagues")
        FINDING = "finding", _("only when the guideline warns")
        ALWAYS = "always", pgettext_lazy("approval", "always")

    class Signature(models.TextChoices):
        """How the sender is shown (B19, B42)."""

        NAME_BRANCH = "name_branch", _("Name and branch")
        INITIALS_BRANCH = "initials_branch", _("Initials and branch")
        FUNCTION = "function", _("Function")
        NONE = "none", _("None: the sender is known to us only")

    class Token(models.TextChoices):
        """What we know of the credential."""

        WORKS = "works", pgettext_lazy("sign-in", "works")
        EXPIRING = "expiring", _("runs out soon")
        DEAD = "dead", _("no longer accepted")
        UNKNOWN = "unknown", _("not checked yet")

    library = models.ForeignKey(Library, models.CASCADE, related_name="channels")
    network_key = models.CharField(max_length=30)
    branch = models.ForeignKey(Branch, models.SET_NULL, null=True, blank=True, related_name="channels")
    name = models.CharField(_("Name in the desk"), max_length=80)
    address = models.CharField(max_length=300, blank=True, help_text="Base URL of the server")
    remote_id = models.CharField(max_length=200, blank=True)
    handle = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)
    purpose = models.CharField(_("Purpose"), max_length=300, blank=True)
    responsible = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="responsible_for")
    deputy = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="deputy_for")
    language = models.CharField(_("Language"), max_length=2, default="de")
    publishers = models.CharField(_("Who may publish"), max_length=8, choices=Publishers.choices, default=Publishers.EVERYONE)
    approval = models.CharField(_("Approval"), max_length=7, choices=Approval.choices, default=Approval.NEVER)
    looks_first = models.BooleanField(
        _("In heated conversations a colleague looks at an answer before it goes out"), default=False
    )
    signature = models.CharField(_("Signature"), max_length=16, choices=Signature.choices, default=Signature.NAME_BRANCH)
    position = models.PositiveSmallIntegerField(default=0)
    opened_on = models.DateField(_("Opened on"), null=True, blank=True)
    closed_on = models.DateField(_("Closed on"), null=True, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    limits_read = models.JSONField(default=dict, blank=True, help_text="Limits.as_json() of the last probe")
    profile = models.JSONField(default=dict, blank=True, help_text="name, about, followers, posts of the last probe")

    connected_at = models.DateTimeField(null=True, blank=True)
    disconnected_at = models.DateTimeField(null=True, blank=True)
    token_state = models.CharField(max_length=8, choices=Token.choices, default=Token.UNKNOWN)
    last_success_at = models.DateTimeField(null=True, blank=True)
    last_trouble_at = models.DateTimeField(null=True, blank=True)
    last_trouble = models.JSONField(default=dict, blank=True, help_text="words (msgid) and params, no secret")
    next_check_at = models.DateTimeField(default=timezone.now, db_index=True)

    # Spent and set in the claim of a delivery, on database time.
    busy_until = models.DateTimeField(null=True, blank=True)
    busy_with = models.CharField(max_length=40, blank=True)
    not_before = models.DateTimeField(null=True, blank=True, help_text="The network asked us to wait until then")
    budget_left = models.FloatField(default=30, help_text="Token bucket: calls left")
    budget_at = models.DateTimeField(default=timezone.now, help_text="When budget_left was true")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    objects = ChannelQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "network_key", "address", "remote_id"],
                name="channel_account_once",
                condition=~models.Q(remote_id=""),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def facts(self) -> Facts:
        """What the network declares of itself; a channel may have a code and a colour of its own on the spine label."""
        facts = network(self.network_key).facts
        own = {name: self.settings[name] for name in ("code", "colour") if self.settings.get(name)}
        return replace(facts, **own) if own else facts

    @property
    def limits(self) -> Limits:
        """What this account may send, as last read from its server."""
        if self.limits_read:
            return Limits.from_json(self.limits_read)
        module = network(self.network_key).limits
        limits: Limits = module.DEFAULT if module else Limits()
        return limits

    @property
    def branch_code(self) -> str:
        """The lower line of the spine label."""
        return self.branch.shelf_code if self.branch else ""

    @property
    def connected(self) -> bool:
        """Whether it can be used now."""
        return self.connected_at is not None and self.disconnected_at is None

    def allows(self, person: Person, ability: str) -> bool:
        """Narrow `publish` as the register says; everything else is as the role says."""
        if ability != "publish" or person.role != "employee":
            return True
        if self.publishers == self.Publishers.BRANCH:
            return self.branch_id is None or person.home_branch_id == self.branch_id
        return self.publishers == self.Publishers.EVERYONE


class Credential(models.Model):
    """The secret of a channel, sealed. Opened only for a call, never shown."""

    channel = models.OneToOneField(Channel, models.CASCADE, related_name="credential")
    sealed = models.TextField()
    expires_at = models.DateTimeField(null=True, blank=True)
    renewing_until = models.DateTimeField(null=True, blank=True, help_text="lease of whoever is just renewing it")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"credential of {self.channel_id}"


class Figure(models.Model):
    """A figure that somebody has read off and entered by hand, with its day; a day without one is a gap, not a zero (B34)."""

    class Name(models.TextChoices):
        """What was counted."""

        FOLLOWERS = "followers", _("Followers")
        POSTS = "posts", _("Posts")
        READERS = "readers", _("Readers")
        RESPONSES = "responses", _("Responses")

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="figures")
    name = models.CharField(_("What was counted"), max_length=10, choices=Name.choices, default=Name.FOLLOWERS)
    value = models.PositiveIntegerField(_("How many"))
    on = models.DateField(_("Day"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-on", "name"]
        constraints = [models.UniqueConstraint(fields=["channel", "name", "on"], name="figure_once_a_day")]

    def __str__(self) -> str:
        return f"{self.name} {self.value} ({self.on})"


class Budget(models.Model):
    """What a manager lets a channel cost, having read its prices. Without one nothing is called that costs."""

    channel = models.OneToOneField(Channel, models.CASCADE, related_name="budget")
    cents = models.PositiveIntegerField(_("Budget a month, in US cents"))
    confirmed = models.TextField(help_text="The words about the costs that the manager has read and ticked")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.cents / 100:.2f} USD"


class Expense(models.Model):
    """What one call costs: reserved before it is made, taken away again when it surely was not."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="expenses")
    reference = models.CharField(max_length=80, help_text="Which call: a delivery and its try, or a reading")
    micro = models.PositiveBigIntegerField(help_text="Micro-US-dollars")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "reference"], name="expense_once")]
        indexes = [models.Index(fields=["channel", "at"])]

    def __str__(self) -> str:
        return f"{self.reference}: {self.micro}"
