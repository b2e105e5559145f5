"""A post, its versions per channel, its pictures and the reasons given for going past a warning."""

from theke.posts.models.attachment import Attachment
from theke.posts.models.override import Override
from theke.posts.models.post import Post
from theke.posts.models.version import Version

__all__ = ["Attachment", "Override", "Post", "Version"]
