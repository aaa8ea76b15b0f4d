"""What can go wrong when a website is written."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "site_folder_is_file": mark("{folder} is a file. Choose a folder for the website; nothing was written."),
    "site_folder_taken": mark(
        "The folder {folder} holds files that are not of an earlier website from this program, such as {file}"
        " ({count} in all). Choose an empty folder or a new name; nothing was written."
    ),
    "site_folder_failed": mark(
        "The website could not be written in {folder}: {reason}. Make room or choose another place; what"
        " stood there is unchanged."
    ),
    "site_nothing": mark(
        "There is no fixed version of an advice yet, so there is nothing to publish. Fix a version first."
    ),
}
