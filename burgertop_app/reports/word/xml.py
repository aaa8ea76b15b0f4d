"""Word's own XML in small pieces, for what python-docx has no call for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any


def made(tag: str, *inside: Element, **marks: str | int) -> Element:
    """An element such as "w:fldChar" with attributes of the same prefix and elements inside it."""
    element = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in marks.items():
        element.set(qn(f"{prefix}:{name}"), str(value))
    for each in inside:
        element.append(each)
    return element


def said(tag: str, text: str) -> Element:
    """An element with text in it, spaces at its ends kept."""
    element = OxmlElement(tag)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def field(paragraph: Element, code: str, shown: str = "1") -> None:
    """Put a field into a paragraph, such as PAGE; `shown` stands there until Word works it out."""
    for run in (*field_begins(code), made("w:r", said("w:t", shown)), field_ends()):
        paragraph.append(run)


def field_begins(code: str) -> tuple[Element, ...]:
    """The runs with which a field begins; what it shows follows, in one paragraph or more."""
    return (
        made("w:r", made("w:fldChar", fldCharType="begin")),
        made("w:r", said("w:instrText", f" {code} ")),
        made("w:r", made("w:fldChar", fldCharType="separate")),
    )


def field_ends() -> Element:
    """The run with which a field ends."""
    return made("w:r", made("w:fldChar", fldCharType="end"))
