"""The last steps of the demo: the advice, the college's answer, the feedback and every document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.monitoring import next_slot
from burgertop_app.domain.processes import Phase
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import DispositionForm, RecommendationForm
from burgertop_app.domain.responses import Commitment, CommitmentState, CouncilNeed, Disposal, Side, Step
from burgertop_app.domain.sign_off import SignOffForm, SignOffWay
from burgertop_app.exchange.reply_filling import fill_in
from burgertop_app.i18n import _, ngettext
from burgertop_app.services.printing.rendering import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.demo.stage import Stage
    from burgertop_app.services.printing.rendering import Paper


def advise(stage: Stage) -> dict[str, int]:
    """Write the advice and freeze its first version."""
    house, told = stage.house, stage.sample.advice
    stage.clock.on(told["published_on"])
    made = house.advising.start(stage.process, told["title"]).id
    if made is None:
        raise NotPossible("advice_empty")
    stage.advice = made
    for kind in SectionKind:
        body = told["section"].get(kind.value, "").strip()
        house.advising.write(made, kind, _own_words(stage, kind, body))
    for point in told["recommendation"]:
        form = RecommendationForm(
            title=point["title"],
            reason=point.get("reason", "").strip(),
            minority=point.get("minority", ""),
            ourselves=point.get("ourselves", ""),
            note=point.get("note", ""),
            costs=point.get("costs", ""),
            roles=point.get("roles", "").strip(),
            proposal_ids=tuple(stage.proposals[number] for number in point["proposals"]),
        )
        kept = house.advising.recommend(made, form).id
        if kept is not None:
            stage.recommendations[point["number"]] = kept
    for picture in told.get("picture", ()):
        house.picturing.add(made, house.picturing.ready(stage.sample.folder / picture["file"]))
    ready = house.publishing.prepare(made, _sign(stage, made))
    house.publishing.publish(ready, render(ready.paper, UNHEARD).content)
    house.processes.reach(stage.process, Phase.ADVISE)
    return {"recommendations": len(stage.recommendations)}


def offer(stage: Stage) -> dict[str, int]:
    """Offer the advice and record that the college received it: the term starts."""
    house, told = stage.house, stage.sample.response
    stage.clock.on(told["offer"]["on"])
    house.advising.offer(
        stage.advice, to=told["offer"]["to"], on=told["offer"]["on"], how=told["offer"]["how"]
    )
    stage.clock.on(told["receipt"]["on"])
    house.receiving.receive(stage.advice, on=told["receipt"]["on"], proof=told["receipt"]["proof"])
    house.processes.reach(stage.process, Phase.ANSWER)
    term = house.receiving.term(stage.advice)
    return {"weeks": term.deadline.weeks if term else 0}


def answer(stage: Stage) -> dict[str, int]:
    """Let the college answer in its workbook, read that in, and keep what it promised and the reminder."""
    house, told = stage.house, stage.sample.response
    response = told["response"]
    stage.clock.on(response["received_on"])
    house.responding.keep_letter(stage.advice, on=response["received_on"], letter=response["letter"].strip())
    _by_workbook(stage, {said["recommendation"]: _form(said) for said in response["disposition"]})
    for said in response["disposition"]:
        house.responding.rate(
            stage.dispositions[said["recommendation"]], tuple(said.get("marks", (0, 0, 0, 0, 0)))
        )
    _promise(stage)
    for reminder in told.get("reminder", ()):
        stage.clock.on(reminder["on"])
        house.receiving.remind(stage.advice, on=reminder["on"], text=reminder["text"].strip())
    return {"answers": len(stage.dispositions), "recommendations": len(stage.recommendations)}


def _by_workbook(stage: Stage, answers: Mapping[int, DispositionForm]) -> None:
    """The workbook goes out, comes back filled in, and is taken over."""
    books, folder = stage.house.reply_workbooks, stage.out / "reply"
    folder.mkdir()
    blank, filled = folder / "reactieformulier.xlsx", folder / "reactieformulier ingevuld.xlsx"
    books.save(stage.advice, blank)
    language = stage.house.processes.get(stage.process).language
    fill_in(blank, filled, answers, language)
    books.keep(books.look(stage.advice, filled, UNHEARD), {})
    for line in stage.house.responding.recommendations(stage.advice):
        if line.disposition is not None:
            stage.dispositions[line.recommendation.number] = line.disposition.id


def _form(said: Mapping[str, Any]) -> DispositionForm:
    return DispositionForm(
        disposal=Disposal(said["disposal"]),
        reason=said["reason"],
        owner=said.get("owner", ""),
        due_on=said.get("due_on"),
        budget=said.get("budget", ""),
        council=CouncilNeed(said.get("council", CouncilNeed.UNKNOWN)),
        policy=said.get("policy", ""),
    )


def documents(stage: Stage, progress: Progress) -> dict[str, int]:
    """Write every document of the chain as a PDF."""
    folder = stage.out / "documents"
    folder.mkdir()
    printing = stage.house.printing
    papers: dict[str, Paper] = {
        "spelregels": printing.rules(stage.process),
        "tafelbladen": printing.table_sheets(stage.event),
        "looproutes": printing.route_cards(stage.event),
        "gespreksleiders": printing.facilitators(stage.event),
        "kaartenboek": printing.card_book(stage.process),
        "advies": printing.advice(stage.advice),
        "aanbiedingsbrief": printing.offering_letter(stage.advice),
        "herinnering": printing.reminder_letter(stage.advice),
        "reactie": printing.response_overview(stage.advice),
        "beoordelingsformulier": printing.rating_form(stage.advice),
        "terugkoppeling": printing.feedback(stage.process),
        "voortgang": printing.progress(stage.process),
        "agenda-gesprek": printing.agenda(
            stage.process, next_slot(stage.house.monitoring.meetings(stage.process))
        ),
        "brieven-toezeggingen": printing.owner_letters(stage.process),
    }
    for name, paper in papers.items():
        (folder / f"{name}.pdf").write_bytes(render(paper, progress).content)
    protocol = (stage.out / "draw" / "protocol.pdf").read_bytes()
    (folder / "loting.pdf").write_bytes(protocol)
    return {"documents": len(papers) + 1}


def _promise(stage: Stage) -> None:
    made = {kept.disposition_id: kept for kept in stage.house.promising.all(stage.process)}
    for told in stage.sample.response["commitment"]:
        disposition = stage.dispositions.get(told["recommendation"])
        before = made.get(disposition)
        promise = Commitment(
            id=stage.house.workspace.context.work.new_id(),
            process_id=stage.process,
            text=told["text"],
            owner=told.get("owner", ""),
            due_on=told.get("due_on"),
            state=CommitmentState(told["state"]),
            step=Step(told["step"]),
            disposition_id=disposition,
            progress=told.get("progress", ""),
            side=Side(told.get("side", "college")),
            budget=told.get("budget"),
            outcome=told.get("outcome", ""),
            unproven=told.get("unproven", False),
            closed_on=told.get("closed_on"),
            made_on=stage.house.workspace.context.today(),
        )
        kept = stage.house.promising.keep(
            replace(promise, id=before.id, revision=before.revision) if before else promise
        ).id
        if kept is not None:
            stage.promises[told["recommendation"]] = kept


def _sign(stage: Stage, advice_id: UUID) -> str:
    """Let the members agree to the text as it was read to them; with one's own pool, why nobody was asked."""
    told = stage.sample.advice.get("sign_off")
    if told is None or stage.own:
        return _("This is a trial: no members were asked.")
    signing = stage.house.signing
    content = signing.state(advice_id).content_sha256
    how = SignOffWay(told["how"])
    signing.sign(advice_id, SignOffForm(**{**told, "how": how, "content_sha256": content}))
    return ""


def _own_words(stage: Stage, kind: SectionKind, body: str) -> str:
    """With one's own pool the sample's story about its people would not be true."""
    if not stage.own:
        return body
    if kind not in (SectionKind.SUMMARY, SectionKind.METHOD, SectionKind.PARTICIPANTS):
        return body
    return ngettext(
        "This trial drew {count} person from one's own pool; cards, proposals and answers are the sample's.",
        "This trial drew {count} people from one's own pool; cards, proposals and answers are the sample's.",
        stage.seats,
    ).format(count=stage.seats)
