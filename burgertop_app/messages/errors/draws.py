"""Sentences for quotas, pools, draws and their checks."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "quota_none": mark("There are no quotas. Give at least one feature with its values."),
    "quota_blank": mark("A quota has no feature or no value. Fill in both."),
    "quota_bounds": mark(
        "{feature} {value}: the minimum {low} and the maximum {high} do not fit. The minimum is 0 or more "
        "and not above the maximum."
    ),
    "quota_bounds_row": mark(
        "Row {row} of {file}, {feature} {value}: the minimum {low} is above the maximum {high}. Correct "
        "one of them."
    ),
    "quota_low_flex": mark(
        "{feature} {value}: the lowest minimum {flex} must lie between 0 and the minimum {low}."
    ),
    "quota_low_flex_row": mark(
        "Row {row} of {file}, {feature} {value}: min_flex is {flex}, but must lie between 0 and the minimum "
        "{low}."
    ),
    "quota_high_flex": mark(
        "{feature} {value}: the highest maximum {flex} must not be below the maximum {high}."
    ),
    "quota_high_flex_row": mark(
        "Row {row} of {file}, {feature} {value}: max_flex is {flex}, but must not be below the maximum "
        "{high}."
    ),
    "quota_twice": mark("{feature} {value} has two quotas. Keep one of them."),
    "quota_row_twice": mark(
        "Row {row} of {file} repeats {feature} {value} of row {first}. Remove one of the two rows."
    ),
    "quota_cell_blank": mark("Row {row} of {file}: the column “{column}” is empty. Fill it in."),
    "quota_not_whole": mark(
        "Row {row} of {file}: “{value}” in the column “{column}” is not a whole number. Fill in 0 or more."
    ),
    "quota_too_high": mark(
        "Row {row} of {file}: the number in the column “{column}” is far too high. Fill in a number of "
        "people."
    ),
    "pool_empty": mark("There is nobody to draw from. Add people first."),
    "pool_number_blank": mark("Somebody has no number. Give everyone a number."),
    "pool_number_twice": mark("The number {number} occurs twice. Give everyone a number of their own."),
    "pool_values": mark("Number {number} lacks a value for one of the features. Fill it in."),
    "pool_cell_unknown": mark(
        "Row {row} of {file}: “{value}” in the column “{column}” has no quota. The quotas know: {known}. "
        "Correct the value, or add a quota."
    ),
    "pool_cell_blank": mark("Row {row} of {file}: the column “{column}” is empty. Fill in one of: {known}."),
    "pool_number_unknown": mark(
        "Row {row} of {file}: nobody in the pool has number {number}. Correct or remove the row."
    ),
    "pool_other_numbers": mark("No column of {file} has exactly the numbers of this draw."),
    "draw_seats": mark("A panel has at least one seat, not {seats}."),
    "draw_method": mark("There is no method “{method}”. Choose one of: {methods}."),
    "draw_unbinding": mark(
        "The method “{method}” is only there to compare with, so this draw cannot be recorded. Choose "
        "another method, or make a rehearsal."
    ),
    "draw_in_and_out": mark("Number {number} is kept in and kept out at once. Choose one."),
    "draw_no_panel": mark(
        "No panel meets all quotas together. The pre-flight check shows which quotas clash and what would "
        "help."
    ),
    "draw_rounding_rough": mark(
        "Over a thousand numbered panels somebody’s chance would be off by {worst} in 1000; at most {most} "
        "in 1000 is allowed. So nothing was kept. Widen a tight quota a little and calculate again."
    ),
    "draw_rounding_lost": mark(
        "Over a thousand numbered panels {people} of the people would lose the chance that they have. So "
        "nothing was kept. Widen a tight quota a little and calculate again."
    ),
    "draw_unproven": mark(
        "The calculation cannot prove that this is the best lottery by the method “{method}”, so nothing was "
        "kept. Choose another method, or widen a tight quota a little and calculate again."
    ),
    "draw_engine_wrong": mark(
        "The calculation gave a panel that misses a quota, so nothing was kept. Please report this to us."
    ),
    "draw_seats_over_people": mark(
        "The panel has {seats} seats, but only {people} people can be drawn. Take fewer seats, or find more "
        "people."
    ),
    "draw_seats_vast": mark("A panel has at most {most} seats. Enter a lower number."),
    "draw_keep_in_over_seats": mark(
        "{count} people are kept in, but the panel has only {seats} seats. Keep fewer people in."
    ),
    "draw_supply_short": mark(
        "{feature}: {value} must have at least {low} seats, but only {people} people have this value. Lower "
        "the minimum, or find more people."
    ),
    "draw_lows_over_seats": mark(
        "{feature}: the minimums add up to {total}, but the panel has {seats} seats. Lower a minimum."
    ),
    "draw_highs_under_seats": mark(
        "{feature}: the maximums add up to {total}, but the panel has {seats} seats. Raise a maximum."
    ),
    "draw_number_range": mark("There is no panel {number}. Choose a number from 000 to 999."),
    "draw_number_format": mark("“{number}” is not a number of a panel. Choose a number from 000 to 999."),
    "draw_seed_empty": mark("The seed is empty. Enter the text that the agreed source gave."),
    "draw_seed_or_number": mark(
        "Give either a seed or a number drawn by hand: one of the two, and not both."
    ),
    "draw_reserves": mark("The number of reserves is 0 or more, not {reserves}."),
    "draw_has_number": mark("The draw in {folder} has its number already: {number}. A number is drawn once."),
    "draw_folder_taken": mark(
        "In {folder} there is something already. A draw is never overwritten: choose another folder."
    ),
    "draw_folder_is_file": mark("{folder} is a file. Choose a folder."),
    "draw_folder_unwritable": mark(
        "The folder {folder} cannot be written: {reason}. Choose another folder, or ask for access."
    ),
    "draw_folder_unreadable": mark("The folder {folder} cannot be read: {reason}."),
    "draw_folder_missing": mark("There is no folder {folder}. Check the name."),
    "draw_folder_none": mark(
        "{folder} is not the folder of a draw: it has neither lottery.json nor toezegging.json."
    ),
    "draw_folder_not_full": mark(
        "{folder} has no lottery.json. Give the full folder of a draw, as “burgertop lottery” made it."
    ),
    "draw_folder_changed": mark(
        "Another program changed the folder {folder} at the same moment. Nothing was written. Look at it, "
        "and try again."
    ),
    "verify_file_missing": mark("The file {file} is missing. The folder is not complete any more."),
    "verify_file_damaged": mark("The file {file} was changed or damaged: it cannot be read any more."),
    "verify_lottery_format": mark("lottery.json was changed: a part lacks or is not what it was ({part})."),
    "verify_quotas": mark("The quotas were changed: they do not fit their hash."),
    "verify_panel_count": mark("The list of panels was changed: it has {panels} panels instead of 1000."),
    "verify_panel": mark("Panel {number} was changed: it is not the panel that was committed."),
    "verify_portfolio": mark("The weights of the panels were changed: they do not make a lottery."),
    "verify_chance": mark(
        "The exact chance of number {number} was changed: it does not follow from the panels."
    ),
    "verify_rounding": mark(
        "The chance of number {number} over the 1000 panels is too far from the exact one."
    ),
    "verify_certificate": mark("The lowest chance was changed: it does not follow from the exact chances."),
    "verify_lottery_hash": mark("The file {file} was changed: it does not fit its own hash."),
    "verify_commitment_other": mark("The lottery is not the one that was committed to in {file}."),
    "verify_number": mark(
        "The number {number} was changed: it does not follow from the lottery and the seed."
    ),
    "verify_number_format": mark("The drawn number was changed: it is not a number from 000 to 999."),
    "verify_number_gone": mark(
        "The file {file} was changed: its number is gone, though {other} shows that it was drawn."
    ),
    "verify_headers_differ": mark(
        "The header of panel.csv, reserves.csv or remaining.csv was changed: they should be the same."
    ),
    "verify_people_numbers": mark(
        "The people were changed: {files} together do not hold exactly the numbers of the pool."
    ),
    "verify_people_format": mark("The people were changed: their sheets cannot be read any more ({code})."),
    "verify_salt_missing": mark("The salt of number {number} is missing from salts.json."),
    "verify_leaf": mark(
        "The leaf of number {number} is not in the commitment: the features, the salt or the leaf was "
        "changed."
    ),
    "verify_pool": mark("The pool was changed: it is not the pool of the lottery."),
    "verify_part": mark("The file {file} was changed: “{part}” is not what it should be."),
    "verify_probabilities": mark("The file {file} was changed: it does not follow from the panels."),
    "verify_seats": mark(
        "Panel {number} was changed: it does not have the right number of different people."
    ),
    "verify_kept": mark("Panel {number} was changed: it breaks the rule on who is kept in or out."),
    "verify_household": mark("Panel {number} was changed: it has two people of one household."),
    "verify_quota_missed": mark("Panel {number} was changed: it misses the quota for {feature} {value}."),
    "verify_panel_sheet": mark("The file {file} was changed: it is not panel {number}."),
    "verify_reserves": mark(
        "The file {file} was changed: it is not the reserve list that follows from the draw."
    ),
    "verify_opening": mark(
        "The opening was changed: the panel in it is not the one that was committed under number {number}."
    ),
    "verify_given_quota": mark("The quota for {feature} {value} in {file} is not the one of this draw."),
    "verify_given_column": mark("The column “{column}” of this draw is not in {file}."),
    "verify_given_cell": mark(
        "Number {number} in {file} has something else under “{column}” than this draw."
    ),
    "verify_given_bytes": mark(
        "{file} is not the file that this draw was made from. Numbers and features or quotas are the same, "
        "but something else in it was changed, such as a line end. Give the file as it was."
    ),
    "verify_given_unusable": mark("{file} is not the file of this draw: it cannot be used. {reason}"),
    "verify_sum": mark(
        "The file {file} was changed: it does not fit its hash in {sums}, or that hash was changed."
    ),
    "verify_sums": mark("The file {file} was changed: it is not the list of hashes of these files."),
    "verify_given_person": mark(
        "Number {number} in {file} is not as in this draw: the person or the features differ."
    ),
    "verify_recomputed": mark(
        "Computed again from the same people and quotas, the lottery is another one: panels or chances were "
        "changed."
    ),
    "verify_recomputed_chances": mark(
        "Computed again with {engine}, the lowest chance or the people without a chance differ."
    ),
}
