"""Sentences for files that come in and go out: sheets, people, cards and recipes."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "sheet_missing": mark("There is no file {file}. Check the name and the folder."),
    "sheet_is_folder": mark("{file} is a folder. Choose a file in it."),
    "sheet_empty": mark("The file {file} is empty. Choose a file with a header and rows."),
    "sheet_no_header": mark(
        "The file {file} has no header: row {row} has only numbers. Put the names of the columns in the "
        "first row."
    ),
    "sheet_no_rows": mark("The file {file} has a header but no rows below it. Choose a file with rows."),
    "sheet_header_twice": mark(
        "In {file} two columns are called “{column}”: column {first} and column {second}. Rename one of them."
    ),
    "sheet_row_too_long": mark(
        "Row {row} of {file} has {cells} cells, but the header has {columns} columns. "
        "Check the delimiter and the quotation marks in that row."
    ),
    "sheet_quotes": mark(
        "In {file} a quotation mark in or after row {row} is not closed, or stands in the wrong place. "
        "Correct that row, or save the file as XLSX."
    ),
    "sheet_not_a_table": mark(
        "The file {file} is not a table. Save it in Excel as XLSX or CSV and choose that file."
    ),
    "sheet_is_web_page": mark(
        "The file {file} is a web page with the name of a sheet. Open it in Excel, save it as XLSX and "
        "choose that file."
    ),
    "sheet_encoding_unknown": mark(
        "The encoding “{encoding}” for {file} is not known here. Choose utf-8, cp1252 or utf-16."
    ),
    "sheet_encoding_wrong": mark(
        "The file {file} was not saved as {encoding}: row {row} cannot be read. Choose another encoding."
    ),
    "sheet_too_large": mark(
        "The file {file} is {megabytes} MB; at most {most} MB can be read. Split it, or remove the columns "
        "you do not need."
    ),
    "sheet_too_many_cells": mark(
        "A sheet in {file} stretches over {rows} rows and {columns} columns. Often one stray cell far away "
        "is the cause. "
        "Copy your table to a new sheet and save that."
    ),
    "sheet_bomb": mark(
        "The file {file} unpacks to far more than an ordinary sheet and was not opened. "
        "Ask the sender for another file, or save it as CSV."
    ),
    "sheet_open": mark(
        "The file {file} is open in Excel: close it and try again. Is it not open? Then delete the file "
        "{mark} beside it."
    ),
    "sheet_locked": mark("The file {file} is open in Excel, or you may not read it: close it and try again."),
    "sheet_unreadable": mark(
        "The file {file} cannot be read: {reason}. Copy it to this computer and try again."
    ),
    "sheet_password": mark(
        "The file {file} has a password. Remove the password in Excel, save the file and try again."
    ),
    "sheet_damaged": mark(
        "The file {file} is damaged. Open it in Excel, save it again as XLSX and choose that file."
    ),
    "sheet_not_there": mark("The file {file} has no visible sheet “{sheet}”. It has: {sheets}."),
    "row_number_blank": mark(
        "Row {row} of {file} has no number in the column “{column}”. Give everyone a number."
    ),
    "row_number_twice": mark(
        "Row {row} of {file}: the number {number} in the column “{column}” stands in row {first} too. Give "
        "everyone a number of their own."
    ),
    "sheet_column_missing": mark(
        "The file {file} has no column “{column}”. Its header is: {header}. Add the column, or rename one."
    ),
    "bsn_column": mark(
        "Column {letter} “{column}” of {file} holds citizen service numbers (BSN). They may not be used "
        "here. Remove the column and try again; nothing was read in."
    ),
    "bsn_text": mark(
        "The text for “{where}” holds a citizen service number (BSN). That may not be used here. Remove it "
        "and try again."
    ),
    "import_unanswered": mark(
        "{count} problems still need your choice, the first in row {row}, column “{column}”. Choose there, "
        "or skip the row; nothing was taken over."
    ),
    "import_choice": mark(
        "What was chosen for row {row}, column “{column}” is not one of the possibilities. Choose again; "
        "nothing was taken over."
    ),
    "import_feature_name": mark(
        "A column with a feature needs the name of that feature. Type a name, or choose another use for the "
        "column."
    ),
    "import_column_twice": mark(
        "Two columns are used for “{use}”. Choose one of them and leave the other out."
    ),
    "import_nobody": mark("No column has a number or a name. Point out which column tells people apart."),
    "import_columns_differ": mark(
        "The columns that were chosen do not belong to {file}. Choose the columns again."
    ),
    "import_value": mark(
        "“{value}” will not do in row {row}, column “{column}”. Choose something else; nothing was taken "
        "over."
    ),
    "import_number_twice": mark(
        "The number {number} in row {row} is already in use. Choose another number; nothing was taken over."
    ),
    "recipe_missing": mark("There is no recipe {file}. Check the name and the folder."),
    "recipe_not_toml": mark("The recipe {file} cannot be read: {reason}. Correct it there."),
    "recipe_snapshot": mark(
        "The recipe that this process keeps cannot be read. Put back a backup of the workspace."
    ),
    "recipe_schema": mark(
        "The recipe {file} is written for version {schema} of recipes; this program knows version {known}."
    ),
    "recipe_key_unknown": mark("In the recipe {file}, “{key}” is not known. Known here are: {known}."),
    "recipe_key_missing": mark("In the recipe {file}, “{key}” is missing. Add it."),
    "recipe_type": mark("In the recipe {file}, “{key}” must be of this kind: {wanted}."),
    "recipe_choice": mark("In the recipe {file}, “{key}” cannot be “{value}”. Choose one of: {choices}."),
    "recipe_number": mark("In the recipe {file}, “{key}” is {value}; it must be from {low} to {high}."),
    "recipe_twice": mark(
        "In the recipe {file}, “{value}” occurs twice at “{key}”. Leave one out or rename it."
    ),
    "recipe_reference": mark(
        "In the recipe {file}, “{key}” points to “{value}”, which the recipe does not have."
    ),
    "recipe_count": mark(
        "In the recipe {file}, “{key}” does not have the right number of parts; wanted: {wanted}."
    ),
    "recipe_text_empty": mark(
        "In the recipe {file}, the text at “{key}” is empty. Write it, in Dutch and in English."
    ),
    "recipe_code": mark(
        "In the recipe {file}, the code “{value}” at “{key}” may have small letters, digits and low dashes "
        "only, and begins with a letter."
    ),
    "recipe_page": mark(
        "In the recipe {file}, “{key}” and the page “{page}” belong together: add the one or leave out the "
        "other."
    ),
    "recipe_choices": mark(
        "In the recipe {file}, “{key}” must have two choices or more when the kind is choice, and none "
        "otherwise."
    ),
    "recipe_role": mark(
        "In the recipe {file}, “{key}” belongs to the kind person_role, and only to that kind."
    ),
    "recipe_instrument": mark(
        "In the recipe {file}, an instrument has either questions or mirrors, at “{key}”."
    ),
    "export_purpose_empty": mark(
        "Write in a few words what the file is for; that is kept with the export. Nothing was written."
    ),
    "export_is_folder": mark("{file} is a folder. Type the name of a file in it."),
    "export_no_file": mark("{file} is no ordinary file. Type the name of another file."),
    "export_locked": mark(
        "The file {file} cannot be written: it is open in Excel, or you may not write there. Close it, or "
        "choose another place; the old file is unchanged."
    ),
    "export_no_folder": mark(
        "There is no folder {folder}. Choose a folder that exists; nothing was written."
    ),
    "export_failed": mark(
        "The file {file} could not be written: {reason}. Choose another place; the old file is unchanged."
    ),
    "import_no_text": mark("No column has the text of the cards. Point out which column that is."),
}
