"""What can be read in files that others send."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from burgertop_app.domain.person_names import Names
from burgertop_app.exchange import file_texts
from burgertop_app.exchange.file_texts import file_text

NAME = "Fatma Demir"


def docx():
    made, kept = Document(), io.BytesIO()
    line = made.add_paragraph("Van ")
    line.add_run("Fat").bold = True
    line.add_run("ma Demir")
    made.save(kept)
    return kept.getvalue()


def xlsx():
    made, kept = Workbook(), io.BytesIO()
    made.active.append(["Naam", NAME])
    made.save(kept)
    return kept.getvalue()


def eml(content=b"", name=""):
    made = EmailMessage()
    made["Subject"], made["From"] = "Brief", f"{NAME} <f@example.nl>"
    made.set_content("Beste raad,")
    if content:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def zipped(**parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def office(**parts):
    """A document with nothing but these parts."""
    return zipped(mimetype=b"", **{f"{name}.xml": content for name, content in parts.items()})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brief.html", b"Met groet,<br>Fatma Demir<br/>Dorpsstraat 12"),
        ("brief.html", b"<dt>Wie</dt><dd>Fatma Demir</dd><dd>12</dd>"),
        ("brief.html", b"<img alt='Portret van Fatma Demir'>"),
        ("brief.docx", office(word=b"<w:t>Fatma</w:t><w:tab/><w:t>Demir</w:t><w:cr/><w:t>12</w:t>")),
        ("brief.docx", office(comments=b'<w:comment w:author="Fatma Demir"><w:t>Nee</w:t></w:comment>')),
        ("brief.odt", office(content=b"Fatma<text:s text:c='2'/>Demir<text:line-break/>12")),
        ("alles.zip", zipped(**{"Fatma Demir.jpg": b""})),
    ],
)
def test_a_name_is_read_apart_from_what_stands_beside_it(name, content):
    assert Names([NAME]).finds(file_text(name, "", content).text)


def test_the_name_of_a_file_that_came_with_a_mail_is_read():
    assert "Ali Kaya.jpg" in file_text("brief.eml", "", eml(b"x", "Ali Kaya.jpg")).text


def test_the_address_behind_a_link_is_read():
    page = file_text("brief.html", "", b'<a href="mailto:fd@example.nl">Mail mij</a>')
    rels = zipped(**{"mimetype": b"", "word.rels": b'<Relationship Target="mailto:fd@example.nl"/>'})

    assert "mailto:fd@example.nl" in page.text
    assert "mailto:fd@example.nl" in file_text("brief.docx", "", rels).text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brief.txt", NAME.encode()),
        ("brief.txt", NAME.encode("utf-16")),
        ("brief.csv", f"naam;{NAME}".encode()),
        ("brief.html", b"<p>Fatma&#32;<b>Demir</b></p>"),
        ("brief.docx", docx()),
        ("lijst.xlsx", xlsx()),
        ("brief.bin", docx()),
        ("brief.eml", eml()),
        ("brief.eml", eml(docx(), "bijlage.docx")),
    ],
)
def test_the_text_of_a_file_is_read(name, content):
    said = file_text(name, "", content)

    assert NAME in said.text
    assert said.whole


def test_a_pdf_is_read_by_who_can():
    assert file_text("a.pdf", "", b"%PDF-1.7", lambda _content: NAME).text == NAME
    assert not file_text("a.pdf", "", b"%PDF-1.7", lambda _content: " ").whole
    assert not file_text("a.pdf", "", b"%PDF-1.7").whole


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.jpg", b"\xff\xd8\xff"),
        ("oud.doc", b"\xd0\xcf\x11\xe0"),
        ("stuk.docx", docx()[:200]),
        ("leeg.docx", b""),
        ("zonder", b"Fatma"),
    ],
)
def test_what_cannot_be_read_says_so(name, content):
    assert not file_text(name, "", content).whole


def test_a_mail_with_a_picture_is_read_but_not_whole():
    said = file_text("brief.eml", "", eml(b"\xff\xd8", "foto.jpg"))

    assert NAME in said.text
    assert not said.whole


def test_a_file_that_grows_too_large_is_left_alone(monkeypatch):
    monkeypatch.setattr(file_texts, "MOST", 1000)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("groot.txt", "a" * 1001)

    assert not file_text("groot.zip", "", kept.getvalue()).whole


@given(st.sampled_from(["a.docx", "a.eml", "a.txt", "a.html", "a.zip", "a.pdf"]), st.binary(max_size=300))
def test_no_bytes_upset_it(name, content):
    assert isinstance(file_text(name, "", content).text, str)


@pytest.mark.parametrize("way", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_with_one_damaged_byte_upsets_nothing_wherever_it_is(way):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", way) as packed:
        packed.writestr("brief.txt", f"Beste {NAME}, " * 20)
    whole = kept.getvalue()

    for place in range(len(whole)):
        for flipped in (0x01, 0xFF):
            broken = whole[:place] + bytes([whole[place] ^ flipped]) + whole[place + 1 :]
            assert isinstance(file_text("a.zip", "", broken).text, str)
