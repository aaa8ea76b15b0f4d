"""Who may be named in public: offices and organisations; people by name never."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from burgertop_app.domain.name_marks import texts
from burgertop_app.domain.office_words import FIELDS, MAILBOXES, OFFICES, SMALL

if TYPE_CHECKING:
    from burgertop_app.domain.person_details import Traces

T = TypeVar("T")

_PARTS = re.compile(r"[,;/()\n]| [–-] ")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d[\d ()/.-]{6,}\d|\b14 ?0\d{2,4}\b")
_MOBILE = ("06", "316", "00316")
_NUMBERED = re.compile(r"\b(?:deelnemer|participant|nummer|nr\.?|no\.)\s*\d+", re.IGNORECASE)


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


def numbered(text: str) -> bool:
    """Whether a text tells the number of somebody, which stands with the name on the list at the door."""
    return _NUMBERED.search(text) is not None


class Guard:
    """Takes out of texts what `found` finds of people.

    It knows everybody at once, so names of one word, which are ordinary words as well, had better stay.
    """

    def __init__(self, found: Traces) -> None:
        self._traces = found

    def finds(self, text: str) -> bool:
        """Whether something personal stands in the text."""
        return self._traces.finds(text)

    def finds_in(self, content: object) -> bool:
        """Whether something personal stands in a text of a content of JSON."""
        return any(map(self.finds, texts(content)))

    def without(self, text: str, instead: str) -> str:
        """The text with `instead` where something personal stood."""
        return self._traces.without(text, instead)

    def cleared(self, value: T, instead: str) -> T:
        """A value of dataclasses and tuples with every text in it cleared."""
        return cast("T", _mapped(value, lambda text: self.without(text, instead)))


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


def _mapped(value: Any, change: Any) -> Any:  # noqa: ANN401  (any value of a paper)
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        return replace(value, **{name: _mapped(each, change) for name, each in kept.items()})
    return value
