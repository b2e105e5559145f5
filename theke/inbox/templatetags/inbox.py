"""Tags of the inbox."""

from typing import Any

from django import template
from django.urls import reverse

from theke.inbox.choosing import Chosen
from theke.inbox.models import Message
from theke.inbox.moderating import offered
from theke.people.models import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def inbox_part(context: template.Context, **other: Any) -> str:
    """The address of another part of the inbox: the one shown, with some of it replaced."""
    part: Chosen = context["part"]
    return f"{reverse('inbox:list')}?{part.query(**other)}"


@register.simple_tag(takes_context=True)
def colleagues(context: template.Context) -> Any:
    """To whom conversations can be given."""
    return Person.objects.visible_to(context["request"].user).active()


@register.simple_tag(takes_context=True)
def moderations(context: template.Context, message: Message) -> Any:
    """What the reader can do about a message on its network."""
    return offered(message, context["conversation"].channel, context["request"].user)
