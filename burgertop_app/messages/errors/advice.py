"""Sentences for what goes wrong while an advice is written: pictures, two writers, the members' word."""

from burgertop_app.i18n import mark

SENTENCES = {
    "advice_part_changed": mark(
        "Somebody else changed this part while you were writing. Nothing was overwritten. Look at the "
        "difference and choose."
    ),
    "recommendation_changed": mark(
        "Somebody else changed recommendation {number} while you were writing. Nothing was overwritten. Look "
        "at the difference and choose."
    ),
    "picture_heavy": mark(
        "{file} is {size} MB and a picture may be {most} MB at most. Make it smaller first, for example by "
        "sending it to yourself as a smaller picture."
    ),
    "picture_pixels": mark(
        "{file} has more than {most} million dots, too many to open safely. Make the picture smaller first."
    ),
    "picture_tiny": mark(
        "{file} is {wide} by {high} dots, too small to see anything. Choose another picture."
    ),
    "picture_broken": mark(
        "{file} is damaged or not complete, so it cannot be shown. Save the picture anew, or choose another."
    ),
    "picture_kind": mark(
        "{file} is no picture that this program can read. Choose a PNG, JPEG, WebP, GIF, BMP or TIFF file."
    ),
    "picture_svg": mark(
        "{file} is a drawing in SVG. That cannot stand in every document. Save it as PNG in the program that "
        "made it, and choose that file."
    ),
    "picture_heic": mark(
        "{file} is a photo in HEIC, as a telephone makes it. Save or share it as JPEG first, and choose that "
        "file."
    ),
    "picture_pdf": mark(
        "{file} is a PDF, not a picture. Take a picture of the page, or save it as PNG, and choose that file."
    ),
    "picture_missing": mark("{file} is not there any more. Choose the picture again."),
    "picture_unreadable": mark(
        "{file} cannot be read. Close it in other programs, or copy it to this computer, and try again."
    ),
    "picture_in_use": mark(
        "Picture {number} still stands in a text. Take it out of the text first, then remove it."
    ),
    "picture_alt_file_name": mark(
        "This is the name of a file. Say what the picture shows, for who cannot see it."
    ),
    "link_address": mark(
        "This is no address. Type for example www.waterrijk.example/plan or info@waterrijk.example."
    ),
    "table_not_pasted": mark(
        "This is no table. Select the cells in Excel or Word, copy them, and paste them here."
    ),
    "sign_off_numbers": mark("Fill in how many members were asked: at least 1, and no number below zero."),
    "sign_off_too_many": mark(
        "{agreed} agreed and {against} did not; that is more than the {asked} who were asked. Check the "
        "numbers."
    ),
    "sign_off_voices": mark(
        "Of the members one by one, {agreed} agreed and {against} did not. The totals above are lower. Check "
        "the numbers."
    ),
    "sign_off_in_future": mark("{on} is in the future. Fill in the day on which the members were asked."),
    "sign_off_text_changed": mark(
        "The text changed since you opened this form, so it is not what the members agreed to. Nothing was "
        "kept. Let them look at the new text first."
    ),
    "advice_unsigned": mark(
        "The members were not asked about exactly this text. Record how they agreed, or say why it is fixed "
        "without them."
    ),
    "sign_off_public": mark(
        "Version {version} says that the members agreed in this round, so the round stays. Record a new one."
    ),
}
