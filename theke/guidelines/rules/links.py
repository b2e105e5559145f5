"""Links that are safe, alive, short of spies and say where they lead (R32, R33, R34, R56)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from theke.guidelines.rules.base import Context, Draft, Entry, Finding, Severity
from theke.guidelines.rules.texts import texts, with_below
from theke.networks.base import Words, gettext_noop

POINT, TASK = "4-law", "2-our-task"
FOLLOWING = ".,;:!?'’*_…"
LINK = re.compile(r"(?i)(?<![\w])(?:https?|ftp)://[^\s<>\"“”„»«]{1,2000}")
ANY_LINK = re.compile(
    r"(?i)(?:https?://|\bwww\.)\S|(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}(?:de|se|eu|org|com|net|info|nu|library|bibliothek|example|social|app)(?:/|\b)(?!@)"
)
TRACKING = re.compile(
    r"(?i)(?:utm_\w{1,30}|mtm_\w{1,30}|pk_(?:campaign|kwd|source|medium|content|keyword)|hsa_\w{1,10}|_hs(?:enc|mi)|__hs\w{2,4}|at_(?:campaign|medium|custom\d)"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid?|igsh|mc_[ce]id|mkt_tok|wt_?(?:mc|zmc)|ref_src|ref_url|s_cid|vero_(?:id|conv)"
    r"|oly_(?:anon|enc)_id|rb_clickid|epik|si|feature)"
)
ONLY_ON = {"si": ("youtu.be", "youtube.com", "spotify.com"), "feature": ("youtu.be", "youtube.com")}
"""Names that follow somebody only on these pages, and mean something else on others."""
SHORTENERS = frozenset(
    [
        "bit.ly",
        "tinyurl.com",
        "t1p.de",
        "ow.ly",
        "buff.ly",
        "is.gd",
        "goo.gl",
        "t.co",
        "lnkd.in",
        "shorturl.at",
        "cutt.ly",
        "rb.gy",
        "kurzelinks.de",
        "t.ly",
        "fb.me",
        "dlvr.it",
        "ift.tt",
        "amzn.to",
        "tiny.cc",
        "rebrand.ly",
        "qrco.de",
        "s.id",
        "v.gd",
        "bl.ink",
        "adf.ly",
        "tr.im",
        "su.pr",
        "snip.ly",
        "short.io",
        "urlz.fr",
        "u.nu",
        "kortlink.dk",
        "tny.im",
        "trib.al",
        "hubs.ly",
        "hubs.la",
    ]
)
BARE_SHORT = re.compile(r"(?i)(?<![\w@./:-])(?:www\.)?(?P<host>[a-z0-9-]{1,20}\.[a-z]{2,6})/[\w./-]{1,80}")
CLICKS = re.compile(r"[Kk]li[ck]|KLICK|[Cc]lick|CLICK|[Tt]ryck|[Tt]ap |[Pp]ress ")
VAGUE = re.compile(
    r"(?i)(?<![\w„“”»\"])(?:hier (?:an)?klicken|klick(?:e|t|en sie)? (?:bitte |einfach |jetzt )?(?:hier|auf (?:den|diesen) link|mich)|(?:klicka|tryck) (?:här|på länken)"
    r"|click (?:here|this link|on the link)|press here|tap here)(?!\w)(?![!?.]?[“”«\"])"
)
CLOSES = re.compile(
    r"(?i)\b(?:bleib(?:t|en)\b[^!?\n]{0,80}\bgeschlossen|(?:wegen|aufgrund)\b[^!?\n]{0,80}\bgeschlossen|vorübergehend geschlossen|geschlossen\b[^!?\n]{0,40}\b(?:wegen|aufgrund)\b"
    r"|(?:schließt|schließen)\b[^!?\n]{0,40}\b(?:wegen|vorübergehend|vom \d)|håller\b[^!?\n]{0,40}\bstängt|(?:stängt|stänger)\b[^!?\n]{0,40}\b(?:på grund av|tillfälligt|för ombyggnad)"
    r"|(?:på grund av)\b[^!?\n]{0,60}\bstäng[dt]\w?|tillfälligt stäng[dt]|(?:will be|remains?|is|are) (?:temporarily )?closed\b[^!?\n]{0,40}\b(?:due to|because|for|from|until)"
    r"|(?:due to|because of)\b[^!?\n]{0,60}\bclosed|temporarily closed)\b"
)
CLOSING = re.compile(r"[Gg]eschlossen|[Ss]chließ|[Ss]täng|[Cc]losed")
MOST_SEARCHED = 4000

PLAIN = gettext_noop("“%(seen)s” is not encrypted: others can read along. With https it is safe, where the page offers it.")
FOLLOWS = gettext_noop("This link carries a mark by which readers are followed. Without it, it leads to the same place.")
DEAD = gettext_noop("“%(seen)s” leads nowhere: it was tried and no page was there.")
MOVED = gettext_noop("“%(seen)s” leads on to another place, %(to)s. Is that the one you mean?")
SHORTENED = gettext_noop("“%(seen)s” hides where it leads, and counts who follows it. Please write the address itself.")
SAYS_NOTHING = gettext_noop("“%(seen)s” says nothing to whoever hears only the links read out. Please say what is found there.")
NOWHERE_ELSE = gettext_noop(
    "Nobody should need a network to learn this. Please add a link to our own page, where the whole of it stands."
)


def links(text: str) -> tuple[tuple[int, str], ...]:
    """Each link with its place, without the punctuation of the sentence that follows it."""
    return _links(text) if "://" in text else ()


@lru_cache(maxsize=64)
def _links(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((found.start(), _trimmed(found.group())) for found in LINK.finditer(text))


def _trimmed(link: str) -> str:
    link = link.rstrip(FOLLOWING)
    while link.endswith((")", "]")) and link.count(link[-1]) > link.count({")": "(", "]": "["}[link[-1]]):
        link = link[:-1].rstrip(FOLLOWING)
    return link


def host_of(link: str) -> str:
    """The host of a link in small letters; empty where it has none."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def links_are_encrypted(draft: Draft, context: Context) -> list[Finding]:
    """R32: links begin with https. Warns; one step mends it where only the first letters change."""
    return [
        _at("R32", "warn", PLAIN, key, start, link, mend=_encrypted(link))
        for key, text in with_below(draft)
        for start, link in links(text)
        if not link.lower().startswith("https:")
    ]


def _encrypted(link: str) -> str | None:
    """The link with https. None where that is surely another place: with a port, or on no named host."""
    host = host_of(link)
    plain = link[:7].lower() == "http://" and "." in host and not host.replace(".", "").isdigit()
    try:
        return f"https://{link[7:]}" if plain and urlsplit(link).port is None else None
    except ValueError:
        return None


def links_lead_there(draft: Draft, context: Context) -> list[Finding]:
    """R33: links carry no marks by which readers are followed, and none that was tried was found dead or moved to another host. Warns."""
    return [
        finding
        for key, text in with_below(draft)
        for start, link in links(text)
        for finding in (*_following(key, start, link), *_tried(key, start, link, context))
    ]


def _following(key: str, start: int, link: str) -> Iterator[Finding]:
    clean = without_tracking(link)
    if clean != link:
        yield _at("R33", "warn", FOLLOWS, key, start, link, mend=clean)


def _tried(key: str, start: int, link: str, context: Context) -> Iterator[Finding]:
    to = context.tried.get(link)
    if to == "":
        yield _at("R33", "warn", DEAD, key, start, link)
    elif to and host_of(to) != host_of(link) and host_of(link) not in SHORTENERS:
        yield Finding(
            "R33", "warn", POINT, MOVED, {"seen": link, "to": to}, key, start=start, end=start + len(link), seen=link, mend=to
        )


def without_tracking(link: str) -> str:
    """The link without the parts by which readers are followed; everything else stays as it is, letter by letter."""
    bare, hash_, fragment = link.partition("#")
    path, mark, query = bare.partition("?")
    if not mark:
        return link
    host = host_of(link)
    kept = [part for part in query.split("&") if not _follows(part.partition("=")[0], host)]
    if len(kept) == query.count("&") + 1:
        return link
    return path + ("?" + "&".join(kept) if kept else "") + hash_ + fragment


def _follows(name: str, host: str) -> bool:
    only = ONLY_ON.get(name.lower())
    return bool(TRACKING.fullmatch(name)) and (only is None or host.endswith(only))


def links_say_where_they_lead(draft: Draft, context: Context) -> list[Finding]:
    """R34: no shortened links, and no "click here". A hint."""
    short = [
        _at("R34", "hint", SHORTENED, key, start, link)
        for key, text in with_below(draft)
        for start, link in links(text)
        if host_of(link) in SHORTENERS
    ]
    bare = [
        _at("R34", "hint", SHORTENED, key, found.start(), found.group())
        for key, text in with_below(draft)
        for found in (BARE_SHORT.finditer(text) if "/" in text else ())
        if found["host"].lower() in SHORTENERS
    ]
    vague = [
        _at("R34", "hint", SAYS_NOTHING, key, found.start(), found.group())
        for key, text in with_below(draft)
        if CLICKS.search(text)
        for found in VAGUE.finditer(text)
    ]
    return [*short, *bare, *vague]


def announcements_have_a_home(draft: Draft, context: Context) -> list[Finding]:
    """R56: what the public has to know, such as closing, links to our own pages. Warns. Answers are left out."""
    if draft.form == "reply":
        return []
    return [
        Finding("R56", "warn", TASK, NOWHERE_ELSE, target=key, start=start, end=end, seen=text[start:end])
        for key, text in texts(draft)
        if (draft.announces or CLOSING.search(text)) and not ANY_LINK.search(text)
        for start, end in _announced(text, draft.announces)
    ]


def _announced(text: str, always: bool) -> list[tuple[int, int]]:
    found = CLOSES.search(text[:MOST_SEARCHED])
    return [found.span()] if found else [(0, 0)] if always else []


def _at(rule: str, severity: Severity, words: Words, key: str, start: int, seen: str, mend: str | None = None) -> Finding:
    return Finding(
        rule, severity, POINT, words, {"seen": seen}, target=key, start=start, end=start + len(seen), seen=seen, mend=mend
    )


ENTRIES = (
    Entry("R32", POINT, "warn", gettext_noop("Encrypted links"), links_are_encrypted),
    Entry("R33", POINT, "warn", gettext_noop("Links that lead there"), links_lead_there),
    Entry("R34", POINT, "hint", gettext_noop("Links that say where they lead"), links_say_where_they_lead),
    Entry("R56", TASK, "warn", gettext_noop("Announcements stand on our own pages"), announcements_have_a_home),
)
