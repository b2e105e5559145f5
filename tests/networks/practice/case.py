"""What the promises of every network are tried with here: the common account and post."""

from tests.networks.recorded import PICTURE, account, op

__all__ = ["LACKS", "PICTURE", "account", "op"]
LACKS = {
    "ready_later": "a picture is ready when its upload is answered",
    "expired": "what was uploaded stays",
    "repeat_400": "it never recognises a repeat, on purpose",
    "renewed": "its tokens do not run out",
}
