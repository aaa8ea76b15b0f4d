"""What a card says beside its words: "(2x)" means that it was said twice."""

from __future__ import annotations

import re

_COUNT = re.compile(r"\s*[(\[]\s*(?:([1-9]\d{0,2})\s*[x×]|[x×]\s*([1-9]\d{0,2}))\s*[)\]]", re.IGNORECASE)


def split_count(text: str) -> tuple[str, int]:
    """The text without its count in brackets, and the count: "Meer groen (2x)" is ("Meer groen", 2).

    A text without exactly one such count stays as it is and counts once.
    """
    found = list(_COUNT.finditer(text))
    if len(found) != 1:
        return text.strip(), 1
    words = f"{text[: found[0].start()]}{text[found[0].end() :]}".strip()
    return (words, int(found[0][1] or found[0][2])) if words else (text.strip(), 1)
