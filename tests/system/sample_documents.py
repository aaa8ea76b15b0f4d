"""Every document, letter, page, workbook and calendar that the sample can make, as text by name."""

from __future__ import annotations

from datetime import date

from lxml import html as lxml_html
from openpyxl import load_workbook

from burgertop_app.domain.archive import ArchiveRequest
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.services import site_making
from burgertop_app.services.archive.gathering import set_papers
from burgertop_app.services.printing.rendering import render


def papers(house, process):
    """One paper of every kind, by name; changes nothing."""
    printing = house.printing
    advice = house.advising.all(process)[0].id
    event = house.meetings.events(process)[0].id
    survey = house.surveys.view(process).lines[0].survey.id
    somebody = house.mailings.letters(process, MailKind.THANKS, again=True)[0]
    return {
        "rules": printing.rules(process),
        "card_book": printing.card_book(process),
        "proposal_book": printing.proposal_book(process),
        "table_sheets": printing.table_sheets(event),
        "route_cards": printing.route_cards(event),
        "facilitators": printing.facilitators(event),
        "room_plan": printing.room_plan(event),
        "door_list": printing.door_list(event),
        "badges": printing.name_badges(event),
        "signs": printing.table_signs(event),
        "blank_cards": printing.blank_cards(event),
        "voting_slips": printing.voting_slips(event),
        "sign_off": printing.sign_off_sheet(advice),
        "offering": printing.offering_letter(advice),
        "reminder": printing.reminder_letter(advice),
        "response": printing.response_overview(advice),
        "rating": printing.rating_form(advice),
        "feedback": printing.feedback(process),
        "progress": printing.progress(process),
        "agenda": printing.agenda(process, None),
        "owner_letters": printing.owner_letters(process),
        "overview": house.feeding_back.overview(process),
        "statement": house.representing.paper(process),
        "survey": house.survey_files.paper(survey),
        "survey_results": house.survey_files.results_paper(survey),
        "protocol": house.draw_folders.protocol(house.drawing.draws(process)[0].id),
        "advice": printing.advice(advice),
        "letter": house.lettering.example(process, MailKind.THANKS, somebody),
    }


def late_changes(house, process, folder):
    """The slips for two people who changed seats after the route cards were printed."""
    event = house.meetings.events(process)[0].id
    cards = house.printing.route_cards(event)
    house.exporting.save_paper(process, cards, b"%PDF", folder / "kaarten.pdf")
    room = house.seating.room(event)
    first, second, *_others = room.seated[room.rounds[0].id]
    house.seating.swap(event, 1, first.people[0].participation_id, second.people[0].participation_id)
    return house.printing.late_changes(event)


def fixed_now(house, process):
    """What is made public today: another version of the advice, a progress report, and their drafts."""
    advice = house.advising.all(process)[0].id
    house.advising.recommend(advice, RecommendationForm(title="Vier het met een feest.", reason="Daarom."))
    draft = house.printing.advice(advice)
    ready = house.publishing.prepare(advice, "Geen ronde.")
    house.publishing.publish(ready, b"%PDF")
    report = house.reporting.prepare(process)
    house.reporting.fix(report, b"%PDF", b"<html>")
    return {
        "draft": draft,
        "fixed now": ready.paper,
        "fixed later seen": house.printing.advice(advice),
        "report": report.paper,
    }


def said(paper):
    """The words of a paper on a web page, its head and foot too."""
    return _words(render(paper, UNHEARD, PaperForm.HTML).content)


def site(house, process):
    """The words of every page of the website."""
    files = site_making.made(house.site_making.prepare(process), UNHEARD)
    return {name: _words(content) for name, content in files.items() if name.endswith(".html")}


def files(house, process, folder):
    """What goes to a calendar, to Excel, to a mail program and to the archive."""
    advice = house.advising.all(process)[0].id
    survey = house.surveys.view(process).lines[0].survey.id
    people = house.mailings.letters(process, MailKind.THANKS, again=True)
    house.term_files.calendar(folder / "termijnen.ics")
    house.reply_workbooks.save(advice, folder / "reactie.xlsx")
    house.rating_sheets.save(advice, folder / "beoordeling.xlsx")
    house.survey_files.save_form(survey, folder / "vragen.xlsx")
    house.survey_files.save_results(survey, folder / "uitslag.xlsx")
    house.letter_files.save_drafts(process, MailKind.THANKS, people, folder / "concepten")
    house.letter_files.save_merge_list(process, MailKind.THANKS, people, folder / "lijst.xlsx")
    house.reporting.save_drafts(process, folder / "toezeggingen")
    gathered = house.archiving.gather(ArchiveRequest(process_id=process))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), folder / "archief")
    return {
        path.relative_to(folder).as_posix(): _text(path) for path in sorted(folder.rglob("*")) if _told(path)
    }


def _told(path):
    return path.suffix in {".ics", ".xlsx", ".eml", ".csv", ".xml", ".json", ".txt"}


def _text(path):
    if path.suffix != ".xlsx":
        return path.read_text(encoding="utf-8-sig")
    book = load_workbook(path, read_only=True)
    cells = (cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return "\n".join(_cell(cell) for cell in cells if cell is not None)


def _cell(cell):
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _words(content):
    return lxml_html.document_fromstring(content.decode()).text_content()
