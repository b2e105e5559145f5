"""A post, its versions per channel, its pictures, who writes it, what colleagues say of it, and how it begins."""

from theke.posts.models.approval import Approval
from theke.posts.models.attachment import Attachment
from theke.posts.models.authorship import Authorship
from theke.posts.models.override import Override
from theke.posts.models.post import Post
from theke.posts.models.remark import Remark
from theke.posts.models.starter import Starter
from theke.posts.models.topic import Topic
from theke.posts.models.version import Version
from theke.posts.models.words import Hashtag, Partner
from theke.posts.models.writing import Writing

__all__ = [
    "Approval",
    "Attachment",
    "Authorship",
    "Hashtag",
    "Override",
    "Partner",
    "Post",
    "Remark",
    "Starter",
    "Topic",
    "Version",
    "Writing",
]
