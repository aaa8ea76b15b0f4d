import os
import zipfile

import pytest

from burgertop_app.domain.errors import BurgertopError, InvalidInput, NotPossible
from burgertop_app.domain.responses import Commitment
from burgertop_app.services.evidencing import Proof

FILES = {
    "foto.png": b"\x89PNG\r\n\x1a\n beeld IEND\xaeB`\x82",
    "foto.jpg": b"\xff\xd8\xff\xe0 beeld \xff\xd9",
    "brief.pdf": b"%PDF-1.7 brief\n%%EOF\n",
}


@pytest.fixture
def promise(house, process):
    return house.promising.keep(Commitment(id=process, process_id=process, text="Loket openen")).id


def add(house, promise, path, description="Wat het laat zien"):
    return house.evidencing.add(Proof(description, commitment_id=promise, path=path)).id


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_comes_back_byte_for_byte(house, promise, tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    kept = add(house, promise, tmp_path / name)

    house.evidencing.save_as(kept, tmp_path / "terug")

    assert (tmp_path / "terug").read_bytes() == FILES[name]
    assert house.evidencing.file_name(kept) == name


def test_a_letter_of_a_word_processor_is_known_by_what_is_in_it(house, promise, tmp_path):
    path = tmp_path / "brief.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")

    add(house, promise, path)

    assert house.following.line(promise).proven


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leeg.pdf", b"", "evidence_empty"),
        ("half.pdf", b"%PDF-1.7 afgebroken", "evidence_damaged"),
        ("half.png", b"\x89PNG\r\n\x1a\n half", "evidence_damaged"),
        ("half.docx", b"PK\x03\x04 half", "evidence_damaged"),
        ("programma.pdf", b"MZ\x90\x00", "evidence_kind"),
    ],
)
def test_a_file_that_cannot_serve_is_refused(house, promise, tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(InvalidInput, match=code):
        add(house, promise, tmp_path / name)

    assert not house.following.line(promise).evidence


def test_a_picture_of_eighty_megabytes_is_refused_without_reading_it(house, promise, tmp_path):
    path = tmp_path / "groot.jpg"
    path.touch()
    os.truncate(path, 80_000_000)

    with pytest.raises(InvalidInput, match="evidence_too_large") as refused:
        add(house, promise, path)

    assert refused.value.params["megabytes"] == 80


def test_a_file_that_is_gone_is_told_of(house, promise, tmp_path):
    with pytest.raises(BurgertopError, match="evidence_missing"):
        add(house, promise, tmp_path / "weg.pdf")


@pytest.mark.parametrize("link", ["", "javascript:alert(1)", "https://a b", "file:///etc/passwd", "https://"])
def test_only_a_web_address_is_a_link(house, promise, link):
    with pytest.raises(InvalidInput, match="evidence_link"):
        house.evidencing.add(Proof("Besluit", commitment_id=promise, link=link))


def test_a_link_has_no_file_to_save(house, promise, tmp_path):
    link = "https://waterrijk.example/besluit"
    kept = house.evidencing.add(Proof("Besluit", commitment_id=promise, link=link)).id

    with pytest.raises(NotPossible, match="evidence_is_link"):
        house.evidencing.save_as(kept, tmp_path / "x")


def test_withdrawn_evidence_stays_and_proves_nothing(house, promise, tmp_path):
    (tmp_path / "brief.pdf").write_bytes(FILES["brief.pdf"])
    kept = add(house, promise, tmp_path / "brief.pdf")

    house.evidencing.withdraw(kept, "Verkeerde foto.")

    line = house.following.line(promise)
    assert (len(line.evidence), line.proven) == (1, False)


def test_a_slip_goes_with_its_file(house, promise, tmp_path):
    (tmp_path / "brief.pdf").write_bytes(FILES["brief.pdf"])
    kept = add(house, promise, tmp_path / "brief.pdf")

    house.evidencing.take_back(kept)

    assert house.following.line(promise).evidence == ()
