"""What the organiser does with an advice: each asks a service and tells what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.advice import check_words
from burgertop_app.messages.name_marks import copy_sentence
from burgertop_app.services.publishing import Publication, printed
from burgertop_app.services.saving import save_document
from burgertop_app.ui.saving import ALL_FORMS, offer_to_open, place_for, save_paper, write_paper
from burgertop_app.ui.site import make_site

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.advice import Advice, AdviceVersion
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.requests import RecommendationForm
    from burgertop_app.ui.advice.page import AdvicePage

LISTED = 4


class AdviceActs:
    """The acts of the page about the advice."""

    def __init__(self, page: AdvicePage) -> None:
        self._page = page
        self._desk = page.desk

    @property
    def _advice(self) -> Advice:
        advice = self._page.found.advice
        if advice is None:
            raise LookupError("no advice is shown")
        return advice

    def start(self, title: str) -> None:
        """Begin an advice and show it."""
        process, advising = self._page.process, self._desk.services.advising
        if process is not None:
            self._page.ask(
                lambda: advising.start(process, title), lambda change: self._page.show_advice(change.id)
            )

    def retitle(self, title: str) -> None:
        """Keep another title."""
        advising, advice_id = self._desk.services.advising, self._advice.id
        if title != self._advice.title:
            self._page.ask(lambda: advising.retitle(advice_id, title))

    def recommend(self, form: RecommendationForm) -> None:
        """Add a recommendation and show it."""
        advising, advice_id = self._desk.services.advising, self._advice.id
        self._page.ask(lambda: advising.recommend(advice_id, form), self._on_added)

    def take_over(self) -> None:
        """Make recommendations of the carried proposals that stand in no advice yet."""
        recommending, advice_id = self._desk.services.recommending, self._advice.id
        self._page.ask(lambda: recommending.take_over(advice_id), self._on_taken_over)

    def move(self, recommendation_id: UUID, step: int) -> None:
        """Let a recommendation change places with the one before (-1) or after it (1)."""
        ids = [line.recommendation.id for line in self._page.found.counting]
        place = ids.index(recommendation_id) + step
        if not 0 <= place < len(ids):
            return
        recommending, other = self._desk.services.recommending, ids[place]

        def swap() -> Change:
            return recommending.swap(recommendation_id, other)

        told = _("The recommendation has moved.")
        self._page.ask(swap, lambda _change: self._desk.did(told, swap, swap, "list-ordered"))

    def withdraw_recommendation(self, line: RecommendationLine) -> None:
        """Ask why, and take a recommendation out of the next version."""
        kept = line.recommendation
        reason = self._desk.dialogs.reason(
            self._page,
            _("Withdraw recommendation {number}?").format(number=kept.number),
            _("It does not come in the next version. It stays readable here, with your reason."),
            _("Withdraw"),
        )
        if reason is None:
            return
        advising = self._desk.services.advising
        self._page.ask(
            lambda: advising.withdraw_recommendation(kept.id, reason),
            lambda _change: self._desk.did(
                _("Recommendation {number} is withdrawn.").format(number=kept.number),
                lambda: advising.restore_recommendation(kept.id),
                lambda: advising.withdraw_recommendation(kept.id, reason),
                "ban",
            ),
        )

    def restore(self, line: RecommendationLine) -> None:
        """Put a withdrawn recommendation back."""
        advising, kept = self._desk.services.advising, line.recommendation
        self._page.ask(
            lambda: advising.restore_recommendation(kept.id),
            lambda _change: self._desk.did(
                _("Recommendation {number} counts again.").format(number=kept.number),
                lambda: advising.withdraw_recommendation(kept.id, kept.withdrawn_reason),
                lambda: advising.restore_recommendation(kept.id),
                "rotate-ccw",
            ),
        )

    def publish(self) -> None:
        """Fix a version, after saying that this cannot be undone and what is still missing."""
        version = len(self._page.found.versions) + 1
        reason = self._why(version)
        if reason is None:
            return
        publishing, advice_id = self._desk.services.publishing, self._advice.id

        def keep(ready: Publication, document: bytes) -> Change:
            return publishing.publish(ready, document)

        self._page.request(
            _("Making the document…"),
            lambda: publishing.prepare(advice_id, reason),
            printed,
            keep,
            lambda _change: self._desk.say(_("Version {version} is fixed.").format(version=version), "lock"),
        )

    def offer(self, to: str, on: date, how: str) -> None:
        """Record that the last version was offered, and go to the page about the answer."""
        advising, advice_id = self._desk.services.advising, self._advice.id
        self._page.ask(
            lambda: advising.offer(advice_id, to=to, on=on, how=how),
            lambda _change: self._desk.navigate("response", focus=advice_id),
        )

    def withdraw(self) -> None:
        """Ask why, and withdraw the whole advice; this stays readable for everyone."""
        advising, advice = self._desk.services.advising, self._advice
        reason = self._desk.dialogs.reason(
            self._page,
            _("Withdraw this advice?"),
            _("The advice and its fixed versions stay readable, with your reason. This cannot be undone."),
            _("Withdraw"),
        )
        if reason is not None:
            self._page.ask(lambda: advising.withdraw(advice.id, reason))

    def save(self) -> None:
        """Save the document as it stands, in a form of choice; the PDF of a fixed version as it was made."""
        fixed, advice, printing = self._page.found.fixed, self._advice, self._desk.services.printing
        title = _("Making the document…")
        target = place_for(self._page, _("Save the document"), self._name(fixed), ALL_FORMS)
        if target is None:
            return
        if fixed is not None and fixed.attachment_id is not None and PaperForm.of(target) is PaperForm.PDF:
            self._write_version(fixed, target)
        else:
            write_paper(self._page, title, lambda: printing.advice(advice.id), target)

    def make_site(self) -> None:
        """Make the folder for the website."""
        make_site(self._page)

    def save_version(self, version: AdviceVersion) -> None:
        """Save the document of a fixed version, byte for byte."""
        target = place_for(self._page, _("Save the document"), self._name(version), (PaperForm.PDF,))
        if target is not None:
            self._write_version(version, target)

    def _name(self, version: AdviceVersion | None) -> str:
        if version is None:
            return self._advice.title
        return _("{title}, version {version}").format(title=self._advice.title, version=version.version)

    def _write_version(self, version: AdviceVersion, target: Path) -> None:
        publishing, privacy = self._desk.services.publishing, self._desk.services.privacy

        def work() -> bool:
            save_document(target, publishing.document(version.id))
            return privacy.named(version.id)

        self._page.ask(
            work, lambda named: offer_to_open(self._page, target, (copy_sentence(),) if named else ())
        )

    def save_with_names(self) -> None:
        """Say what the copy with names is, and save it when the organiser wants that; it leaves a record."""
        printing, advice = self._desk.services.printing, self._advice
        self._page.ask(
            lambda: printing.advice_with_names(advice.id),
            lambda paper: self._on_named(advice, paper.version, len(paper.participants)),
        )

    def _on_named(self, advice: Advice, version: int, people: int) -> None:
        told = ngettext(
            "{count} participant agreed to stand in the advice by name. Only this copy holds the name; the "
            "fixed document has none.",
            "{count} participants agreed to stand in the advice by name. Only this copy holds the names; the "
            "fixed document has none.",
            people,
        ).format(count=number(people))
        kept = _("It is kept that you made this file, when, and about how many people.")
        if not self._desk.dialogs.ask(
            self._page, _("Make a copy with names?"), f"{told}\n\n{kept}", _("Choose a place…")
        ):
            return
        printing = self._desk.services.printing
        name = _("{title}, version {version}, with names").format(title=advice.title, version=version)
        save_paper(self._page, _("Making the document…"), lambda: printing.advice_with_names(advice.id), name)

    def college(self) -> str:
        """To whom an advice is usually offered."""
        process = self._page.found.process
        if process is None or not process.municipality:
            return _("the college of mayor and aldermen")
        return _("the college of mayor and aldermen of {municipality}").format(
            municipality=process.municipality
        )

    def _why(self, version: int) -> str | None:
        """Ask to fix a version: "" when the members agreed, else why without them; None for not."""
        title = _("Fix version {version}?").format(version=version)
        yes = _("Fix version {version}").format(version=version)
        signing = self._page.found.signing
        if signing is not None and signing.valid is not None:
            return "" if self._desk.dialogs.ask(self._page, title, self._warning(), yes) else None
        unsigned = _(
            "The members have not agreed to this text. You can fix it all the same; your reason then stands "
            "in the document for everyone to read."
        )
        return self._desk.dialogs.reason(self._page, title, f"{self._warning()}\n\n{unsigned}", yes)

    def _warning(self) -> str:
        said = [
            _(
                "The version gets a number, a date and a control code, and its document is kept. It can never"
                " be changed or removed. You can go on writing for a next version."
            )
        ]
        missing = [check_words(check) for check in self._page.found.needed]
        if missing:
            more = len(missing) - LISTED
            listed = [f"– {line}" for line in missing[:LISTED]]
            if more > 0:
                rest = ngettext("– and {count} more thing", "– and {count} more things", more)
                listed.append(rest.format(count=number(more)))
            said.append("\n".join([_("Not in order yet:"), *listed]))
        return "\n\n".join(said)

    def _on_added(self, change: Change) -> None:
        self._page.show_later(change.id)

    def _on_taken_over(self, made: tuple[UUID, ...]) -> None:
        recommending, advice_id = self._desk.services.recommending, self._advice.id
        kept = [made]

        def undo() -> Change:
            return recommending.put_back(advice_id, kept[0])

        def redo() -> Change:
            kept[0] = recommending.take_over(advice_id)
            return recommending.taken_over()

        said = ngettext(
            "{count} recommendation is made of a carried proposal.",
            "{count} recommendations are made of carried proposals.",
            len(made),
        ).format(count=number(len(made)))
        self._desk.did(said, undo, redo, "list-checks")
        self._desk.changes.announce(recommending.taken_over())
