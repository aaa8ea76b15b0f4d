"""Dutch words without their endings, so that "straten", "straatje" and "straat" are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['\u2018\u2019\u02bc`\u00b4]")
_LONG = re.compile(r"([a-z])\1{2,}")
_DOUBLE_VOWEL = re.compile(r"([aeou])\1")
_DIMINUTIVE = re.compile(r"(?:(?<=.{3})etj|(?<=m)pj|(?<=.{3})j)es?$")
_KEEPS_S = re.compile(r"^.{1,4}(?<=s)$|[ius]s$")
_ENDINGS = ("en", "s", "e")
SHORTEST = 3
"""Letters that an ending leaves at least."""

FILLING = frozenset(
    [
        "de",
        "het",
        "een",
        "t",
        "n",
        "m",
        "s",
        "d",
        "en",
        "of",
        "maar",
        "want",
        "dus",
        "ook",
        "als",
        "dan",
        "dat",
        "die",
        "dit",
        "deze",
        "der",
        "des",
        "ten",
        "ter",
        "te",
        "in",
        "op",
        "aan",
        "bij",
        "van",
        "voor",
        "door",
        "over",
        "onder",
        "uit",
        "naar",
        "met",
        "om",
        "tot",
        "tegen",
        "tussen",
        "zonder",
        "na",
        "per",
        "binnen",
        "af",
        "toe",
        "er",
        "daar",
        "hier",
        "waar",
        "hoe",
        "wat",
        "wie",
        "welke",
        "is",
        "zijn",
        "was",
        "waren",
        "ben",
        "bent",
        "wordt",
        "worden",
        "werd",
        "word",
        "heeft",
        "hebben",
        "heb",
        "had",
        "hadden",
        "hebt",
        "kan",
        "kunnen",
        "kun",
        "kon",
        "moet",
        "moeten",
        "mag",
        "mogen",
        "wil",
        "willen",
        "wilt",
        "zou",
        "zouden",
        "zal",
        "zullen",
        "gaan",
        "gaat",
        "ga",
        "ging",
        "doen",
        "doe",
        "doet",
        "deed",
        "laat",
        "laten",
        "komen",
        "komt",
        "kom",
        "krijgen",
        "krijgt",
        "maken",
        "maakt",
        "maak",
        "geven",
        "geeft",
        "geef",
        "zetten",
        "staan",
        "staat",
        "zitten",
        "zit",
        "ligt",
        "liggen",
        "houden",
        "houdt",
        "blijft",
        "blijven",
        "ik",
        "je",
        "jij",
        "u",
        "hij",
        "zij",
        "ze",
        "we",
        "wij",
        "jullie",
        "hun",
        "hen",
        "hem",
        "haar",
        "me",
        "mij",
        "mijn",
        "mn",
        "jou",
        "jouw",
        "uw",
        "onze",
        "ons",
        "zich",
        "ie",
        "niet",
        "nie",
        "geen",
        "nooit",
        "altijd",
        "vaak",
        "vaker",
        "soms",
        "meer",
        "minder",
        "veel",
        "veul",
        "weinig",
        "heel",
        "hele",
        "erg",
        "zeer",
        "zo",
        "zon",
        "nog",
        "al",
        "weer",
        "wel",
        "toch",
        "even",
        "eens",
        "gewoon",
        "graag",
        "aub",
        "svp",
        "nu",
        "straks",
        "steeds",
        "alle",
        "alles",
        "alleen",
        "iedereen",
        "iemand",
        "niemand",
        "iets",
        "niets",
        "niks",
        "elk",
        "elke",
        "ieder",
        "iedere",
        "sommige",
        "andere",
        "ander",
        "anders",
        "zelf",
        "eigen",
        "goed",
        "goede",
        "beter",
        "betere",
        "mooi",
        "mooie",
        "leuk",
        "leuke",
        "nieuw",
        "nieuwe",
        "groot",
        "grote",
        "echt",
        "echte",
        "bv",
        "bijv",
        "etc",
        "enz",
        "ipv",
        "ivm",
        "mbt",
        "tm",
        "dmv",
        "via",
        "ge",
        "gij",
        "hedde",
        "unne",
        "wa",
        "da",
        "mer",
    ]
)
"""Words that say nothing about the subject of a card."""


def folded(text: str) -> str:
    """Small letters without accents and apostrophes; a letter stands at most twice in a row."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _LONG.sub(r"\1\1", plain)


def tokens(text: str) -> list[str]:
    """The words of a text in any script, folded, in their order."""
    return _TOKEN.findall(folded(text))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A folded word without plural, diminutive and inflection; spelling evened out.

    It is not a dictionary form: it only has to be the same for words that differ by an ending.
    """
    if len(word) <= SHORTEST or word.isdigit():
        return word
    rest = _DIMINUTIVE.sub("", word)
    for ending in _ENDINGS:
        if rest.endswith(ending) and len(rest) - len(ending) >= SHORTEST and not _KEEPS_S.search(rest):
            rest = rest.removesuffix(ending)
            break
    if rest.endswith("ing") and len(rest) > SHORTEST + 3:
        rest = rest.removesuffix("ing")
    if len(rest) > SHORTEST and rest[-1] == rest[-2]:
        rest = rest[:-1]
    rest = rest[:-1] + {"v": "f", "z": "s"}.get(rest[-1], rest[-1])
    return _DOUBLE_VOWEL.sub(r"\1", rest)
