"""Who is meant at the door: people found by what is typed of a name or number, or by a scanned code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from burgertop_app.domain.person_names import BETWEEN, TOKEN, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPED_AS: Final = str.maketrans("&é\"'(-§è_!çà", "123456678890")
"""What a scanner set to a US keyboard types for a digit where the computer has a French or Belgian one."""


@dataclass(frozen=True)
class Match:
    """Somebody who fits what was typed; `whole` when it is their number or all of their name."""

    at: int
    whole: bool


class GuestSearch:
    """Finds people by parts of a name in any order, or by number.

    Capitals and accents do not matter, nor do spaces between parts; "van der" and the like may be left out.

    Args:
        people: name and number of each; answers are places in this row.
    """

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        self._names = [_words(name) for name, _number in people]
        self._numbers = [number for _name, number in people]
        self._plain = [_plain(number) for number in self._numbers]

    def find(self, typed: str) -> list[Match]:
        """Everybody who fits: a whole number or name first, for the rest in the order of the people."""
        wanted = _words(typed)
        if not wanted:
            return []
        plain, own = "".join(wanted), _own(wanted)
        exact = [at for at, number in enumerate(self._plain) if number == plain]
        named = [at for at, name in enumerate(self._names) if name and set(own) == set(_own(name))]
        whole = dict.fromkeys((*exact, *named))
        figures = any(sign.isdigit() for sign in plain)
        rest = [
            at
            for at, (name, number) in enumerate(zip(self._names, self._plain, strict=True))
            if at not in whole and (_fits(wanted, name) or (figures and number.startswith(plain)))
        ]
        return [*(Match(at, whole=True) for at in whole), *(Match(at, whole=False) for at in rest)]

    def scanned(self, code: str) -> int | None:
        """Whose number a code is; None when it is nobody's, or could be of two.

        A keyboard may change a sign between letters and figures, so these only decide between two numbers
        that are alike without them.
        """
        code = code.strip()
        if code in self._numbers:
            return self._numbers.index(code)
        other = code.translate(_TYPED_AS)
        for said in (code, *([other] if other.isdecimal() and code != other else [])):
            found = [at for at, number in enumerate(self._plain) if number == _plain(said)]
            if len(found) == 1 and _plain(said):
                return found[0]
        return None

    def namesakes(self, at: int) -> tuple[int, ...]:
        """Everybody who has the same name as the person at `at`, that person included."""
        name = self._names[at]
        return tuple(other for other, words in enumerate(self._names) if words == name)


def _words(text: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in TOKEN.findall(text))


def _plain(text: str) -> str:
    return "".join(_words(text))


def _own(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without "van der" and the like; all of them when there is nothing else."""
    return tuple(word for word in words if word not in BETWEEN) or tuple(words)


def _fits(wanted: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each typed word begins a part of the name; a small word may lack while another one fits."""
    if _begin(wanted, name):
        return True
    own = tuple(word for word in wanted if word not in BETWEEN)
    return bool(own) and len(own) < len(wanted) and _begin(own, name)


def _begin(wanted: Sequence[str], name: Sequence[str], taken: frozenset[int] = frozenset()) -> bool:
    if not wanted:
        return True
    first, rest = wanted[0], wanted[1:]
    return any(
        at not in taken and "".join(name[at:]).startswith(first) and _begin(rest, name, taken | {at})
        for at in range(len(name))
    )
