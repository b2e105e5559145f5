"""What a network call can come to; `networks.base` gives them to the rest of the desk."""


class NetworkError(Exception):
    """Something a network call came to. `words` is for people, `params` fills them in."""

    looked = False
    """The publisher has looked through the account on the way: where calls cost money, that look is paid though nothing was done."""

    def __init__(self, words: str, **params: object) -> None:
        super().__init__(words % params if params else words)
        self.words = words
        self.params = params

    @property
    def said(self) -> dict[str, object]:
        """The sentence as it is kept, in plain JSON: `words` (msgid) and `params`."""
        return {"words": self.words, "params": {name: str(value) for name, value in self.params.items()}}


class NotSent(NetworkError):
    """The request never reached the network: trying again is safe."""

    def __init__(self, words: str, *, again_in: float = 30.0, **params: object) -> None:
        super().__init__(words, **params)
        self.again_in = again_in


class NoSuchHost(NotSent):
    """The name of the host is known nowhere, as far as the name service that this machine asks can tell."""


class Later(NotSent):
    """The network asked us to wait `again_in` seconds, and did nothing."""


class Unsure(NetworkError):
    """The request may or may not have been carried out. Look before anything else."""


class Refused(NetworkError):
    """The network said no for good, and did nothing."""


class BadField(NetworkError):
    """An answer of the connecting wizard will not do; `field` names the question."""

    def __init__(self, field: str, words: str, **params: object) -> None:
        super().__init__(words, **params)
        self.field = field


class Reconnect(NetworkError):
    """The credential is dead; a person must connect the channel again. Nothing was done."""
