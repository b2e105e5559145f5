"""What the pages of the calendar draw again and again."""

from django import template

from theke.calendar.drawing import drawn

register = template.Library()
register.filter("drawn", drawn)
