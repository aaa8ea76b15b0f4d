"""Sentences for hand-over files that cannot be used."""

from burgertop_app.i18n import mark

SENTENCES = {
    "handover_missing": mark("{file} cannot be read. Check the name, the folder and the USB stick."),
    "handover_not_ours": mark(
        "{file} is not a hand-over file of Burgertop. Nothing was changed. Choose a file that ends in "
        ".burgertop-overdracht."
    ),
    "handover_cut_off": mark(
        "{file} is not complete: the end is missing. Nothing was changed. Copy it again, or make it again on "
        "the other laptop."
    ),
    "handover_damaged": mark(
        "{file} is damaged. Nothing was changed. Copy it again, or make it again on the other laptop."
    ),
    "handover_too_large": mark(
        "{file} is larger than a hand-over file can be. Nothing was changed. Make it again on the other "
        "laptop."
    ),
    "handover_own": mark(
        "{file} was made on this laptop itself. Nothing was changed. Choose the file of the other laptop."
    ),
    "handover_other_workspace": mark(
        "{file} belongs to another workspace. Nothing was changed. Open the workspace that the other laptop "
        "has a copy of."
    ),
    "handover_gap": mark(
        "{file} builds on work that is not here yet. Nothing was changed. First take over the file of the "
        "laptop on which the copy for {laptop} was made."
    ),
    "handover_forked": mark(
        "The copy on {laptop} and this one went on under the same name, for example after a backup was put "
        "back. They cannot be put together. Nothing was changed. Enter the work of one of the two again."
    ),
    "handover_newer": mark(
        "{file} was made with a newer version of Burgertop. Nothing was changed. Install the newest version "
        "here and try again."
    ),
    "handover_older": mark(
        "{file} was made with an older version of Burgertop. Nothing was changed. Install the newest version "
        "on the other laptop, open the workspace there and make the file again."
    ),
    "handover_frozen": mark(
        "On this laptop and in {file} something that is fixed for good was fixed differently, such as the "
        "number of a draw. That is not put together. Nothing was changed. Decide which one counts, and enter "
        "the other work again."
    ),
    "handover_two_draws": mark(
        "On this laptop and on {laptop} a draw was made for the same process. Only one can count. Nothing "
        "was changed. Withdraw one of the two on its own laptop, with the reason, and hand over again."
    ),
    "handover_two_ballots": mark(
        "On this laptop and on {laptop} a vote was opened for the same process. Only one can count. Nothing "
        "was changed. Withdraw one of the two on its own laptop, with the reason, and hand over again."
    ),
    "handover_two_versions": mark(
        "On this laptop and on {laptop} a version of the same advice was fixed, with the same number. "
        "Nothing was changed. Go on with the advice on one laptop and enter the other work again."
    ),
    "handover_two_budgets": mark(
        "On this laptop and on {laptop} a vote over a budget was begun for the same process. Only one can "
        "count. Nothing was changed. Withdraw one of the two on its own laptop, with the reason, and hand "
        "over again."
    ),
    "handover_two_reports": mark(
        "On this laptop and on {laptop} a progress report with the same number was fixed. Nothing was "
        "changed. Withdraw one of the two on its own laptop, with the reason, and hand over again."
    ),
    "handover_two_replacements": mark(
        "On this laptop and on {laptop} somebody was replaced in the same draw, so that two replacements "
        "have the same number. Nothing was changed. Decide which one counts, and enter the other work again."
    ),
    "handover_counted": mark(
        "The vote “{title}” was counted on one laptop while slips were entered on the other (this one and "
        "{laptop}). Nothing was changed. Open the count again on the laptop that counted, with the reason, "
        "and hand over again."
    ),
    "handover_two_papers": mark(
        "Papers of the budget vote came in with other choices on this laptop than on {laptop}: {numbers}. "
        "Nothing was changed. Look at the papers, withdraw the papers that came in wrong on their own "
        "laptop, with the reason, and hand over again."
    ),
    "handover_unfit": mark(
        "{file} does not fit what stands here. Nothing was changed. Keep both workspaces, make a backup of "
        "each, and report this."
    ),
    "difference_gone": mark("Somebody chose here in the meantime. Look at the differences again."),
}
