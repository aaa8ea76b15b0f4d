"""When a text names somebody: the one rule for erasing, for reports and for everything that is published.

Found are whole names, in the ways in which they are written in the Netherlands:

- as given: "Fatma van der Berg"; with initials for the first names: "F. van der Berg"; and with the surname
  in front of a comma or a bracket: "Van der Berg, Fatma", "Berg, F. van der", "Van der Berg (Fatma)"; "v.d."
  and "v/d" stand for "van der";
- with the surname in front and nothing between, on one line and both with a capital: "Van der Berg Fatma";
  not with a surname that is a title as well ("Koning Willem");
- in capitals or small letters, with or without accents, composed or not, with the Turkish i in each form, and
  with the s of possession ("Fatma Demirs idee");
- over lines and spaces, and with hyphens, apostrophes, quotes or emphasis between (`Fatma **Demir**`);
- with a point alone between, as in an address for e-mail or the name of a file ("fatma.demir@example.nl").

Not found are: a first name or a surname alone, a nickname, one of several first names, and a first name where
the name has only its initial; nor an initial in small letters ("f.demir@example.nl").

A name that has one word besides "van", "de" and such ("Bakker", "De Boer") is an ordinary word as well. It is
found only where that is asked (`alone`), and only as it is written, with a capital. A name with fewer letters
than `SHORTEST` is never looked for; `Names.sought` tells.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SHORTEST: Final = 4
"""Fewer letters, small words left out, are too often a part of something else."""
_BETWEEN = """
aan af al bij d da dal de del della den der des di do dos du ed een el en het ibn in la las le les lo los
op over s sur t te ten ter thoe tot uit und v van vd ver von voor vom y zu zum zur
"""
_BEFORE = "d de den der di du el het in la le op s t te ten ter v van vd von"
BETWEEN: Final = frozenset(_BETWEEN.split())
"""Small words between first names and a surname."""
BEFORE: Final = frozenset(_BEFORE.split())
"""Those with which a name without a first name may begin."""
_LONG: Final = ("van der", "van den", "van de", "v d", "vd")
_SHORT: Final = {**dict.fromkeys(_LONG, _LONG), "van": ("v",), "v": ("van",)}
HIDDEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
MARKS: Final = "\u0300-\u036f"
TOKEN: Final = re.compile(rf"[^\W_][{MARKS}{HIDDEN}]*(?:[^\W_]|[{MARKS}{HIDDEN}])*")
"""A word, with the accents that are written apart and the signs that nobody sees."""
_OTHER_LETTERS: Final = str.maketrans(
    {"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
_FEW: Final = 8
_EMPHASIS: Final = "*_`~"
_LINES: Final = frozenset("\n\r\v\f\u2028\u2029")
_SIGNS: Final = 6
_APART: Final = frozenset(":!?…,")
_OF_TITLES = """
bisschop broeder burgemeester doctor dominee graaf hertog kapitein kardinaal keizer keizerin koning koningin
majoor meester minister pastoor paus prins prinses rector ridder schipper sint wethouder zuster
"""
_TITLES: Final = frozenset(_OF_TITLES.split())
"""Surnames that stand in front of a first name for another reason."""


@dataclass(frozen=True)
class _Form:
    """One way to write a name, under its folded words.

    `capitals` are the places of words that begin with a capital, `turned` the gap between a surname and what
    stands behind it (-1: there is none), `bare` whether nothing need stand in that gap, `exact` the words as
    they are written when nothing else will do.
    """

    name: str
    capitals: tuple[int, ...] = ()
    turned: int = -1
    bare: bool = False
    exact: tuple[str, ...] = ()


class Names:
    """Finds the names of some people in texts.

    Args:
        names: whole names; empty ones count for nobody.
        alone: whether names of one word are looked for too.

    Attributes:
        sought: whether there is a name to look for at all.
    """

    def __init__(self, names: Iterable[str], *, alone: bool = False) -> None:
        self._forms: dict[tuple[str, ...], list[_Form]] = {}
        self._lengths: dict[str, set[int]] = {}
        self._waiting: dict[str, list[tuple[str, list[str], tuple[str, ...]]]] = {}
        for name in dict.fromkeys(names):
            words = _in_order(name)
            said = tuple(map(folded, words))
            if _sought(words, said, alone=alone):
                self._waiting.setdefault(said[-1], []).append((name, words, said))
        self.sought = bool(self._waiting)
        self._few = tuple(self._waiting) if len(self._waiting) <= _FEW else ()

    def finds(self, text: str) -> bool:
        """Whether somebody is named in the text."""
        return next(self._found(text), None) is not None

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where names begin and end, in order, never one inside another."""
        return tuple((start, end) for start, end, _names in self._found(text))

    def whose(self, text: str) -> frozenset[str]:
        """The names, as they were given, of everybody who may be named in the text."""
        return frozenset(name for _start, _end, names in self._found(text) for name in names)

    def without(self, text: str, instead: str) -> str:
        """The text with `instead` where a name stood."""
        return struck(text, self.spans(text), instead)

    def _found(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        words = list(TOKEN.finditer(text)) if self._may_find(text) else []
        said = [folded(word[0]) for word in words]
        self._prepare(said)
        until = end = 0
        for at, first in enumerate(said):
            if at < until or first not in self._lengths:
                continue
            for length in sorted(self._lengths[first], reverse=True):
                names = self._names_at(text, words[at : at + length], said[at : at + length], length)
                if names:
                    until = at + length
                    place = words[at].start(), _with_bracket(text, words[at].start(), words[until - 1].end())
                    start, end = _with_emphasis(text, place, end)
                    yield start, end, names
                    break

    def _may_find(self, text: str) -> bool:
        """A quick look, so that most texts need no reading when few people are looked for."""
        if not self._few:
            return self.sought
        said = folded(text)
        return any(last in said for last in self._few)

    def _prepare(self, said: Iterable[str]) -> None:
        """Write out the names whose last word stands in a text; most are never needed."""
        known = set(said)
        known |= {word[:-1] for word in known if word.endswith("s")}
        for last in sorted(known & self._waiting.keys()):
            for name, words, folds in self._waiting.pop(last):
                for whole, form in _forms(name, words, folds):
                    self._forms.setdefault(whole, []).append(form)
                    self._lengths.setdefault(whole[0], set()).add(len(whole))

    def _names_at(
        self, text: str, words: Sequence[re.Match[str]], said: Sequence[str], length: int
    ) -> tuple[str, ...]:
        if len(words) < length:
            return ()
        whole = tuple(said)
        fitting = [form for form in self._forms.get(whole, ()) if _fits(form, text, words)]
        if not fitting and whole[-1].endswith("s"):
            owned = self._forms.get((*whole[:-1], whole[-1][:-1]), ())
            fitting = [form for form in owned if not form.exact and _fits(form, text, words)]
        return tuple(form.name for form in fitting)


def struck(text: str, spans: Iterable[tuple[int, int]], instead: str) -> str:
    """The text with `instead` in these places; they come in order."""
    kept, end = [], 0
    for start, stop in spans:
        kept += [text[end:start], instead]
        end = stop
    return "".join((*kept, text[end:]))


def folded(word: str) -> str:
    """A word without capitals, accents and hidden signs."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if sign.isalnum()).translate(_OTHER_LETTERS)


def _sought(words: Sequence[str], said: Sequence[str], *, alone: bool) -> bool:
    """Whether a name can be told from ordinary words."""
    own = _own(words, said)
    letters = sum(len(unicodedata.normalize("NFC", word)) for word in own)
    return letters >= SHORTEST and (len(own) > 1 or (alone and not own[0][0].islower()))


def _own(words: Sequence[str], said: Sequence[str]) -> list[str]:
    """The words that are no small ones."""
    pairs = zip(words, said, strict=True)
    return [word for at, (word, fold) in enumerate(pairs) if fold not in (BETWEEN if at else BEFORE)]


def _forms(name: str, words: Sequence[str], said: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """The ways to write a name, each with its folded words."""
    if len(_own(words, said)) == 1:
        yield said, _Form(name, exact=tuple(unicodedata.normalize("NFC", word) for word in words))
        return
    first, between, last = _parted(said)
    letters = tuple(at for at in range(len(first)) if len(said[at]) == 1 and words[at].isupper())
    yield said, _Form(name, letters)
    others = [tuple(short.split()) for short in _SHORT.get(" ".join(between), ())]
    for small in dict.fromkeys((between, *others)) if last else ():
        yield from _ways(_Form(name, letters), first, small, last)


def _ways(
    given: _Form, first: tuple[str, ...], small: tuple[str, ...], last: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], _Form]]:
    """In order and with the surname in front, each with first names and with initials."""
    rest, initials = (*small, *last), tuple(word[0] for word in first)
    for some in dict.fromkeys((first, initials, initials[:1])):
        letters = given.capitals if some == first else tuple(range(len(some)))
        surname = [len(some) + len(small)] if some != first else []
        bare = some == first and len(first[0]) > 1 and last[0] not in _TITLES
        yield (*some, *rest), _Form(given.name, (*letters, *surname))
        late = tuple(len(rest) + at for at in letters)
        yield (*rest, *some), _Form(given.name, late, len(rest) - 1, bare)
        if small:
            late = tuple(len(last) + at for at in letters)
            yield (*last, *some, *small), _Form(given.name, late, len(last) - 1, bare)


def _in_order(name: str) -> list[str]:
    """The words of a name as it is said: what stands before a comma is the surname."""
    surname, comma, first = name.partition(",")
    words = TOKEN.findall(surname)
    return [*TOKEN.findall(first), *words] if comma and TOKEN.search(first) else words


def _parted(said: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """First names, small words, and surname; without small words the last word is the surname."""
    begins = next((at for at, word in enumerate(said) if at and word in BETWEEN), len(said) - 1)
    ends = begins
    while ends < len(said) and said[ends] in BETWEEN:
        ends += 1
    return said[:begins], said[begins:ends], said[ends:]


def _fits(form: _Form, text: str, words: Sequence[re.Match[str]]) -> bool:
    close = all(
        _turned(text, one, other, bare=form.bare) if at == form.turned else _close(text, one, other)
        for at, (one, other) in enumerate(pairwise(words))
    )
    if not close or any(words[at][0][0].islower() for at in form.capitals):
        return False
    return not form.exact or _as_written(form.exact, [word[0] for word in words])


def _close(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words belong together."""
    gap = text[one.end() : other.start()]
    signs = [sign for sign in gap if not sign.isspace()]
    if len(signs) > _SIGNS or not _APART.isdisjoint(signs):
        return False
    return "." not in signs or gap == "." or len(one[0]) <= 2


def _turned(text: str, one: re.Match[str], other: re.Match[str], *, bare: bool) -> bool:
    """Whether the word before the gap ends a surname that stands in front of the first names."""
    gap = text[one.end() : other.start()]
    signs = [sign for sign in gap if not sign.isspace()]
    if "," in signs or "(" in signs:
        return len(signs) <= _SIGNS
    apart = set(signs) - set(_EMPHASIS) or not _LINES.isdisjoint(gap)
    return bare and not apart and not one[0][0].islower() and not other[0][0].islower()


def _with_bracket(text: str, start: int, end: int) -> int:
    """Where a name ends, with the bracket that closes one inside it."""
    if text.count("(", start, end) > text.count(")", start, end):
        closed = text.find(")", end, end + 2)
        return closed + 1 if closed >= 0 and text[end:closed] in ("", ".") else end
    return end


def _with_emphasis(text: str, place: tuple[int, int], free: int) -> tuple[int, int]:
    """A place with the marks of emphasis around it that belong to marks inside it; it begins after `free`."""
    start, end = place
    for mark in _EMPHASIS:
        if len(re.findall(rf"{re.escape(mark)}+", text[start:end])) % 2:
            wider = end
            while text[wider : wider + 1] == mark:
                wider += 1
            while wider == end and start > free and text[start - 1] == mark:
                start -= 1
            end = wider
    return start, end


def _as_written(exact: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether a name of one word stands there as it is; only "De" before it may have another capital."""
    said = tuple(unicodedata.normalize("NFC", word) for word in words)
    if len(exact) > 1:
        return said[1:] == exact[1:] and said[0].lower() == exact[0].lower()
    return said == exact
