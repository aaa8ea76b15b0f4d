"""Who may be named in public: offices and organisations; people by name never."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar, cast

from burgertop_app.domain.office_words import FIELDS, MAILBOXES, OFFICES, SMALL
from burgertop_app.domain.person_names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

_PARTS = re.compile(r"[,;/()\n]| [–-] ")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d[\d ()/.-]{6,}\d|\b14 ?0\d{2,4}\b")
_LEAST_DIGITS = 8
_MOBILE = ("06", "316", "00316")


def public_owner(owner: str, otherwise: str) -> str:
    """The offices and fields of work that are named in `owner`; `otherwise` when only people are.

    Strict on purpose: a word that is neither an office, a field of work, nor a small word between them is
    taken for a name and left out. "Karin de Boer, afdeling Wonen" becomes "afdeling Wonen", "wethouder
    Jansen" becomes "wethouder".
    """
    said = [found for part in _PARTS.split(owner) for found in (_office(part),) if found]
    return ", ".join(said) or otherwise


def public_contact(contact: str) -> tuple[str, ...]:
    """How a municipality can be reached: its offices, and addresses and numbers that are no person's own."""
    mails = [mail for mail in _MAIL.findall(contact) if _shared(mail)]
    rest = _MAIL.sub(" , ", contact)
    phones = [phone.strip() for phone in _PHONE.findall(rest) if not _digits(phone).startswith(_MOBILE)]
    offices = public_owner(_PHONE.sub(" , ", rest), "")
    return tuple(filter(None, (offices, *mails, *phones)))


class Guard:
    """Knows what belongs to people, and takes it out of texts.

    It knows everybody at once, so a name of one word, which is an ordinary word as well, stays.

    Args:
        names: names of people, which are found by the rule of `person_names`.
        phones: telephone numbers, however they are written.
        spots: addresses with a number, postcodes, mail addresses.
    """

    def __init__(self, names: Iterable[str], phones: Iterable[str], spots: Iterable[str] = ()) -> None:
        self._names = Names(names)
        self._begins: dict[str, set[tuple[str, ...]]] = {}
        for spot in spots:
            words = tuple(found.lower() for found in _tokens(spot))
            if len(words) > 1:
                self._begins.setdefault(words[0], set()).add(words)
        self._phones = {number for phone in phones for number in (_bare(phone),) if number}

    def finds(self, text: str) -> bool:
        """Whether something personal stands in the text."""
        return next(self._found(text), None) is not None

    def without(self, text: str, instead: str) -> str:
        """The text with `instead` where something personal stood."""
        kept, end = [], 0
        for start, stop in sorted(self._found(text)):
            if start >= end:
                kept += [text[end:start], instead]
                end = stop
        return "".join((*kept, text[end:]))

    def cleared(self, value: T, instead: str) -> T:
        """A value of dataclasses and tuples with every text in it cleared."""
        return cast("T", _mapped(value, lambda text: self.without(text, instead)))

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        yield from self._names.spans(text)
        words = list(_TOKEN.finditer(text))
        lowered = [match[0].lower() for match in words]
        for at, word in enumerate(lowered):
            for wanted in sorted(self._begins.get(word, ()), key=len, reverse=True):
                last = at + len(wanted) - 1
                if tuple(lowered[at : last + 1]) == wanted and _close(text, words[at : last + 1]):
                    yield words[at].start(), words[last].end()
                    break
        for match in _PHONE.finditer(text) if self._phones else ():
            if _bare(match[0]) in self._phones:
                yield match.start(), match.end()


_TOKEN = re.compile(r"\w+")
_FAR = 3


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _close(text: str, words: list[re.Match[str]]) -> bool:
    """Whether only a few signs stand between these words."""
    gaps = (text[one.end() : other.start()] for one, other in pairwise(words))
    return all(len(gap) <= _FAR for gap in gaps)


def _office(part: str) -> str:
    words = _WORD.findall(part)
    known = [word for word in words if word.lower().strip(".") in OFFICES | FIELDS | SMALL]
    while known and known[0].lower() in SMALL - {"de", "het"}:
        known.pop(0)
    while known and known[-1].lower() in SMALL:
        known.pop()
    if not any(word.lower() in OFFICES | FIELDS for word in known):
        return ""
    return " ".join(known)


def _shared(mail: str) -> bool:
    """Whether a mailbox is an office's: one of its words is an office, and none looks like a name."""
    words = re.split(r"[.+_-]", mail.partition("@")[0].lower())
    return any(word in MAILBOXES for word in words)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _bare(phone: str) -> str:
    """The digits of a number without the country, or nothing when there are too few."""
    digits = re.sub(r"^(?:0031|31|0)", "", _digits(phone))
    return digits if len(digits) >= _LEAST_DIGITS else ""


def _mapped(value: Any, change: Any) -> Any:  # noqa: ANN401  (any value of a paper)
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        return replace(value, **{name: _mapped(each, change) for name, each in kept.items()})
    return value
