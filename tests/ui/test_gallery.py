"""All parts of the kit on one page, photographed for the eye."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from screens import flush, photograph

from burgertop_app.ui.kit.bars import BarGroup, GroupBars, Part, StackedBar
from burgertop_app.ui.kit.buttons import danger, icon_button, link, primary, secondary, small
from burgertop_app.ui.kit.cards import Card, PageHead
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.drawer import Drawer, StoryLine, facts
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.errors import ErrorBar
from burgertop_app.ui.kit.facets import Facet, FacetPanel, Facets
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.patterns import PANEL, POOL, POPULATION, Fill, Key, Legend
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.terms import Term, TermBar
from burgertop_app.ui.kit.thread_row import Bead, Reached, ThreadRow
from burgertop_app.ui.kit.tokens import State
from burgertop_app.ui.kit.undo_bar import UndoBar
from burgertop_app.ui.kit.wizard import Step, Wizard


@dataclass(frozen=True)
class Line:
    number: int
    name: str
    age: str
    district: str
    state: State
    said: str
    needs: tuple[tuple[str, str], ...] = ()


LINES = tuple(
    Line(number, name, age, district, state, said, needs)
    for number, name, age, district, state, said, needs in (
        (17, "Fatma Çelik", "30–44", "Havenwijk", State.OK, "was erbij", (("languages", "tolk Turks"),)),
        (23, "Piotr Wiśniewski", "45–64", "Oosterpolder", State.OK, "was erbij", ()),
        (31, "Karima el Haddaoui", "16–29", "Havenwijk", State.OK, "was erbij", ()),
        (38, "Joke Verhoeven", "65+", "Centrum", State.NEUTRAL, "reserve 3", ()),
        (44, "Henk Brandsma", "65+", "Zuiderveen", State.OK, "was erbij", (("accessibility", "rolstoel"),)),
        (57, "Łukasz Zieliński", "45–64", "Havenwijk", State.LATE, "afgemeld", ()),
        (70, "Anneke de Groot", "45–64", "Centrum", State.WAITING, "aangemeld", ()),
        (127, "Tineke Smit", "65+", "Zuiderveen", State.WARN, "kwam niet", ()),
    )
)


def people_columns():
    return (
        Column[Line]("number", "Nr", lambda line: line.number, width=60, align=Align.RIGHT, muted=True),
        Column[Line]("name", "Naam", lambda line: line.name, stretch=True),
        Column[Line]("age", "Leeftijd", lambda line: line.age, width=80),
        Column[Line]("district", "Wijk", lambda line: line.district, width=110),
        Column[Line]("needs", "Nodig", lambda line: line.needs, icons=lambda line: line.needs, width=64),
        Column[Line](
            "low", "Minst", lambda _line: 6, edit=lambda _line, _said: None, align=Align.RIGHT, width=70
        ),
        Column[Line](
            "state",
            "Status",
            lambda line: line.said,
            chip=lambda line: Chip(line.said, line.state),
            width=130,
        ),
    )


@pytest.fixture
def gallery(qtbot):
    page = holder(column(gap=12, margins=(24, 14, 24, 16)), role="page")
    qtbot.addWidget(page)
    box = page.layout()
    head = PageHead("Mensen")
    head.say("240 aangemeld · 30 geloot · 27 waren erbij · 12 reserves")
    head.act(
        Segmented([(1, "Muur"), (2, "Lijst")], "Vorm"),
        secondary("Naar Excel", icon="download"),
        primary("Importeren…", icon="upload"),
    )
    bar = ErrorBar()
    bar.report(ValueError("rij 4"), "Er is niets veranderd.", ("Opnieuw", lambda: None))
    box.addWidget(head)
    box.addWidget(bar)
    states = [
        ChipLabel(Chip(said, state))
        for said, state in zip(
            ("was erbij", "6 dagen te laat", "nog 6 dagen", "nog 18 dagen", "reserve", "aangemeld"),
            State,
            strict=True,
        )
    ]
    fields = row(
        LineField("Naam", placeholder="Voornaam en achternaam"),
        wrong_number(),
        filled_date(),
        ChoiceField("Soort", [(1, "aanbeveling"), (2, "tip")]),
    )
    off = primary("Verder")
    off.setEnabled(False)
    buttons = row(
        small("Wijzigen", icon="pencil"),
        danger("Verwijderen…"),
        link("Andere kaart", icon="shuffle"),
        icon_button("search", "Zoek"),
        off,
        TickField("Met namen"),
        None,
    )
    box.addWidget(
        Card(
            row(*states, None),
            buttons,
            fields,
            TextField("Waarom", lines=2),
            heading="Onderdelen",
            note="Alles wat een bladzijde nodig heeft.",
            actions=[link("Filteren", icon="list-filter")],
        )
    )
    table = RecordTable(
        "Mensen", people_columns(), key=lambda line: line.number, counted=lambda _n: "{count} mensen"
    )
    table.put(LINES)
    facets = Facets(
        [
            Facet("state", "Status", lambda line: (line.said,)),
            Facet("district", "Wijk", lambda line: (line.district,)),
        ]
    )
    table.use_facets(facets)
    table.model.sort(0)
    table.select(17)
    drawer = Drawer(292)
    drawer.open(
        "Fatma Çelik",
        "Nummer 17",
        row(
            ChipLabel(Chip("was erbij", State.OK)),
            ChipLabel(Chip("tolk Turks", State.NEUTRAL, "languages")),
            None,
        ),
        facts([("Leeftijd", "30–44"), ("Wijk", "Havenwijk")]),
        words("Het verhaal van nummer 17", "strong"),
        StoryLine("mail", "Uitgenodigd per brief", "13 mei"),
        StoryLine("dices", "Geloot, panel 417 van 1.000", "20 juni"),
        buttons=[small("Wijzigen", icon="pencil"), small("Afmelden…")],
    )
    panel = FacetPanel(facets, table.search_field("Naam of nummer"))
    box.addLayout(row(panel, table, drawer, gap=12), 1)
    undo = UndoBar(page)
    undo.tell("Kaart 3-12 is ingetrokken.", "trash-2")
    page.resize(1180, 900)
    return page


def wrong_number():
    field = NumberField("Minst", low=1, high=9)
    field.editor.setText("12")
    assert not field.valid
    return field


def filled_date():
    field = DateField("Ontvangen op")
    field.put(date(2026, 11, 13))
    return field


def test_gallery_can_be_looked_at_in_both_modes(gallery):
    paths = photograph(gallery, "gallery", size=(1180, 900))
    paths += photograph(gallery, "gallery", scale=2.0, size=(1180, 900))

    assert [path.stat().st_size > 20_000 for path in paths] == [True] * 4


def test_wizard_and_empty_page_can_be_looked_at(qtbot):
    steps = [Step(name, words(name)) for name in ("Bestand", "Voorbeeld", "Kolommen", "Problemen", "Klaar")]
    wizard = Wizard(
        "Mensen importeren", "Er wordt niets bewaard tot u op “Importeren” drukt.", steps, "Importeren"
    )
    for step, found in enumerate(("aanmeldingen-juni.xlsx", "240 rijen", "11 van 12 gekoppeld", "15 rijen")):
        wizard.found(step, found)
    wizard.go(3)
    wizard.hold("Nog 4 keuzes, dan kunt u verder.")
    empty = EmptyPage(
        "Hier komen de kaarten die mensen aan de tafels schrijven, met de tafel en het thema erbij.",
        ("Eerste kaart invoeren", lambda: None),
        ("Hoe werkt het met kaarten?", lambda: None),
    )
    page = holder(column(wizard, empty, margins=(24, 14, 24, 16)), role="page")
    qtbot.addWidget(page)
    flush()

    paths = photograph(page, "gallery-wizard", size=(1180, 900))

    assert all(path.exists() for path in paths)


def test_pictures_can_be_looked_at(qtbot):
    thread = ThreadRow()
    thread.put(
        [
            Bead("people", "mail", "2.000", "uitgenodigd", "in 5 wijken", Reached.DONE),
            Bead("people", "user-plus", "240", "aangemeld", "12 % reageerde", Reached.DONE),
            Bead("draw", "dices", "30", "geloot", "en 12 reserves", Reached.DONE),
            Bead("cards", "sticky-note", "143", "kaarten", "4 thema’s", Reached.DONE),
            Bead("response", "mail-check", "9 van 13", "beantwoord", "nog 18 dagen", Reached.NOW),
            Bead("followup", "list-checks", "5", "toezeggingen", "1 te laat", Reached.LATE, note_late=True),
        ]
    )
    term, late = TermBar(), TermBar()
    weeks = Term(date(2026, 11, 13), date(2026, 12, 25), date(2026, 12, 28))
    term.put(weeks, date(2026, 12, 10), "Nog 18 dagen tot de laatste dag.")
    late.put(weeks, date(2027, 1, 9), "Twaalf dagen te laat.")
    answers = StackedBar()
    answers.put(
        [
            Part("5 neemt over", 5, Fill.C1),
            Part("1 deels", 1, Fill.C1_UPRIGHT),
            Part("2 onderzoekt", 2, Fill.C2),
            Part("1 neemt niet over", 1, Fill.C3),
            Part("4 nog geen antwoord", 4, Fill.NONE),
        ]
    )
    bars = GroupBars((POPULATION, POOL, PANEL), words_width=90)
    bars.put(
        [
            BarGroup("16–29", (21, 13, 19), "21 · 13 · 19"),
            BarGroup("30–44", (24, 22, 26), "24 · 22 · 26"),
            BarGroup("65+", (24, 30, None), "24 · 30 · –"),
        ]
    )
    legend = Legend([Key("inwoners", POPULATION), Key("aangemeld", POOL), Key("geloot", PANEL)])
    pictured = Pictured(bars)
    pictured.describe(
        Figures("Alle groepen zitten dicht bij de bevolking.", ("Groep", "%"), (("16–29", "21"),))
    )
    page = holder(
        column(
            Card(thread, heading="De draad"),
            Card(term, heading="Termijn"),
            Card(late),
            Card(answers),
            Card(pictured, heading="Wie was er", actions=[legend]),
            None,
            gap=12,
            margins=(24, 14, 24, 16),
        ),
        role="page",
    )
    qtbot.addWidget(page)

    paths = photograph(page, "gallery-pictures", size=(1180, 900))

    assert all(path.exists() for path in paths)
