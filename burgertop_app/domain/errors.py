"""Errors an organiser may meet: a code and parameters, never a sentence."""

from __future__ import annotations

from typing_extensions import override

Parameter = str | int | float


class BurgertopError(Exception):
    """Something that can be explained; `messages.errors` owns the sentence for each `code`.

    Parameters never hold a participant's name or address.
    """

    def __init__(self, code: str, /, **params: Parameter) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    @override
    def __reduce__(self) -> tuple[object, tuple[type[BurgertopError], str, dict[str, Parameter]]]:
        """Survive the trip between processes with the parameters."""
        return _rebuild, (type(self), self.code, self.params)


class InvalidInput(BurgertopError):
    """What a person or a file gave cannot be used (terminal: exit 2)."""


class NotPossible(BurgertopError):
    """The request is clear but cannot be met, for example quotas that clash (terminal: exit 2)."""


class NotFound(BurgertopError):
    """What was asked for is not there (terminal: exit 2)."""


class Conflict(BurgertopError):
    """Somebody else changed it in the meantime (terminal: exit 2)."""


class CheckFailed(BurgertopError):
    """Something was checked and found wrong (terminal: exit 3)."""


class Cancelled(Exception):
    """The organiser pressed Cancel; nothing has been written."""


def _rebuild(kind: type[BurgertopError], code: str, params: dict[str, Parameter]) -> BurgertopError:
    return kind(code, **params)
