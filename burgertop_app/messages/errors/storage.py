"""Sentences for what goes wrong with workspace files and the rows in them."""

from burgertop_app.i18n import mark

SENTENCES = {
    "row_missing": mark("This is not there any more. Perhaps it was removed in another window."),
    "row_not_unique": mark(
        "This is there already, and it can be there only once. Choose another name or number."
    ),
    "row_in_use": mark("Other things refer to this, so it cannot be removed. Withdraw it instead."),
    "changed_elsewhere": mark(
        "Somebody changed this in the meantime. Look at it again and repeat your change."
    ),
    "disk_full": mark("The disk is full. Nothing was changed. Make room and try again."),
    "disk_gone": mark(
        "The file cannot be reached any more. Check the USB stick or the network and "
        "open the workspace again."
    ),
    "workspace_busy": mark("Another program keeps the workspace busy. Wait a moment and try again."),
    "workspace_busy_now": mark(
        "{file} is open on a network or sync folder and cannot be read now. Close it first and try again."
    ),
    "workspace_read_only_now": mark(
        "The workspace may not be written any more. Check whether the file or the folder became read-only."
    ),
    "workspace_damaged_now": mark(
        "The workspace turned out to be damaged. Close it and go on with the latest backup."
    ),
    "workspace_missing": mark("{file} is not there. Check the name and the folder."),
    "workspace_is_folder": mark("{file} is a folder. Choose a file that ends in .burgertop."),
    "workspace_unreadable": mark("{file} cannot be read. Check whether you may open it."),
    "workspace_empty": mark("{file} is empty. Choose another file, or put back a backup."),
    "workspace_not_ours": mark(
        "{file} is not a Burgertop workspace. Nothing was changed. Choose another file."
    ),
    "workspace_newer": mark(
        "{file} was made with a newer version of Burgertop. Nothing was changed. Install the newest version."
    ),
    "workspace_damaged": mark(
        "{file} is damaged. Nothing was changed. Put back the latest backup; keep this file as it is."
    ),
    "workspace_read_only": mark(
        "{file} is read-only. Copy it to a folder where you may write, or take off the "
        "read-only mark. ({folder})"
    ),
    "workspace_folder_read_only": mark(
        "Burgertop may not write in the folder {folder}, and it must to keep {file} "
        "safe. Choose another folder."
    ),
    "workspace_folder_missing": mark(
        "The folder {folder} is not there. Make it first or choose another one."
    ),
    "workspace_exists": mark("{file} is there already. Choose another name, or open it."),
    "workspace_in_use": mark(
        "{file} is open at {who} on {computer} since {day}, {time}. Ask them to close it and try again."
    ),
    "workspace_in_use_unknown": mark(
        "{file} is open in another window or on another computer. Close it there first."
    ),
    "migration_failed": mark(
        "{file} could not be brought up to date. It is unchanged. Make a copy of it and report this."
    ),
    "copy_exists": mark("{file} is there already and is not overwritten. Choose another name."),
    "copy_unsound": mark(
        "{file} did not pass the check, so no copy was made. Run “burgertop check” to see what is wrong."
    ),
    "name_mark_reason_empty": mark("Write down why. Whoever asks later must be able to read it."),
    "person_erased_already": mark("This person was erased already."),
    "erasure_unfinished": mark(
        "The person was erased, but traces may stand in the file until it is closed. Close the workspace now."
    ),
}
