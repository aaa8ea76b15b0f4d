"""Drafts of e-mails: what a mail program reads from them, and that nothing is half made."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.exchange.mail_drafts import Draft, draft_bytes, write_drafts

DRAFT = Draft("W-0012", "şebnem@waterrijk.example", "Doet u mee? Ruïnes en €", "Beste Şebnem,\n\nDag.")


def test_a_mail_program_reads_what_was_written():
    read = message_from_bytes(draft_bytes(DRAFT), policy=default)

    assert read["Subject"] == DRAFT.subject
    assert read.get_content().replace("\r\n", "\n") == DRAFT.text + "\n"
    assert read["X-Unsent"] == "1"


def test_a_line_end_in_an_address_adds_no_header():
    read = message_from_bytes(draft_bytes(Draft("1", "a@b.nl\nBcc: c@d.nl", "x\r\nBcc: c@d.nl", "y")))

    assert read["Bcc"] is None


def test_each_draft_is_a_file_by_number(tmp_path):
    write_drafts(tmp_path / "concepten", [DRAFT])

    assert [file.name for file in (tmp_path / "concepten").iterdir()] == ["W-0012.eml"]


def test_a_folder_in_use_is_refused(tmp_path):
    (tmp_path / "iets.txt").write_text("x")

    with pytest.raises(Conflict, match="drafts_taken"):
        write_drafts(tmp_path, [DRAFT])


def test_a_draft_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(InvalidInput, match="drafts_unwritable"):
        write_drafts(tmp_path / "concepten", [DRAFT, Draft("een/map", "a@b.nl", "x", "y")])

    assert list(tmp_path.iterdir()) == []
