"""Error bar, dialogs, search, wizard, segments, drawer, pictures and the preview of a page."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget
from reportlab.pdfgen.canvas import Canvas

from burgertop_app.domain.errors import NotPossible
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.cards import Card, PageHead
from burgertop_app.ui.kit.dialogs import Question
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.errors import ErrorBar
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.layout import column, holder, scrolled, words
from burgertop_app.ui.kit.palette import Hit, Palette
from burgertop_app.ui.kit.patterns import PANEL, Fill
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.preview import PdfPreview
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.terms import short_day
from burgertop_app.ui.kit.thread_row import Bead, ThreadRow
from burgertop_app.ui.kit.tokens import Type
from burgertop_app.ui.kit.wizard import Step, Wizard
from burgertop_app.ui.top_bar import TopBar


@pytest.fixture
def error_bar(qtbot):
    made = ErrorBar()
    qtbot.addWidget(made)
    return made


def test_error_bar_says_what_happened_and_what_was_not_changed(error_bar):
    error_bar.report(NotPossible("calculation_lost"), "Uw quota staan er nog.")

    assert error_bar.text.startswith("De berekening stopte")
    assert error_bar.text.endswith("Uw quota staan er nog.")


def test_details_of_an_error_can_be_copied(error_bar, qtbot):
    error_bar.report(ValueError("rij 4"))

    qtbot.mouseClick(error_bar._copy, Qt.MouseButton.LeftButton)

    assert "ValueError: rij 4" in QGuiApplication.clipboard().text()


def test_remedy_of_an_earlier_error_goes(error_bar):
    error_bar.report(ValueError(), remedy=("Opnieuw", lambda: None))

    error_bar.report(ValueError())

    assert error_bar._remedy is None


def test_question_with_a_reason_waits_for_the_reason(qtbot):
    question = Question(None, "Loting intrekken?", "De loting blijft te zien.", "Intrekken", reason=True)
    qtbot.addWidget(question)
    assert not question._yes.isEnabled()

    question._field.setPlainText("  De pool was niet compleet. ")

    assert question._yes.isEnabled()
    assert question.reason == "De pool was niet compleet."


@pytest.fixture
def palette(qtbot):
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    gone = []
    made = Palette(
        window,
        [Hit("Ga naar Mensen", "", "users", lambda: gone.append("people")), Hit("Hulp", "", "info", list)],
    )
    made.gone, made.window_kept = gone, window
    made.open_over(window)
    return made


def test_search_narrows_commands_at_once_and_enter_goes(palette, qtbot):
    qtbot.keyClicks(palette._field, "mens")
    assert palette.shown == ("Ga naar Mensen",)

    gone = palette.gone
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)

    assert gone == ["people"]


def test_search_asks_after_a_pause_and_shows_the_answer_on_top(palette, qtbot):
    with qtbot.waitSignal(palette.asked, timeout=2000) as heard:
        qtbot.keyClicks(palette._field, "mens")

    palette.answer(heard.args[0], [Hit("Mensje de Vries", "17", "user", list)])

    assert palette.shown == ("Mensje de Vries   17", "Ga naar Mensen")


def test_answer_to_earlier_words_is_dropped(palette):
    palette._field.setText("mens")

    palette.answer("me", [Hit("Merel", "9", "user", list)])

    assert palette.shown == ("Ga naar Mensen",)


@pytest.fixture
def wizard(qtbot):
    steps = [Step(name, words(name)) for name in ("Bestand", "Kolommen", "Klaar")]
    made = Wizard("Mensen importeren", "Er wordt nog niets bewaard.", steps, "Importeren")
    qtbot.addWidget(made)
    return made


def test_wizard_asks_its_page_before_it_goes_on(wizard, qtbot):
    with qtbot.waitSignal(wizard.wanted) as heard:
        qtbot.mouseClick(wizard._next, Qt.MouseButton.LeftButton)

    assert (heard.args, wizard.step) == ([1], 0)


def test_wizard_says_why_one_cannot_go_on(wizard):
    wizard.hold("Nog 4 keuzes, dan kunt u verder.")

    assert not wizard._next.isEnabled()
    assert wizard._next.accessibleDescription() == "Nog 4 keuzes, dan kunt u verder."


def test_last_step_of_a_wizard_finishes(wizard, qtbot):
    wizard.go(2)

    with qtbot.waitSignal(wizard.finished):
        qtbot.mouseClick(wizard._next, Qt.MouseButton.LeftButton)

    assert wizard._next.text() == "Importeren"


def test_segments_tell_what_was_chosen(qtbot):
    segments = Segmented([("wall", "Muur"), ("list", "Lijst")], "Vorm")
    qtbot.addWidget(segments)

    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.mouseClick(segments._group.button(1), Qt.MouseButton.LeftButton)

    assert (heard.args, segments.value) == (["list"], "list")


def test_the_last_segment_in_sight_closes_the_row(qtbot):
    segments = Segmented([("rule", "Regel"), ("differ", "Verschillen"), ("result", "Uitslag")], "Stap")
    qtbot.addWidget(segments)
    buttons = segments._group.buttons()

    segments.offer("result", offered=False)
    without = [button.property("place") for button in buttons[:2]]
    segments.offer("result", offered=True)

    assert without == ["first", "last"]
    assert [button.property("place") for button in buttons] == ["first", "middle", "last"]


def test_words_beside_a_bar_have_room_for_their_tails(qtbot):
    bars = GroupBars((Fill.ACCENT,))
    qtbot.addWidget(bars)
    bars.put([BarGroup("Veilig oversteken bij school", (3.0,), "15 stippen")])

    assert bars.sizeHint().height() >= QFontMetrics(font(Type.CAPTION)).height()


def test_escape_closes_the_drawer(qtbot):
    drawer = Drawer()
    qtbot.addWidget(drawer)
    drawer.open("Fatma Çelik", "Nummer 17", words("Havenwijk"))

    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer, Qt.Key.Key_Escape)

    assert drawer.isHidden()


def test_picture_can_be_read_as_a_table(qtbot):
    bars = GroupBars((PANEL,))
    bars.put([BarGroup("16–29", (21.0,))])
    pictured = Pictured(bars)
    qtbot.addWidget(pictured)
    pictured.describe(Figures("Van de leden is 21 % jonger dan 30.", ("Leeftijd", "%"), (("16–29", "21"),)))

    qtbot.mouseClick(pictured.switch, Qt.MouseButton.LeftButton)

    assert pictured.as_table
    assert pictured._table.item(0, 1).text() == "21"
    assert bars.accessibleName() == "Van de leden is 21 % jonger dan 30."


def test_every_step_of_the_thread_can_be_pressed(qtbot):
    row = ThreadRow()
    row.put([Bead("people", "mail", "240", "aangemeld"), Bead("cards", "sticky-note", "143", "kaarten")])
    qtbot.addWidget(row)

    with qtbot.waitSignal(row.wanted) as heard:
        qtbot.mouseClick(row._row.itemAt(1).widget(), Qt.MouseButton.LeftButton)

    assert heard.args == ["cards"]


def test_preview_stays_on_its_page_when_another_pdf_comes(qtbot):
    preview = PdfPreview("Zo wordt de bladzijde")
    qtbot.addWidget(preview)
    assert preview.put(_pdf(3))
    preview.go(1)

    assert preview.put(_pdf(2))

    assert (preview.pages, preview.page) == (2, 1)


def test_preview_refuses_what_is_no_pdf(qtbot):
    preview = PdfPreview("Zo wordt de bladzijde")
    qtbot.addWidget(preview)

    assert not preview.put(b"geen pdf")

    assert preview.pages == 0


def _pdf(pages):
    content = io.BytesIO()
    canvas = Canvas(content)
    for number in range(pages):
        canvas.drawString(72, 72, str(number))
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def test_sentence_under_a_title_wraps_beside_its_buttons(qtbot):
    head = PageHead("Loting")
    head.say("30 plaatsen · 468 mensen in de loting · quota versie 1 van 14 juni 2026 · nog niet vastgelegd")
    head.act(*(QPushButton(f"Een lange knop {number}") for number in range(4)))
    qtbot.addWidget(head)
    head.resize(900, head.heightForWidth(900))
    head.show()

    shown = head.sentence
    assert shown.height() >= shown.heightForWidth(shown.width())
    assert shown.geometry().right() <= head.width()
    assert head.minimumSizeHint().width() <= 900


@pytest.mark.parametrize(
    ("when", "said"), [(date(2026, 12, 28), "28 dec"), (date(2027, 1, 21), "21 jan 2027")]
)
def test_day_of_another_year_names_it(when, said):
    assert short_day(when, date(2026, 12, 10)) == said


def test_top_bar_gives_way_in_a_narrow_window(qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_sample(date(2026, 12, 10))
    bar.show_process("Burgerpanel Waterrijk", "Warm en betaalbaar wonen voor iedereen · Burgerpanel", ())
    bar.resize(1180 - 56, 56)
    bar.show()

    assert bar.minimumSizeHint().width() <= 1180 - 56
    assert bar.search_button.geometry().right() < bar.undo.geometry().left()
    assert bar.detail.toolTip() == "Warm en betaalbaar wonen voor iedereen · Burgerpanel"


def test_a_scrolled_part_ends_where_its_content_ends(qtbot):
    long = " ".join(["woorden"] * 60)
    inside = holder(column(*(Card(words(long, wrap=True)) for _place in range(12)), None))
    area = scrolled(inside)
    qtbot.addWidget(area)

    area.resize(700, 200)
    area.show()

    assert inside.height() == inside.heightForWidth(inside.width())
    assert inside.height() > area.viewport().height()


def test_a_scrolled_part_grows_with_what_comes_in(qtbot):
    box = column(words("kort", wrap=True), None)
    inside = holder(box)
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(300, 100)
    area.show()

    box.insertWidget(1, words(" ".join(["woorden"] * 200), wrap=True))

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert inside.height() == inside.heightForWidth(inside.width())


def test_words_leave_the_room_to_what_grows(qtbot):
    told, list_part = words("Wat u weglaat, blijft.", wrap=True), QListWidget()
    page = holder(column(told, list_part))
    qtbot.addWidget(page)

    page.resize(400, 700)
    page.show()

    assert told.height() == told.heightForWidth(told.width())
