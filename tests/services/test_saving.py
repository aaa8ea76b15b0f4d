import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.services.saving import save_document, save_table


def test_a_document_is_written_where_it_was_asked(tmp_path):
    path = save_document(tmp_path / "brief.pdf", b"%PDF-1.7")

    assert path.read_bytes() == b"%PDF-1.7"


def test_a_document_in_a_folder_that_is_gone_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match="export_no_folder"):
        save_document(tmp_path / "weg" / "brief.pdf", b"%PDF-1.7")


def test_a_table_becomes_a_dutch_csv_by_its_name(tmp_path):
    path = save_table(tmp_path / "antwoorden.csv", ("Nr", "Antwoord"), (("1", "neemt over"),))

    assert path.read_text(encoding="utf-8-sig").splitlines() == ["Nr;Antwoord", "1;neemt over"]
