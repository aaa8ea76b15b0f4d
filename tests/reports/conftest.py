# ruff: noqa: E501, RUF001 - sentences and names as people write them
"""Papers of a made-up municipality, and a reader for the PDFs made from them.

Long because it tells one whole paper of every kind, for all tests to share.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from pypdf import PdfReader

from burgertop_app.domain.papers.advice import (
    AdvicePaper,
    CardReference,
    KeyFigure,
    PaperMandate,
    PaperRecommendation,
)
from burgertop_app.domain.papers.answers import (
    AnsweredRecommendation,
    LetterHead,
    OfferingLetterPaper,
    ReminderLetterPaper,
    ResponseOverviewPaper,
)
from burgertop_app.domain.papers.common import (
    CardGroup,
    CardTheme,
    Masthead,
    PrintedCard,
    PrintedPerson,
    Support,
)
from burgertop_app.domain.papers.draw import (
    Commitment,
    DrawnNumber,
    DrawProtocolPaper,
    ProtocolCount,
    ProtocolQuota,
)
from burgertop_app.domain.papers.feedback import CardStory, FeedbackPaper, FeedbackSheet, Outcome, SatAt
from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
from burgertop_app.domain.papers.representation import (
    FeatureShares,
    Representation,
    Stage,
    StageKind,
    ValueShares,
)
from burgertop_app.domain.papers.rules import CardBookPaper, Dial, Promise, RulesPaper
from burgertop_app.domain.papers.tables import (
    FacilitatorRoute,
    FacilitatorScriptPaper,
    PaperEvent,
    RouteCard,
    RouteCardsPaper,
    ScriptStep,
    Stop,
    TableSheet,
    TableSheetsPaper,
)
from burgertop_app.domain.reminding import Occasion
from burgertop_app.domain.responses import Disposal
from tests.reports.every_paper import papers  # noqa: F401  (a fixture)

NAMES = (
    "Anneke de Vries",
    "Şükrü Yıldırım-Öztürk",
    "Władysław Grzęda",
    "فاطمة الزهراء",
    "דוד לוי",
    "Jean-Baptiste van den Boogaard-Wolfeschlegelstein",
    "Nguyễn Thị Hạnh",
    "Ольга Петрова",
)


class Read:
    """What a reader sees in a PDF."""

    def __init__(self, data: bytes) -> None:
        self.pdf = PdfReader(io.BytesIO(data))
        self.pages = [page.extract_text() for page in self.pdf.pages]

    @property
    def text(self) -> str:
        """All words in order, white space made single."""
        return re.sub(r"\s+", " ", " ".join(self.pages))

    def fonts(self) -> dict[str, bool]:
        """Every font named on a page or in a form, and whether its file is embedded."""
        found: dict[str, bool] = {}
        for page in self.pdf.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                described = font.get_object()
                descriptor = described.get("/FontDescriptor")
                embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
                found[str(described["/BaseFont"])] = embedded
        return found


@pytest.fixture
def read():
    return Read


@pytest.fixture
def masthead():
    return Masthead(
        organisation="Burgerpanel Waterrijk",
        process="Warm en betaalbaar wonen",
        made_at=datetime(2026, 10, 29, 14, 30, tzinfo=UTC),
    )


@pytest.fixture
def representation():
    ages = (
        ("16–29", 0.22, 0.11, 0.2),
        ("30–44", 0.25, 0.2, 0.27),
        ("45–64", 0.31, 0.38, 0.3),
        ("65+", 0.22, 0.31, 0.23),
    )
    schools = (
        ("Praktisch opgeleid", 0.29, 0.12, 0.27),
        ("Middelbaar opgeleid", 0.38, 0.33, 0.4),
        ("Theoretisch opgeleid", 0.33, 0.55, 0.33),
    )
    quarters = (("Havenwijk", 0.18, 0.1, 0.17), ("Centrum", 0.4, 0.52, 0.4), ("Oeverzijde", 0.42, 0.38, 0.43))
    return Representation(
        stages=(
            Stage(kind=StageKind.POPULATION, people=48210, note="16 jaar en ouder"),
            Stage(kind=StageKind.REGISTERED, people=462, note="na 6.000 brieven"),
            Stage(kind=StageKind.DRAWN, people=30),
        ),
        features=tuple(
            FeatureShares(
                feature=name,
                values=tuple(ValueShares(value=value, shares=tuple(shares)) for value, *shares in lines),
            )
            for name, lines in (("Leeftijd", ages), ("Opleiding", schools), ("Wijk", quarters))
        ),
        gaps=(
            "Van de jongeren onder 30 meldde zich maar de helft van het aandeel dat zij in de gemeente hebben.",
            "Mensen die praktisch zijn opgeleid waren bij de aanmelding schaars; in het panel zijn zij er wel.",
        ),
        source="CBS, Kerncijfers wijken en buurten 2025",
    )


def _recommendation(number: int) -> PaperRecommendation:
    return PaperRecommendation(
        number=number,
        sentence="Stuur een energiecoach aan huis, die ook Turks, Pools of Arabisch spreekt.",
        reason="Veel mensen willen wel besparen, maar weten niet waar ze moeten beginnen. Een folder helpt dan niet."
        " Iemand die meekijkt in huis wel.\n\nDat werkt het best in je eigen taal:\n- uitleg over de meter;\n"
        "- samen kleine dingen doen, zoals **tochtstrips**;\n- hulp bij het formulier op https://waterrijk.example/energie.",
        support=Support(
            in_favour=24,
            against=3,
            abstained=2,
            rule="Een aanbeveling gaat mee bij twee derde van de stemmen.",
        ),
        minority="Drie leden vinden dat vrijwilligers dit kunnen doen. Zij willen het geld liever voor isolatie gebruiken.",
        ourselves="Acht leden willen zelf energiecoach worden en volgen de cursus in januari.",
        cards=(
            CardReference(number="2-12", times=2),
            CardReference(number="3-09"),
            CardReference(number="5-15"),
        ),
    )


@pytest.fixture
def recommendation():
    return _recommendation


@pytest.fixture
def themes():
    cards = tuple(
        PrintedCard(
            number=f"{1 + n // 9}-{1 + n % 9:02d}",
            text=text,
            times=2 if n % 5 == 0 else 1,
            kind="aanbeveling" if n % 2 else "tip",
        )
        for n, text in enumerate(
            [
                "Begin met de huizen in de Havenwijk. Daar is de tocht het ergst.",
                "Eén loket waar je alles kunt vragen, ook in de avond.",
                "Laat de buurvrouw die het al gedaan heeft vertellen hoe het was. Dat geloof ik eerder dan een folder.",
                "Geen huurverhoging na isolatie.",
            ]
            * 5
        )
    )
    return (
        CardTheme(name="Hulp aan huis", cards=cards, explanation="Kaarten over uitleg, hulp en eigen taal."),
        CardTheme(name="Geld en huur", cards=cards[:7]),
    )


@pytest.fixture
def advice(masthead, representation, themes):
    return AdvicePaper(
        masthead=masthead,
        title="Warm wonen zonder zorgen",
        version=3,
        version_on=date(2026, 10, 29),
        addressees=("het college van burgemeester en wethouders", "de gemeenteraad van Waterrijk"),
        summary="Dertig inwoners spraken vier avonden over warm en betaalbaar wonen. Zij vragen de gemeente om naast"
        " mensen te gaan staan: met een coach aan huis, één loket en een begin in de Havenwijk.\n\n"
        "Over vijf aanbevelingen waren zij het eens. Bij elke aanbeveling staat wie er anders over dacht.",
        assignment="Het college vroeg het burgerpanel: hoe houden wij onze huizen warm en betaalbaar, ook voor mensen"
        " met weinig geld?",
        mandate=PaperMandate(
            fixed=("Er is € 1,2 miljoen tot en met 2028.", "Het warmtenet in Oeverzijde gaat door."),
            open=("Waar de gemeente begint.", "Hoe mensen hulp krijgen.", "Wat huurders mogen vragen."),
            unknown=("Of het Rijk de regeling verlengt.",),
        ),
        method="Wij kwamen vier avonden bij elkaar in buurthuis De Sluis. Aan elke tafel zat een gespreksleider."
        " Wat u zei kwam op een kaart, die de tafel zelf goedkeurde.",
        figures=(
            KeyFigure(number="30", words="panelleden"),
            KeyFigure(number="4", words="avonden"),
            KeyFigure(number="146", words="kaarten"),
        ),
        draw_method="De panelleden zijn geloot uit 462 aanmeldingen. De loting volgde quota voor leeftijd, opleiding en wijk."
        " De kans van iedereen is zo gelijk gemaakt als die quota toelaten.",
        representation=representation,
        recommendations=tuple(_recommendation(n) for n in range(1, 6)),
        ourselves="- Acht leden worden energiecoach.\n- Drie leden openen een tochtstripdepot in de bibliotheek.",
        asked="Bespreek dit advies in de vergadering van december. Nodig daarbij twee panelleden uit.",
        term="Het college heeft toegezegd binnen zes weken na ontvangst te antwoorden, per aanbeveling en met een reden.",
        follow_up="Wij volgen elke toezegging en vertellen alle deelnemers wat er met hun kaart gebeurt.",
        participants=NAMES[:5],
        participants_total=30,
        themes=themes,
    )


@pytest.fixture
def event():
    return PaperEvent(name="Avond 2: wat helpt er echt?", on=date(2026, 9, 22), place="Buurthuis De Sluis")


@pytest.fixture
def table_sheets(masthead, event):
    people = tuple(PrintedPerson(number=str(100 + n), name=name) for n, name in enumerate(NAMES))
    steps = (
        ScriptStep(start=time(19, 30), what="Kennismaken", minutes=10),
        ScriptStep(start=time(19, 40), what="Iedereen schrijft twee kaarten", minutes=15),
        ScriptStep(start=time(19, 55), what="Voorlezen en goedkeuren", minutes=25),
    )
    return TableSheetsPaper(
        masthead=masthead,
        event=event,
        sheets=tuple(
            TableSheet(
                table=str(table),
                round_no=round_no,
                topic="Hulp aan huis",
                people=people[: 6 + table % 3],
                facilitator="Karima el Idrissi",
                room="Grote zaal",
                starts=time(19, 30),
                ends=time(20, 20),
                questions=(
                    "Wat helpt u om uw huis warm te houden?",
                    "Wie moet dat doen, en wat doet u zelf?",
                ),
                steps=steps,
                first_card=1 + 8 * (round_no - 1),
                stubs=8,
            )
            for round_no in (1, 2)
            for table in (1, 2, 3)
        ),
    )


@pytest.fixture
def route_cards(masthead, event):
    return RouteCardsPaper(
        masthead=masthead,
        event=event,
        cards=tuple(
            RouteCard(
                person=PrintedPerson(number=str(100 + n), name=NAMES[n % len(NAMES)]),
                stops=tuple(
                    Stop(
                        round_no=no,
                        table=str(1 + (n + no) % 5),
                        topic="Hulp aan huis",
                        room="Grote zaal",
                        starts=time(18 + no, 30),
                        ends=time(19 + no, 20),
                    )
                    for no in (1, 2, 3)
                ),
                changed=n == 2,
            )
            for n in range(19)
        ),
    )


@pytest.fixture
def protocol(masthead):
    quotas = (
        ("Leeftijd", "16–29", 6, 7, 51, 6),
        ("Leeftijd", "30–44", 7, 8, 92, 8),
        ("Leeftijd", "45–64", 9, 10, 176, 9),
        ("Leeftijd", "65+", 6, 7, 143, 7),
        ("Opleiding", "praktisch", 8, 9, 55, 8),
        ("Opleiding", "middelbaar", 11, 12, 152, 12),
        ("Opleiding", "theoretisch", 10, 10, 255, 10),
    )
    return DrawProtocolPaper(
        masthead=masthead,
        draw_id="4f0c8a1e-2b7d",
        attempt=2,
        seats=30,
        people=462,
        method="maximin",
        quotas=tuple(
            ProtocolQuota(feature=f, value=v, low=low, high=high, supply=supply, panel=panel)
            for f, v, low, high, supply, panel in quotas
        ),
        chances=tuple(0.048 + 0.0002 * (n % 300) + (0.05 if n > 400 else 0) for n in range(458)) + (0.0,) * 4,
        lottery_sha256="3b1f" * 16,
        pool_sha256="a90c" * 16,
        quotas_sha256="77de" * 16,
        min_probability="0.048000000000",
        upper_bound="0.048000000000",
        engine="burgertop 0.1.0; highspy 1.11.0; numpy 2.4.6",
        largest_deviation=0.0009,
        quota_source="CBS, Kerncijfers wijken en buurten 2025",
        rules=("Per adres kan hoogstens één mens worden geloot.",),
        kept_out=(ProtocolCount(reason="werkt aan dit onderwerp bij de gemeente", people=3),),
        without_chance=(ProtocolCount(reason="past bij deze quota in geen enkel panel", people=4),),
        earlier_attempts=("c0de" * 16,),
        commitment=Commitment(
            committed_at=datetime(2026, 9, 1, 9, 0, tzinfo=UTC),
            moment="3 september 2026, 20.00 uur",
            published_where="waterrijk.example/loting en de krant van 2 september",
            witnesses="griffier, twee inwoners",
            number_source="Drie tienkantige dobbelstenen in de raadzaal, 3 september om 20.00 uur",
        ),
        drawn=DrawnNumber(
            seed="drie dobbelstenen 4 1 7",
            number=417,
            drawn_at=datetime(2026, 9, 3, 18, 4, tzinfo=UTC),
            panel=tuple(f"A-{1000 + 13 * n}" for n in range(30)),
            reserves=tuple(f"A-{1003 + 17 * n}" for n in range(12)),
        ),
    )


@pytest.fixture
def feedback(masthead):
    coach = Outcome(
        recommendation=3,
        sentence="Stuur een energiecoach aan huis, die ook Turks, Pools of Arabisch spreekt.",
        disposal=Disposal.ADOPTS,
        reason="Vanaf maart gaan er zes coaches op pad. Drie van hen zijn lid geweest van het panel.",
        owner="Team Duurzaam Wonen",
        due_on=date(2027, 3, 1),
    )
    stories = (
        CardStory(
            number="2-12",
            text="Iemand die bij je thuis meekijkt, in je eigen taal.",
            own=True,
            theme="Hulp aan huis",
            proposals=("Energiecoach aan huis",),
            outcomes=(coach,),
        ),
        CardStory(
            number="2-13",
            text="Geen huurverhoging na isolatie.",
            theme="Geld en huur",
            proposals=("Huur na isolatie",),
            outcomes=(
                Outcome(
                    recommendation=4,
                    sentence="Spreek met de corporaties af dat de huur niet stijgt.",
                    disposal=Disposal.REJECTS,
                    reason="De gemeente gaat niet over de huur. Wij vragen het wel aan de corporaties.",
                ),
            ),
        ),
        CardStory(
            number="3-02",
            text="Lening zonder rente.",
            outcomes=(replace(coach, disposal=None, reason="", owner="", due_on=None),),
        ),
        CardStory(
            number="3-05",
            text="Meer bomen in de straat.",
            stopped="De tafel vond dat dit bij een ander gesprek hoort.",
        ),
        CardStory(number="3-06", text="Zonnepanelen op de school."),
    )
    tables = tuple(
        SatAt(
            event="Avond 2",
            on=date(2026, 9, 22),
            round_no=no,
            table=str(no + 1),
            topic="Hulp aan huis",
            starts=time(18 + no, 30),
        )
        for no in (1, 2)
    )
    return FeedbackPaper(
        masthead=masthead,
        advice_title="Warm wonen zonder zorgen",
        sheets=tuple(
            FeedbackSheet(
                person=PrintedPerson(number=str(n), name=name), tables=tables, cards=stories[: 1 + 2 * n]
            )
            for n, name in enumerate(NAMES[:3])
        ),
        next_step="In juni 2027 kijken wij samen of het gelukt is. U krijgt dan bericht.",
        contact="Bel Noor de Wit, 010-5550123.",
        signed_by="Burgerpanel Waterrijk",
    )


@pytest.fixture
def response(masthead):
    kinds = (Disposal.ADOPTS, Disposal.ADOPTS, Disposal.PARTLY, Disposal.INVESTIGATES, Disposal.REJECTS, None)
    return ResponseOverviewPaper(
        masthead=masthead,
        advice_title="Warm wonen zonder zorgen",
        college="het college van burgemeester en wethouders van Waterrijk",
        received_on=date(2026, 11, 16),
        due_on=date(2026, 12, 28),
        answered_on=date(2026, 12, 22),
        term="Het college kreeg het advies op 16 november. Zes weken later is 28 december, een maandag. Het antwoord kwam op tijd.",
        letter="Het college dankt het panel voor het werk.",
        recommendations=tuple(
            AnsweredRecommendation(
                number=n,
                sentence=f"Aanbeveling met nummer {n}: begin in de Havenwijk met isoleren.",
                disposal=kind,
                reason="" if kind is None else "Dit past bij het plan voor de wijk en er is geld voor.",
                owner="wethouder Wonen" if kind is Disposal.ADOPTS else "",
                due_on=date(2027, 4, 1) if kind is Disposal.ADOPTS else None,
            )
            for n, kind in enumerate(kinds, 1)
        ),
    )


@pytest.fixture
def letter_head():
    return LetterHead(
        sender=("Burgerpanel Waterrijk", "Kade 12", "1234 AB Waterrijk", "panel@waterrijk.example"),
        addressee=("College van burgemeester en wethouders", "Postbus 1", "1234 ZZ Waterrijk"),
        place="Waterrijk",
        on=date(2027, 1, 4),
        reference="BP-2026-03",
        signed_by=("Noor de Wit, secretaris", "Samir Haddad, voorzitter"),
        contact="Noor de Wit, 010-5550123",
    )


@pytest.fixture
def offering(masthead, letter_head):
    return OfferingLetterPaper(
        masthead=masthead,
        head=letter_head,
        advice_title="Warm wonen zonder zorgen",
        version=3,
        content_hash="0123456789abcdef" * 4,
        term="zes weken na ontvangst",
        rules=("Is de laatste dag een vrije dag, dan telt de eerstvolgende werkdag.",),
        expected="Ontvangt u het advies vandaag, dan is de laatste dag maandag 15 februari 2027.",
        source="Verordening burgerparticipatie, artikel 6",
        copies=(
            ("Gemeenteraad van Waterrijk", "Postbus 1", "1234 ZZ Waterrijk"),
            ("Griffie van Waterrijk", "Postbus 2"),
        ),
        recommendations=("Begin in de Havenwijk.", "Open één loket.", "Stuur een energiecoach aan huis."),
        opening="Dertig inwoners hebben vier avonden met elkaar gesproken.",
    )


@pytest.fixture
def reminder(masthead, letter_head):
    return ReminderLetterPaper(
        masthead=masthead,
        head=letter_head,
        advice_title="Warm wonen zonder zorgen",
        offered_on=date(2026, 11, 12),
        received_on=date(2026, 11, 16),
        due_on=date(2026, 12, 28),
        occasion=Occasion.DAY_AFTER,
        agreed_on=date(2026, 12, 28),
        why="zes weken na ontvangst op maandag 16 november 2026 is maandag 28 december, een werkdag",
        earlier_reminders=(date(2026, 12, 21),),
        open_recommendations=("Open één loket.", "Stuur een energiecoach aan huis."),
        total=5,
    )


@pytest.fixture
def rules(masthead, advice):
    return RulesPaper(
        masthead=masthead,
        assignment=advice.assignment,
        mandate=advice.mandate,
        decisions=(
            "Een aanbeveling gaat mee als twee derde van de leden ervoor is.",
            "Wie het anders ziet, krijgt daarvoor ruimte in het advies.",
        ),
        dials=(
            Dial(name="Invloed", left="meedenken", right="beslissen", position=3),
            Dial(name="Gebied", left="wijk", right="stad", position=5),
            Dial(name="Wie", left="liefhebbers", right="afspiegeling", position=5),
        ),
        promises=(
            Promise(who="College", what="Antwoordt binnen zes weken, per aanbeveling en met een reden."),
            Promise(who="Raad", what="Bespreekt het advies in een openbare vergadering."),
            Promise(who="Deelnemers", what="Komen zoveel mogelijk alle avonden en luisteren naar elkaar."),
        ),
        contact="Noor de Wit, 010-5550123",
    )


@pytest.fixture
def card_book(masthead, themes):
    return CardBookPaper(
        masthead=masthead,
        groups=(
            CardGroup(addressee="de gemeente", themes=themes),
            CardGroup(addressee="bewoners", themes=themes[1:]),
        ),
        source="vier avonden in buurthuis De Sluis",
    )


@pytest.fixture
def letters(masthead):
    people = ("Şebnem Öztürk", "דוד לוי")
    return ResidentLettersPaper(
        masthead=masthead,
        kind="Uitnodiging",
        subject="Doet u mee, {naam}?",
        text="Beste {naam},\n\nKom praten.\n\n- Koffie is gratis.\n- U krijgt een bon.\n\nUw code:\n{code}",
        place="Waterrijk",
        on=date(2026, 8, 20),
        sender=("Burgerpanel Waterrijk", "Kade 12", "1234 AB Waterrijk"),
        signed_by="Noor de Wit",
        letters=tuple(
            ResidentLetter(
                person=PrintedPerson(number=f"W-{number}", name=name),
                address=("Dorpsstraat 12 II", "1234 AB Waterrijk"),
                filled=(("naam", name), ("code", "7KQM-3XWA")),
                code="7KQM-3XWA",
                scan="7KQM3XWA",
            )
            for number, name in enumerate(people, 1)
        ),
        reply_by=date(2026, 9, 11),
        choices=(("leeftijd", ("16-29", "30+")), ("wijk", ("Havenwijk", "Centrum"))),
    )


@pytest.fixture
def script(masthead, event, table_sheets, route_cards):
    return FacilitatorScriptPaper(
        masthead=masthead,
        event=event,
        routes=(
            FacilitatorRoute(
                name="Karima el Idrissi", stops=route_cards.cards[0].stops, note="spreekt Arabisch"
            ),
        ),
        steps=table_sheets.sheets[0].steps,
        rules=("Iedereen komt aan het woord.",),
    )
