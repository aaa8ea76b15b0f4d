"""What can be done with a survey: files out, replies in, closing, clearing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.surveys import problem_words, survey_text
from burgertop_app.ui.saving import proposal, save_paper
from burgertop_app.ui.year.survey_form import SurveyDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.surveys import ReplySheet, Survey
    from burgertop_app.services.surveys import SurveyLine
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.year.page import YearPage

TOLD = 12
"""So many problems of a sheet are told one by one."""


class SurveyActs:
    """Acts on surveys of `page`."""

    def __init__(self, page: YearPage) -> None:
        self._page = page
        self._surveys = page.desk.services.surveys
        self._files = page.desk.services.survey_files

    def entries(self, line: SurveyLine) -> list[Entry]:
        """Everything that can be done with a survey now."""
        survey = line.survey
        sent, closed = survey.sent_at is not None, survey.closed_at is not None
        found: list[Entry] = [(_("Edit…"), "pencil", lambda: self.edit(line))]
        if not closed:
            more = _("Give codes to new friends") if sent else _("Give out codes")
            found.append((more, "key-round", lambda: self.ask(survey)))
        found += [
            (_("Print the questions…"), "printer", lambda: self.print_questions(survey)),
            (_("Sheet for a web form…"), "file-spreadsheet", lambda: self.save_form(survey)),
            (_("Copy as text"), "copy", lambda: self.copy(survey)),
        ]
        if sent and not closed:
            found += [
                (_("List of codes…"), "list-ordered", lambda: self.save_codes(survey)),
                (_("E-mail drafts…"), "mail-plus", lambda: self.save_drafts(survey)),
            ]
        if not closed:
            found.append((_("Read replies…"), "upload", lambda: self.read(survey)))
        if line.results.replies:
            found += [
                (_("Results as PDF…"), "file-text", lambda: self.print_results(survey)),
                (_("Results as Excel…"), "download", lambda: self.save_results(survey)),
            ]
        if sent and not closed:
            found.append((_("Close the survey…"), "lock", lambda: self.close(survey)))
        if closed and survey.cleared_at is None:
            found.append((_("Erase what people wrote…"), "trash-2", lambda: self.clear(survey)))
        if not sent and not line.results.replies:
            found.append((_("Remove"), "trash-2", lambda: self.drop(survey)))
        return found

    def add(self) -> None:
        """Ask for a new survey and keep it."""
        self._open(None, fixed=False)

    def edit(self, line: SurveyLine) -> None:
        """Ask what changes and keep it."""
        self._open(line.survey, fixed=line.survey.sent_at is not None or line.results.replies > 0)

    def _open(self, survey: Survey | None, *, fixed: bool) -> None:
        process = self._page.process
        if process is None:
            return
        dialog = SurveyDialog(self._page, process, survey, fixed=fixed)
        if dialog.exec() == SurveyDialog.DialogCode.Accepted:
            kept = dialog.check()
            self._page.ask(lambda: self._surveys.keep(kept))

    def ask(self, survey: Survey) -> None:
        """Give every friend a code."""
        question = _("Every friend of the panel gets a code. From then on the questions stay as they are.")
        if survey.sent_at is not None or self._page.desk.dialogs.ask(
            self._page, _("Give out codes"), question, _("Give out codes")
        ):
            self._page.ask(lambda: self._surveys.ask(survey.id))

    def print_questions(self, survey: Survey) -> None:
        """Save the questions as a PDF."""
        save_paper(self._page, _("Making the survey…"), lambda: self._files.paper(survey.id), survey.title)

    def print_results(self, survey: Survey) -> None:
        """Save the results as a PDF."""
        name = _("Results {title}").format(title=survey.title)
        save_paper(self._page, _("Making the results…"), lambda: self._files.results_paper(survey.id), name)

    def save_form(self, survey: Survey) -> None:
        """Save the sheet with a column per question."""
        self._save(survey.title, lambda path: self._files.save_form(survey.id, path))

    def save_codes(self, survey: Survey) -> None:
        """Save who has which code."""
        name = _("Codes {title}").format(title=survey.title)
        self._save(name, lambda path: self._files.save_codes(survey.id, path))

    def save_results(self, survey: Survey) -> None:
        """Save the results as a workbook."""
        name = _("Results {title}").format(title=survey.title)
        self._save(name, lambda path: self._files.save_results(survey.id, path))

    def save_drafts(self, survey: Survey) -> None:
        """Save a folder with a draft of an e-mail for everyone."""
        folder = self._page.desk.dialogs.folder(self._page, _("Choose a folder for the drafts"))
        if folder is None:
            return
        target = folder / proposal(survey.title, "").name

        def saved(without: int) -> None:
            said = _("The drafts are in {folder}.").format(folder=target)
            if without:
                said += " " + ngettext(
                    "{count} friend has no e-mail address.",
                    "{count} friends have no e-mail address.",
                    without,
                ).format(count=number(without))
            self._page.desk.say(said)

        self._page.ask(lambda: self._files.save_drafts(survey.id, target), saved)

    def copy(self, survey: Survey) -> None:
        """Put the survey on the clipboard as text."""
        QGuiApplication.clipboard().setText(survey_text(survey))
        self._page.desk.say(_("The survey is on the clipboard."))

    def read(self, survey: Survey) -> None:
        """Read a sheet with replies, tell what is wrong, and take the rest in."""
        kinds = _("Sheets (*.xlsx *.xlsm *.ods *.xls *.csv *.txt);;All files (*)")
        path = self._page.desk.dialogs.open_file(self._page, _("Read replies"), kinds)
        if path is not None:
            self._page.ask(
                lambda: self._surveys.look(survey.id, path), lambda found: self._on_read(survey, found)
            )

    def _on_read(self, survey: Survey, found: ReplySheet) -> None:
        question = told(found)
        if not found.replies:
            self._page.desk.dialogs.tell(self._page, _("Read replies"), question)
            return
        if self._page.desk.dialogs.ask(self._page, _("Read replies"), question, _("Take in")):
            self._page.ask(
                lambda: self._surveys.take_in(survey.id, found),
                lambda ids: self._on_taken(survey, found, ids),
            )

    def _on_taken(self, survey: Survey, found: ReplySheet, ids: tuple[UUID, ...]) -> None:
        kept = [ids]

        def undo() -> object:
            return self._surveys.take_back(kept[-1])

        def redo() -> object:
            kept.append(self._surveys.take_in(survey.id, found))
            return self._surveys.touched()

        said = ngettext("{count} reply is taken in.", "{count} replies are taken in.", len(ids)).format(
            count=number(len(ids))
        )
        self._page.desk.did(said, undo, redo)  # type: ignore[arg-type]
        self._page.load()

    def close(self, survey: Survey) -> None:
        """Close a survey; this cannot be undone."""
        question = _(
            "After closing no reply can come in, and who had which code is erased for good."
            " Nobody can then be found by a reply."
        )
        if self._page.desk.dialogs.ask(self._page, _("Close the survey"), question, _("Close")):
            self._page.ask(lambda: self._surveys.close(survey.id))

    def clear(self, survey: Survey) -> None:
        """Erase what people wrote; this cannot be undone."""
        question = _("What people wrote in their own words is erased for good. The counts stay.")
        if self._page.desk.dialogs.ask(self._page, _("Erase what people wrote"), question, _("Erase")):
            self._page.ask(lambda: self._surveys.clear(survey.id))

    def drop(self, survey: Survey) -> None:
        """Take away a survey that nobody got."""
        question = _("The survey “{title}” and its questions go. Nobody got it yet.").format(
            title=survey.title
        )
        if self._page.desk.dialogs.ask(self._page, _("Remove the survey"), question, _("Remove")):
            self._page.ask(lambda: self._surveys.drop(survey.id))

    def _save(self, name: str, write: Callable[[Path], Path]) -> None:
        kinds = _("Excel (*.xlsx);;CSV for a Dutch Excel (*.csv)")
        path = self._page.desk.dialogs.save_file(
            self._page, _("Save the table"), kinds, proposal(name, ".xlsx")
        )
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".xlsx")
        self._page.ask(
            lambda: write(target),
            lambda kept: self._page.desk.say(_("{file} is saved.").format(file=kept.name)),
        )


def told(found: ReplySheet) -> str:
    """What a sheet holds and what is wrong in it, in lines."""
    lines = [
        ngettext("{count} reply can be used.", "{count} replies can be used.", len(found.replies)).format(
            count=number(len(found.replies))
        )
    ]
    if found.missing:
        lines.append(
            _("No column was found for: {questions}.").format(
                questions="; ".join(f"“{question}”" for question in found.missing)
            )
        )
    lines += [problem_words(problem) for problem in found.problems[:TOLD]]
    rest = len(found.problems) - TOLD
    if rest > 0:
        lines.append(
            ngettext("And {count} more problem.", "And {count} more problems.", rest).format(
                count=number(rest)
            )
        )
    return "\n".join(lines)
