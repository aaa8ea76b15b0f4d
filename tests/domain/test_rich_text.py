"""An organiser's text: every part of its structure is seen, and anything else stays plain words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.rich_text import (
    Entry,
    Listing,
    Prose,
    Run,
    Sheet,
    Shown,
    Slot,
    Title,
    blocks,
    images,
    plain,
)


def test_blank_line_parts_paragraphs_and_a_line_end_stays():
    assert blocks("Een\ntwee\n\ndrie") == (Prose((Run("Een\ntwee"),)), Prose((Run("drie"),)))


def test_words_in_bold_links_and_bare_addresses_are_seen():
    (prose,) = blocks("**Vet** en [hier](https://a.nl/b) of https://c.nl.")

    assert prose.runs == (
        Run("Vet", bold=True),
        Run(" en "),
        Run("hier", url="https://a.nl/b"),
        Run(" of "),
        Run("https://c.nl", url="https://c.nl"),
        Run("."),
    )


def test_link_to_a_file_stays_plain_words():
    (prose,) = blocks("[kijk](file:///etc/passwd)")

    assert prose.runs == (Run("[kijk](file:///etc/passwd)"),)


def test_headings_have_their_level():
    assert blocks("## Wat\n### Hoe") == (Title(2, (Run("Wat"),)), Title(3, (Run("Hoe"),)))


def test_lists_stand_inside_lists():
    inner = Listing((Entry((Run("a"),)), Entry((Run("b"),))), numbered=True)

    assert blocks("- een\n  1. a\n  2. b\n- twee") == (
        Listing((Entry((Run("een"),), (inner,)), Entry((Run("twee"),)))),
    )


def test_dots_after_numbers_are_another_list():
    assert [part.numbered for part in blocks("1. een\n- twee")] == [True, False]


def test_line_set_in_goes_on_with_its_item():
    assert blocks("- een\n  meer") == (Listing((Entry((Run("een\nmeer"),)),)),)


def test_table_has_a_head_rows_and_wide_cells():
    (sheet,) = blocks("| Wijk | Kosten | Wie |\n| --- | --- | --- |\n| Noord | **3** | wij |\n| Samen || 4 |")

    assert sheet == Sheet(
        (Slot((Run("Wijk"),)), Slot((Run("Kosten"),)), Slot((Run("Wie"),))),
        (
            (Slot((Run("Noord"),)), Slot((Run("3", bold=True),)), Slot((Run("wij"),))),
            (Slot((Run("Samen"),), wide=2), Slot((Run("4"),))),
        ),
    )


def test_first_column_names_the_rows_when_its_head_is_empty():
    (sheet,) = blocks("| | 2026 |\n|---|---|\n| Kosten | 3 |")

    assert sheet.headed


def test_row_that_does_not_fit_is_made_as_wide_as_the_head():
    (sheet,) = blocks("| a | b |\n|--|--|\n| 1 | 2 | 3 |\n| 4 |")

    assert [sum(slot.wide for slot in row) for row in sheet.rows] == [2, 2]
    assert plain(sheet.rows[0][1].runs) == "2 3"


def test_bars_without_a_rule_are_no_table():
    assert blocks("| a | b |") == (Prose((Run("| a | b |"),)),)


def test_picture_has_its_alt_text_and_caption():
    text = "Voor\n![Plein met bomen](image:3)\n: Foto van april\nNa"

    assert blocks(text)[1] == Shown(3, "Plein met bomen", (Run("Foto van april"),))
    assert images(text) == (Shown(3, "Plein met bomen", (Run("Foto van april"),)),)


def test_picture_from_elsewhere_stays_plain_words():
    assert not images("![x](https://elders.nl/x.png)\n![x](file:///etc/hostname)")


def test_footnote_stands_with_the_words_that_ask_for_it():
    (prose,) = blocks("Dit kost geld[^1] nu.\n\n[^1]: Raming van **mei**.")

    assert prose.runs == (Run("Dit kost geld"), Run("", note="Raming van **mei**."), Run(" nu."))


def test_note_that_nobody_asks_for_stays_as_typed():
    assert plain(blocks("Tekst\n\n[^2]: Een losse noot.")[1].runs) == "[^2]: Een losse noot."


def test_footnote_without_a_text_stays_as_typed():
    (prose,) = blocks("geld[^9]")

    assert plain(prose.runs) == "geld[^9]"


@given(st.text(alphabet=st.sampled_from("ab |-*#1.[]()!^:\n\t<&\u05d0")))
def test_any_text_has_parts_and_no_word_is_lost(text):
    told = "".join(_letters(part) for part in blocks(text))

    assert sorted(c for c in told if c == "b") == sorted(c for c in text if c == "b")


def _letters(part):
    match part:
        case Title(runs=runs) | Prose(runs=runs):
            return _said(runs)
        case Listing(entries=entries):
            return "".join(_said(e.runs) + "".join(map(_letters, e.inside)) for e in entries)
        case Sheet(head=head, rows=rows):
            return "".join(_said(slot.runs) for row in (head, *rows) for slot in row)
        case Shown(alt=alt, caption=caption):
            return alt + _said(caption)


def _said(runs):
    return "".join(run.text + run.url + run.note for run in runs)
