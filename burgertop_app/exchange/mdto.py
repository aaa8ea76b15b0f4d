"""Metadata of a dossier and its files as XML after MDTO, the standard of the Dutch archives.

Only elements that the schema asks for, or that the organiser filled in, are written.

Source: Nationaal Archief, Metagegevens voor Duurzaam Toegankelijke Overheidsinformatie (MDTO), XML schema
v1.0.1, https://www.nationaalarchief.nl/mdto.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from datetime import date, datetime

VERSION = "1.0.1"
NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{NAMESPACE} {NAMESPACE}/MDTO-XML{VERSION}.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_MEDIA_TYPES = "IANA Media Types"


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """What is said of the whole; `kept_for_good` else `keep_until` counts, `category` may be empty."""

    identifier: str
    source: str
    name: str
    description: str
    language: str
    begins_on: date | None
    ends_on: date | None
    made_at: datetime
    kept_for_good: bool
    keep_until: date | None
    selection_list: str
    category: str
    creator: str
    restriction: str
    restriction_note: str
    files: tuple[tuple[str, str], ...]
    """Name and identifier of each file."""


@dataclass(frozen=True, kw_only=True)
class File:
    """What is said of one file; `sha256` in hex."""

    identifier: str
    name: str
    size: int
    media_type: str
    sha256: str
    made_at: datetime


def dossier_xml(dossier: Dossier) -> bytes:
    """The metadata of the dossier as an information object."""
    root = _root()
    thing = ET.SubElement(root, "informatieobject")
    _identified(thing, "identificatie", dossier.identifier, dossier.source)
    _text(thing, "naam", dossier.name)
    _term(thing, "aggregatieniveau", "Dossier", "Begrippenlijst Aggregatieniveaus MDTO")
    if dossier.description:
        _text(thing, "omschrijving", dossier.description)
    if dossier.begins_on:
        span = ET.SubElement(thing, "dekkingInTijd")
        _term(span, "dekkingInTijdType", "Looptijd van een dossier", f"Begrippenlijst {dossier.creator}")
        _text(span, "dekkingInTijdBegindatum", dossier.begins_on.isoformat())
        if dossier.ends_on:
            _text(span, "dekkingInTijdEinddatum", dossier.ends_on.isoformat())
    _text(thing, "taal", dossier.language)
    _appraisal(thing, dossier)
    for name, identifier in dossier.files:
        _reference(thing, "heeftRepresentatie", name, identifier, dossier.source)
    _reference(thing, "archiefvormer", dossier.creator)
    limit = ET.SubElement(thing, "beperkingGebruik")
    _term(limit, "beperkingGebruikType", dossier.restriction, f"Begrippenlijst {dossier.creator}")
    if dossier.restriction_note:
        _text(limit, "beperkingGebruikNadereBeschrijving", dossier.restriction_note)
    return _bytes(root)


def file_xml(file: File, dossier: Dossier) -> bytes:
    """The metadata of one file of the dossier."""
    root = _root()
    thing = ET.SubElement(root, "bestand")
    _identified(thing, "identificatie", file.identifier, dossier.source)
    _text(thing, "naam", file.name)
    _text(thing, "omvang", str(file.size))
    _term(thing, "bestandsformaat", file.media_type, _MEDIA_TYPES)
    check = ET.SubElement(thing, "checksum")
    _term(check, "checksumAlgoritme", "SHA256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _text(check, "checksumWaarde", file.sha256)
    _text(check, "checksumDatum", file.made_at.isoformat(timespec="seconds"))
    _reference(thing, "isRepresentatieVan", dossier.name, dossier.identifier, dossier.source)
    return _bytes(root)


def _appraisal(thing: ET.Element, dossier: Dossier) -> None:
    label = "Blijvend te bewaren" if dossier.kept_for_good else "Tijdelijk te bewaren"
    _term(thing, "waardering", label, "Begrippenlijst Waarderingen MDTO")
    if not dossier.kept_for_good and dossier.keep_until:
        term = ET.SubElement(thing, "bewaartermijn")
        _text(term, "termijnEinddatum", dossier.keep_until.isoformat())
    if dossier.category and dossier.selection_list:
        _term(thing, "informatiecategorie", dossier.category, dossier.selection_list)


def _root() -> ET.Element:
    return ET.Element("MDTO", {"xmlns": NAMESPACE, "xmlns:xsi": _INSTANCE, "xsi:schemaLocation": SCHEMA})


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _identified(parent: ET.Element, name: str, mark: str, source: str) -> None:
    found = ET.SubElement(parent, name)
    _text(found, "identificatieKenmerk", mark)
    _text(found, "identificatieBron", source)


def _reference(parent: ET.Element, name: str, called: str, mark: str = "", source: str = "") -> None:
    found = ET.SubElement(parent, name)
    _text(found, "verwijzingNaam", called)
    if mark:
        _identified(found, "verwijzingIdentificatie", mark, source)


def _term(parent: ET.Element, name: str, label: str, listed_in: str) -> None:
    found = ET.SubElement(parent, name)
    _text(found, "begripLabel", label)
    _reference(found, "begripBegrippenlijst", listed_in)


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
