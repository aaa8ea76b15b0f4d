"""Sentences for what goes wrong in the demo."""

from burgertop_app.i18n import mark

SENTENCES = {
    "demo_folder_used": mark("There are files in {folder} already. Choose another folder or an empty one."),
    "demo_folder_is_file": mark("{folder} is a file, not a folder. Choose another name."),
    "demo_folder_unwritable": mark("Nothing can be written in {folder}. Choose another folder."),
    "demo_draw_impossible": mark(
        "These quotas cannot be met together. Run “burgertop preflight” to see which ones clash."
    ),
    "demo_own_incomplete": mark("For your own pool, give all three: --people, --quotas and --seats."),
    "sample_missing": mark("A file of the sample is missing: {file}. Install Burgertop again."),
    "sample_damaged": mark("A file of the sample is damaged: {file}. Install Burgertop again."),
}
