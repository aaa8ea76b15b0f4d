"""Sentences for errors about the archive and requests for information."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "archive_ground": mark(
        "Names and addresses may only go along when you say why. Fill in the ground, or leave them out."
    ),
    "archive_keep_until": mark(
        "A dossier that is not kept for good has a last day. Fill in until when it is kept."
    ),
    "archive_is_file": mark("{folder} is a file. Choose a new folder, or a name that ends in .zip."),
    "archive_folder_taken": mark(
        "There is something in {folder} already. Choose a new folder. Nothing was changed."
    ),
    "archive_unwritable": mark(
        "The archive cannot be written in {folder} ({reason}). Choose another place. Nothing was made."
    ),
    "archive_unreadable": mark("{file} is no archive that can be read. Choose the folder or the zip anew."),
    "archive_too_large": mark("{file} is far too large for an archive of this program. It was not opened."),
    "archive_not_whole": mark(
        "{file} was written, but what came back is not what was meant. Is the disk in order? Do not use"
        " this archive; make it anew in another place."
    ),
    "archive_no_sums": mark(
        "There is no list of hashes ({file}) in this archive, so it cannot be checked. Is it the right one?"
    ),
}
