"""When a text holds somebody's own e-mail address, telephone number or home; `person_names` is for names.

Only what is known of people is found, and only whole:

- an e-mail address, in capitals or small letters;
- a telephone number, with or without spaces, hyphens, brackets and the country ("06 - 12 34 56 78",
  "+31 (0)6 12345678");
- a street with the house number and the addition, in capitals or small letters, with or without accents, and
  with a hyphen, a comma or nothing before the addition ("Dorpsstraat 12-a").

Not found are: a street alone, another way to shorten it ("Dorpsstr."), and a house number without the
addition that somebody has. Nobody is found by a number with fewer digits than `LEAST_DIGITS`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from burgertop_app.domain.person_names import HIDDEN, MARKS, SHORTEST, Names, folded, struck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from burgertop_app.domain.people import Contact

LEAST_DIGITS: Final = 8
"""Of a telephone number without the country and the first 0."""
_NO_MAIL = r"\s@<>()\[\]{},;:=|\\\"“”„'’"
_MAILBOX = re.compile(rf"[^{_NO_MAIL}]+$")
_MAIL_HOST = re.compile(rf"[^{_NO_MAIL}/?]+")
_LONGEST_MAILBOX = 64
"""Signs before the @; only so far back is looked, also in a text without a space."""
_AT = re.compile("@")
_ROUND_MAIL = "*_`~.!…"
_RUN = re.compile(r"(?<![^\W_])\+?\(?\d(?:[\s()/.–-]{0,3}\d){7,}")
_IN_FRONT = ("00310", "0031", "310", "31", "00", "0", "")
"""Of a number: the country with and without a 0 too many, the first 0, or nothing.

A short one never stands alone, since it can be a day ("2026-01-29").
"""
_OTHER = re.compile(r"[^0-9]+")
_DUTCH = re.compile(r"^(?:0031|31|0(?!0))0?")
_SEVERAL = re.compile(r"[,;/\n]| of ")
_POSTCODE = re.compile(r"\s*[1-9]\d{3}\s?[A-Za-z]{2}\s*")
_PART = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{MARKS}{HIDDEN}])*")
_NUMBER = re.compile(r"\d+")
_BEFORE, _AFTER, _FAR = 90, 40, 3
_STOPS = frozenset(".!?:;…")
_SHORT_WORD = 5

Spot = tuple[tuple[str, ...], str, tuple[str, ...]]
"""A home: the folded words before its number, the number, and what comes after it."""


class Details:
    """Finds the e-mail addresses, telephone numbers and homes of some people in texts.

    Args:
        mails: e-mail addresses.
        phones: telephone numbers, however they are written.
        spots: streets with a number, postcodes; what has no number, or is very short, counts for nothing.
    """

    def __init__(self, mails: Iterable[str], phones: Iterable[str], spots: Iterable[str]) -> None:
        self._mails = {_folded(found) for text in mails for _start, found in _mails(text)}
        self._phones = {bare for text in phones for bare in _bare(text)}
        self._spots: dict[tuple[tuple[str, ...], str], set[tuple[str, ...]]] = {}
        for text in dict.fromkeys(spots):
            for before, number, after in _spot(text):
                self._spots.setdefault((before, number), set()).add(after)
        self._measure()

    @property
    def sought(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._mails or self._phones or self._spots)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where something begins and ends; mails first, then numbers, then homes."""
        return ((start, end) for start, end, _key in self._found(text))

    def leave(self, text: str) -> None:
        """Look no more for what stands in `text`: it is how an office is reached."""
        for _start, _end, key in list(self._found(text)):
            if isinstance(key, tuple):
                before, number, after = key
                self._spots.get((before, number), set()).discard(after)
            self._mails.discard(str(key))
            self._phones.discard(str(key))
        self._spots = {place: ends for place, ends in self._spots.items() if ends}
        self._measure()

    def _measure(self) -> None:
        self._digits = sorted({len(bare) for bare in self._phones}, reverse=True)
        self._houses = {number for _before, number in self._spots}
        self._streets = sorted({len(before) for before, _number in self._spots}, reverse=True)

    def _found(self, text: str) -> Iterator[tuple[int, int, str | Spot]]:
        for start, said in _mails(text) if self._mails else ():
            if _folded(said) in self._mails:
                yield start, start + len(said), _folded(said)
        for match in _RUN.finditer(text) if self._phones else ():
            yield from self._numbers(text, match)
        for match in _NUMBER.finditer(text) if self._spots else ():
            if match[0] in self._houses:
                yield from self._homes(text, match)

    def _numbers(self, text: str, run: re.Match[str]) -> Iterator[tuple[int, int, str]]:
        """The telephone numbers in a row of digits, which may hold more than one number."""
        places = [at for at in range(run.start(), run.end()) if text[at].isdigit()]
        said = "".join(text[at] for at in places)
        free = 0
        for first, at in enumerate(places):
            if first < free or (first and text[at - 1].isdigit()):
                continue
            for bare, end in self._begun(said, first):
                if not _glued(text, places[end - 1] + 1):
                    free, in_front = end, text[run.start() : at]
                    yield run.start() + len(in_front.rstrip("+(")), places[end - 1] + 1, bare
                    break

    def _begun(self, digits: str, first: int) -> Iterator[tuple[str, int]]:
        """The numbers that begin at this digit, each with the digit behind it."""
        for before in _IN_FRONT:
            begin = first + len(before)
            for length in self._digits if digits.startswith(before, first) else ():
                bare = digits[begin : begin + length]
                if bare in self._phones and (before or length > LEAST_DIGITS):
                    yield bare, begin + length

    def _homes(self, text: str, number: re.Match[str]) -> Iterator[tuple[int, int, Spot]]:
        left = max(0, number.start() - _BEFORE)
        before = list(_PART.finditer(text, left, number.start()))
        after = list(_PART.finditer(text, number.end(), number.end() + _AFTER))
        names = [folded(word[0]) for word in before]
        for length in self._streets:
            place = tuple(names[len(names) - length :]) if length <= len(names) else None
            for end in self._ends(place, number[0]) if place is not None else ():
                words = [*before[len(before) - length :], number, *after[: len(end)]]
                if tuple(folded(word[0]) for word in after[: len(end)]) == end and _close(text, words):
                    yield words[0].start(), words[-1].end(), ((*place,) if place else (), number[0], end)
                    return

    def _ends(self, place: tuple[str, ...], number: str) -> Sequence[tuple[str, ...]]:
        """What may follow a house number in a street, the longest first."""
        return sorted(self._spots.get((place, number), ()), key=len, reverse=True)


class Traces:
    """Finds people in texts by their names and by their details.

    Attributes:
        names: finds the names alone.
        sought: whether there is anything to look for at all.
    """

    def __init__(self, names: Names, details: Details) -> None:
        self.names = names
        self._details = details
        self.sought = names.sought or details.sought

    def finds(self, text: str) -> bool:
        """Whether somebody can be found in the text."""
        return self.names.finds(text) or next(self._details.spans(text), None) is not None

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where names and details begin and end, in order; those that overlap are one."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted((*self.names.spans(text), *self._details.spans(text))):
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(joined)

    def without(self, text: str, instead: str) -> str:
        """The text with `instead` where a name or a detail stood."""
        return struck(text, self.spans(text), instead)


def details_of(contacts: Sequence[Contact], *, postcodes: bool = False) -> Details:
    """What finds the details of these people; a postcode alone only where that is asked."""
    spots = [spot for contact in contacts for spot in _homes_of(contact)]
    if postcodes:
        spots += [contact.postcode for contact in contacts]
    return Details((contact.email for contact in contacts), (contact.phone for contact in contacts), spots)


def _homes_of(contact: Contact) -> Iterator[str]:
    """The street with the number, also with the postcode behind it."""
    for part in re.split(r"[,\n]", contact.address):
        if _NUMBER.search(part) and not _POSTCODE.fullmatch(part):
            yield part
            if contact.postcode.strip():
                yield f"{part} {contact.postcode}"


def _mails(text: str) -> Iterator[tuple[int, str]]:
    """Every address for e-mail in a text, with the place where it begins."""
    for sign in _AT.finditer(text):
        box = _MAILBOX.search(text[max(0, sign.start() - _LONGEST_MAILBOX) : sign.start()])
        host = _MAIL_HOST.match(text, sign.end())
        if box and host:
            before, after = box[0].lstrip(_ROUND_MAIL), host[0].rstrip(_ROUND_MAIL)
            yield sign.start() - len(before), f"{before}@{after}"


def _folded(mail: str) -> str:
    return mail.casefold()


def _bare(text: str) -> list[str]:
    """The digits of the numbers in a text that are long enough, without the country and the first 0."""
    parts = [_digits(part) for part in _SEVERAL.split(text)]
    some = [part for part in parts if len(part) >= LEAST_DIGITS] or ["".join(parts)]
    bares = [_DUTCH.sub("", part, count=1).removeprefix("00") for part in some]
    return [bare for bare in bares if len(bare) >= LEAST_DIGITS]


def _digits(text: str) -> str:
    return _OTHER.sub("", text)


def _spot(text: str) -> Iterator[Spot]:
    """A home in its parts, around the first number that is not in front."""
    words = [folded(word) for word in _PART.findall(text)]
    at = next((place for place, word in enumerate(words) if place and word.isdigit()), 0)
    letters = len("".join(word for word in words if not word.isdigit()))
    if letters > 1 and sum(map(len, words)) >= SHORTEST and words[at].isdigit():
        yield tuple(words[:at]), words[at], tuple(words[at + 1 :])


def _close(text: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether these words stand together, and nothing is glued to the last."""
    for one, other in pairwise(words):
        gap = text[one.end() : other.start()]
        whole = len(one[0]) > _SHORT_WORD or one[0].isdigit()
        if len(gap) > _FAR or (whole and not _STOPS.isdisjoint(gap)):
            return False
    return not _glued(text, words[-1].end())


def _glued(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()
