from pathlib import Path

import pytest

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.exchange import proof_files
from burgertop_app.exchange.proof_files import read_proof

MAIL = b"From: griffie@waterrijk.example\r\nTo: panel@waterrijk.example\r\nSubject: Ontvangen\r\n\r\nDank u."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0...", "image/jpeg"),
        (b"II*\x00...", "image/tiff"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "application/vnd.ms-outlook"),
        (MAIL, "message/rfc822"),
    ],
)
def test_what_a_file_is_follows_from_its_content(tmp_path, content, kind):
    file = tmp_path / "bewijs.bin"
    file.write_bytes(content)

    assert read_proof(file).media_type == kind
    assert read_proof(file).content == content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "proof_empty"),
        (b"MZ\x90\x00", "proof_kind"),
        (b"Zomaar een tekst: met een dubbele punt", "proof_kind"),
        (b"<html><body>Subject: x</body></html>", "proof_kind"),
        (b"PK\x03\x04", "proof_kind"),
    ],
)
def test_another_file_is_refused_whatever_its_name(tmp_path, content, code):
    file = tmp_path / "bewijs.pdf"
    file.write_bytes(content)

    with pytest.raises(BurgertopError, match=code):
        read_proof(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF-" + b"0" * 100)
    monkeypatch.setattr(proof_files, "MOST", 50)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("it was read"))

    with pytest.raises(BurgertopError, match="proof_too_large"):
        read_proof(file)


def test_a_file_that_is_gone_or_is_a_folder_is_named(tmp_path):
    with pytest.raises(BurgertopError, match="proof_missing"):
        read_proof(tmp_path / "weg.pdf")
    with pytest.raises(BurgertopError, match="proof_unreadable"):
        read_proof(tmp_path)
