"""From the name of an account to the server that it lives on.

Whoever runs a network of their own names its directory and the server that knows names in `settings` of the line (`directory`,
`names`). Source: atproto.com/specs/handle and /specs/did. The name leads to the account's lasting identity (DID), and this to a document
that names the server and, the other way round, the name.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from theke.networks import net
from theke.networks.base import JSON, Account, BadField, NetworkError, gettext_noop
from theke.networks.judging import Answer

PUBLIC = "https://public.api.bsky.app"
DIRECTORY = "https://plc.directory"
RESOLVE = "/xrpc/com.atproto.identity.resolveHandle"
SHORTLY = 8.0
LARGEST = 100_000
HANDLE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
DID = re.compile(r"did:(?:plc:[a-z2-7]{24}|web:[a-zA-Z0-9.-]+)")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

NOT_A_NAME = gettext_noop("This is not the name of an account. It looks like bibliothek.bsky.social.")
NOT_FOUND = gettext_noop("No account of this name was found: %(handle)s. Please check how it is written.")
NO_SERVER = gettext_noop("The account %(handle)s names no server that it lives on.")
NOT_ITS_NAME = gettext_noop("The account that %(handle)s leads to does not go by this name.")


@dataclass(frozen=True)
class Home:
    """Where an account lives."""

    did: str
    server: str


def handle_of(typed: str) -> str:
    """The bare name in what a person typed: with or without @, or the address of the profile. Raises BadField."""
    words = UNSEEN.sub("", typed).strip()
    if "/profile/" in words:
        words = words.split("/profile/", 1)[1].split("/")[0]
    words = words.removeprefix("@").rstrip("./").lower()
    if len(words) > 253 or not HANDLE.fullmatch(words):
        raise BadField("handle", NOT_A_NAME)
    return words


def home_of(line: Account, handle: str) -> Home:
    """Where the account of this name lives. Raises BadField."""
    short = replace(line, secret={}, deadline=min(line.deadline, SHORTLY))
    did = _named_by_its_host(short, handle) or resolve(replace(short, address=line.settings.get("names", PUBLIC)), handle)
    if not did:
        raise BadField("handle", NOT_FOUND, handle=handle)
    document = _document(short, did, handle)
    if f"at://{handle}" not in [str(name).lower() for name in document.get("alsoKnownAs") or []]:
        raise BadField("handle", NOT_ITS_NAME, handle=handle)
    server = server_in(document)
    if not server:
        raise BadField("handle", NO_SERVER, handle=handle)
    return Home(did, server)


def _named_by_its_host(line: Account, handle: str) -> str:
    """What the host of that name says; most names are told otherwise, so any trouble is an empty answer."""
    with suppress(NetworkError):
        answer = net.get(line, f"https://{handle}/.well-known/atproto-did", largest=LARGEST)
        return _did(answer.body.decode("ascii", "ignore"))
    return ""


def resolve(line: Account, handle: str) -> str:
    """The identity behind a name, as the server at `line.address` tells it; empty when it does not."""
    short = replace(line, deadline=min(line.deadline, SHORTLY))
    with suppress(NetworkError):
        answer = net.get(short, RESOLVE, query={"handle": handle}, largest=LARGEST)
        return _did(str(answer.object().get("did") or ""))
    return ""


def _did(text: str) -> str:
    found = text.strip()
    return found if DID.fullmatch(found) else ""


def _document(line: Account, did: str, handle: str) -> JSON:
    directory = line.settings.get("directory", DIRECTORY)
    address = f"https://{did[8:]}/.well-known/did.json" if did.startswith("did:web:") else f"{directory}/{did}"
    try:
        answer: Answer = net.get(line, address, largest=LARGEST)
        return answer.object()
    except NetworkError as trouble:
        raise BadField("handle", NO_SERVER, handle=handle) from trouble


def server_in(document: JSON) -> str:
    """The address of the account's server in its document; empty when there is none that can be called."""
    services = document.get("service")
    for one in services if isinstance(services, list) else []:
        if isinstance(one, dict) and str(one.get("id", "")).endswith("#atproto_pds"):
            parts = urlsplit(str(one.get("serviceEndpoint") or ""))
            return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""
    return ""
