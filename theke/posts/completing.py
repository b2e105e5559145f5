"""What is offered after # and @ while one writes."""

import re
from collections import Counter

from theke.people.models import Library
from theke.posts.models import Hashtag, Partner, Post

LAST_POSTS = 200
MOST = 300
TAG = re.compile(r"(?<![\w&/#])#(\w{2,60})")


def hashtags_for(library: Library) -> list[str]:
    """Hashtags without the sign: the library's own, its branches, then those of its last posts, the most used first."""
    own = list(Hashtag.objects.filter(library=library).values_list("word", flat=True))
    branches = [in_one_word(name) for name in library.branches.values_list("name", flat=True)]
    texts = Post.objects.filter(library=library).posts().kept().order_by("-saved_at").values_list("text", flat=True)
    used = Counter(tag for text in texts[:LAST_POSTS] for tag in TAG.findall(text) if not tag.isdigit())
    once = {word.lower(): word for word in reversed([*own, *branches, *(tag for tag, _number in used.most_common())]) if word}
    return list(reversed(once.values()))[:MOST]


def in_one_word(name: str) -> str:
    """A name as a hashtag: each word with a capital, and nothing between them."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", name))


def partners_for(library: Library) -> list[dict[str, str]]:
    """Partners by account and name. Nobody else is offered: an @ calls somebody."""
    return [{"handle": one.handle, "name": one.name} for one in Partner.objects.filter(library=library)[:MOST]]
