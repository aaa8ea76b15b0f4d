import pytest

from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.exchange import draw_folder


def test_files_come_back_as_they_were_written(tmp_path):
    files = {"a.csv": b"1", "openbaar/b.json": b"{}"}

    draw_folder.write_folder(tmp_path / "draw", files)

    assert draw_folder.read_folder(tmp_path / "draw") == files
    assert [path.name for path in tmp_path.iterdir()] == ["draw"]


def test_writing_again_leaves_no_file_of_before(tmp_path):
    draw_folder.write_folder(tmp_path / "draw", {"old.csv": b"1"})

    draw_folder.write_folder(tmp_path / "draw", {"new.csv": b"2"})

    assert draw_folder.read_folder(tmp_path / "draw") == {"new.csv": b"2"}


def test_failing_write_leaves_what_was_there(tmp_path):
    draw_folder.write_folder(tmp_path / "draw", {"a.csv": b"1"})

    with pytest.raises(InvalidInput, match="draw_folder_unwritable"):
        draw_folder.write_folder(tmp_path / "draw", {"a.csv": b"2", "a.csv/b": b"3"})

    assert draw_folder.read_folder(tmp_path / "draw") == {"a.csv": b"1"}


def test_folder_under_a_file_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(InvalidInput, match="draw_folder_unwritable"):
        draw_folder.refuse_unwritable(tmp_path / "file" / "draw")


def test_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "holiday.jpg").write_text("x")

    with pytest.raises(Conflict, match="draw_folder_taken"):
        draw_folder.refuse_taken(tmp_path)


def test_empty_folder_may_be_used(tmp_path):
    (tmp_path / "draw").mkdir()

    draw_folder.refuse_taken(tmp_path / "draw")
    draw_folder.write_folder(tmp_path / "draw", {"a.csv": b"1"})

    assert draw_folder.read_folder(tmp_path / "draw") == {"a.csv": b"1"}


def test_folder_that_another_program_changed_is_left_to_it(tmp_path):
    draw_folder.write_folder(tmp_path / "draw", {"lottery.json": b"theirs"})

    with pytest.raises(Conflict, match="draw_folder_changed"):
        draw_folder.write_folder(tmp_path / "draw", {"lottery.json": b"2"}, instead_of={"lottery.json": b"1"})

    assert draw_folder.read_folder(tmp_path / "draw") == {"lottery.json": b"theirs"}
    assert [path.name for path in tmp_path.iterdir()] == ["draw"]


def test_folder_that_was_filled_in_the_meantime_is_left_to_it(tmp_path):
    draw_folder.write_folder(tmp_path / "draw", {"lottery.json": b"theirs"})

    with pytest.raises(Conflict, match="draw_folder_taken"):
        draw_folder.write_folder(tmp_path / "draw", {"lottery.json": b"ours"}, instead_of={})

    assert draw_folder.read_folder(tmp_path / "draw") == {"lottery.json": b"theirs"}


def test_folder_of_a_program_that_was_killed_between_two_names_comes_back(tmp_path):
    draw_folder.write_folder(tmp_path / "draw", {"lottery.json": b"1"})
    (tmp_path / "draw").rename(tmp_path / ".draw.old")

    draw_folder.refuse_other(tmp_path / "draw", "draw_folder_none", "lottery.json")

    assert draw_folder.read_folder(tmp_path / "draw") == {"lottery.json": b"1"}


def test_what_a_killed_program_left_is_cleared_away(tmp_path):
    (tmp_path / ".draw.99999.new").mkdir()

    draw_folder.write_folder(tmp_path / "draw", {"a.csv": b"1"})

    assert [path.name for path in tmp_path.iterdir()] == ["draw"]
