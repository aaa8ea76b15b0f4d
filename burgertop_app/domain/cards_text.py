"""What a card says beside its words: "(2x)", "x3" and tallies count how often it was said."""

from __future__ import annotations

import re
import unicodedata

from burgertop_app.domain.errors import InvalidInput

LONGEST = 10_000
"""Letters on one card; more is no card but a letter, and no wall, list or paper can show it."""
MOST = 999

_TALLY = r"[I|]{2,}(?:/|(?=\b|\s|[)\]]|$))(?:\s+[I|]+/?)*"
_BRACKETS = re.compile(
    rf"\s*[(\[]\s*(?:([1-9]\d{{0,2}})\s*[x×]|[x×]\s*([1-9]\d{{0,2}})|({_TALLY}))\s*[)\]]", re.IGNORECASE
)
_AT_THE_END = re.compile(
    rf"(?P<apart>(?:\s*[-–—:;,\t]\s*|\s{{2,}})|\s+)(?:(?P<after>[1-9]\d{{0,2}})\s?[x×]|"
    rf"[x×]\s?(?P<before>[1-9]\d{{0,2}})|(?P<tally>{_TALLY}))[.!]?$",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(
    r"(?:\b(?:per|elke?|iedere?|ieder|een|één|à|min|max|minimaal|maximaal|minstens|hoogstens|ongeveer|circa|"
    r"ca|liefst|of|tot|en|dan|al|nog|wel|week|maand|jaar|dag|uur|keer|zeker|every|each|least|most)\.?|\d)$",
    re.IGNORECASE,
)
_UNSEEN = dict.fromkeys(
    (
        *(code for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"),
        *map(ord, "\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffc"),
    ),
    None,
)
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def split_count(text: str) -> tuple[str, int]:
    """The text without its count in brackets, and the count: "Meer groen (2x)" is ("Meer groen", 2).

    A tally in brackets counts as well: "(IIII)" is four, but "(III)" may be a Roman numeral. A text without
    exactly one such count stays as it is and counts once.
    """
    found = list(_BRACKETS.finditer(text))
    if len(found) != 1:
        return text.strip(), 1
    one = found[0]
    words = f"{text[: one.start()]}{text[one.end() :]}".strip()
    if one[3] and (one[3] != one[3].upper() or _roman(one[3])):
        return text.strip(), 1
    times = int(one[1] or one[2] or 0) or strokes(one[3])
    return (words, times) if words and times <= MOST else (text.strip(), 1)


def counted(text: str) -> tuple[str, int]:
    """As `split_count`, and a count that stands loose at the end of what somebody types or pastes.

    "Meer groen 5x", "Meer groen - x3" and "Meer groen IIII" count; "Afval 2x per week", "per dag 2x",
    "een veld van 5 x 3" and "Fase III" are words. Two or three strokes I may be a Roman numeral, so these
    count only after a dash, a colon, a tab or two spaces; upright strokes | always do.
    """
    words, times = split_count(text)
    found = _AT_THE_END.search(words) if times == 1 and not _BRACKETS.search(text) else None
    if found is None:
        return words, times
    left = words[: found.start()].rstrip(" \t-–—:;,")
    loose = strokes(found["tally"]) if found["tally"] else int(found["after"] or found["before"])
    return (left, loose) if left and loose <= MOST and not _ordinary(left, found) else (words, 1)


def _ordinary(left: str, found: re.Match[str]) -> bool:
    """Whether what looks like a count after the words `left` may well be a word of theirs."""
    apart = found["apart"].strip(" ") != "" or len(found["apart"]) > 1
    tally = found["tally"]
    if tally:
        return tally != tally.upper() or (_roman(tally) and not apart)
    return not apart and _HOW_OFTEN.search(left) is not None


def strokes(tally: str) -> int:
    """How many strokes a tally has: "IIII II" is six; a slash is the stroke through the four before it."""
    return sum(letter in "Ii|/" for letter in tally)


def natural(label: str) -> tuple[tuple[int, str], ...]:
    """A sort key for labels that puts 3-9 before 3-14."""
    return tuple(
        (int(part), "") if part.isascii() and part.isdigit() else (-1, part)
        for part in re.findall(r"\d+|\D+", label)
    )


def plain(text: str) -> str:
    """`text` composed (NFC), each line end one newline, without marks that nobody sees.

    Marks that turn the direction of writing about go too; letters that are written from right to left stay.
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ").replace("\xa0", " ")
    return unicodedata.normalize("NFC", lines.translate(_UNSEEN)).strip()


def refuse_unfit(words: str) -> None:
    """Refuse words that are no card.

    Raises:
        InvalidInput: there are none, or more than `LONGEST` letters.
    """
    if not words.strip():
        raise InvalidInput("card_text_empty")
    if len(words) > LONGEST:
        raise InvalidInput("card_text_long", letters=len(words), most=LONGEST)


def _roman(tally: str) -> bool:
    return tally.upper() in {"II", "III"}
