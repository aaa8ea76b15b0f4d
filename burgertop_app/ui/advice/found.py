"""What the page about the advice reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.i18n import _, day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.advice import Advice, AdviceVersion, Offer, SectionKind
    from burgertop_app.domain.advice_checks import AdviceCheck
    from burgertop_app.domain.outcome_views import ProposalLine, RecommendationLine
    from burgertop_app.domain.processes import Process
    from burgertop_app.domain.sign_off import SigningState, SignOff
    from burgertop_app.services.house import Services
    from burgertop_app.services.picturing import PictureLine


@dataclass(frozen=True)
class AdviceFound:
    """One advice of a process with everything that belongs to it; `advice` is None while there is none."""

    process: Process | None = None
    advices: tuple[Advice, ...] = ()
    advice: Advice | None = None
    sections: Mapping[SectionKind, str] = field(default_factory=dict)
    lines: tuple[RecommendationLine, ...] = ()
    versions: tuple[AdviceVersion, ...] = ()
    offers: tuple[Offer, ...] = ()
    checks: tuple[AdviceCheck, ...] = ()
    proposals: tuple[ProposalLine, ...] = ()
    waiting: int = 0
    fixed: AdviceVersion | None = None
    public: frozenset[UUID] = frozenset()
    restyled: bool = False
    pictures: tuple[PictureLine, ...] = ()
    signing: SigningState | None = None
    rounds: tuple[SignOff, ...] = ()

    @property
    def counting(self) -> tuple[RecommendationLine, ...]:
        """The recommendations that were not withdrawn."""
        return tuple(line for line in self.lines if not line.recommendation.withdrawn_reason)

    @property
    def withdrawn(self) -> bool:
        """Whether the whole advice was withdrawn."""
        return self.advice is not None and self.advice.state is AdviceState.WITHDRAWN

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.process.language if self.process is not None else "nl"

    @property
    def missing(self) -> tuple[AdviceCheck, ...]:
        """What is not in order yet."""
        return tuple(check for check in self.checks if not check.done)

    @property
    def needed(self) -> tuple[AdviceCheck, ...]:
        """What is not in order yet and should be before the advice goes out."""
        return tuple(check for check in self.missing if check.must)

    def line(self, recommendation_id: object) -> RecommendationLine | None:
        """The recommendation with that id."""
        return next((line for line in self.lines if line.recommendation.id == recommendation_id), None)

    def offered(self, version: AdviceVersion) -> tuple[Offer, ...]:
        """The times that version was offered."""
        return tuple(offer for offer in self.offers if offer.version_id == version.id)


def read(house: Services, process_id: UUID, wanted: UUID | None) -> AdviceFound:
    """The advice `wanted`, or the first that counts; runs on the write lane."""
    process = house.processes.get(process_id)
    advices = house.advising.all(process_id)
    waiting = len(house.recommending.to_take_over(process_id))
    advice = _chosen(advices, wanted)
    if advice is None:
        return AdviceFound(process=process, waiting=waiting)
    kept = house.advising.sections(advice.id)
    standing = house.publishing.standing(advice.id)
    return AdviceFound(
        process=process,
        advices=advices,
        advice=advice,
        sections={kind: section.body for kind, section in kept.items()},
        lines=standing.lines,
        versions=house.advising.versions(advice.id),
        offers=house.advising.offers(advice.id),
        checks=standing.checks,
        proposals=house.proposals.lines(process_id),
        waiting=waiting,
        fixed=standing.fixed,
        public=standing.public,
        restyled=standing.restyled,
        pictures=house.picturing.all(advice.id),
        signing=house.signing.state(advice.id),
        rounds=house.signing.all(advice.id),
    )


def sentence(found: AdviceFound) -> str:
    """How the advice stands, for below the title."""
    if found.advice is None:
        return ""
    if found.withdrawn:
        return _("This advice was withdrawn: {reason}").format(reason=found.advice.withdrawn_reason)
    if found.fixed is not None:
        restyled = _("It keeps the house style that it was fixed with.") if found.restyled else ""
        return " ".join(filter(None, (_since(found.fixed), _offered(found), restyled)))
    said = _("Version {version} is a draft. Only you can see it.").format(version=len(found.versions) + 1)
    return f"{said} {_since(found.versions[-1])}" if found.versions else said


def _since(version: AdviceVersion) -> str:
    when = day(version.frozen_at.astimezone().date())
    return _("Version {version} is fixed since {date}.").format(version=version.version, date=when)


def _offered(found: AdviceFound) -> str:
    offers = found.offered(found.fixed) if found.fixed is not None else ()
    if not offers:
        return _("It was not offered yet.")
    return _("It was offered on {date}.").format(date=day(offers[-1].on))


def _chosen(advices: tuple[Advice, ...], wanted: UUID | None) -> Advice | None:
    same = next((advice for advice in advices if advice.id == wanted), None)
    counting = [advice for advice in advices if advice.state is not AdviceState.WITHDRAWN]
    return same or next(iter(counting or advices), None)
