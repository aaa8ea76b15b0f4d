"""A line per step of the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, mark, number

if TYPE_CHECKING:
    from collections.abc import Mapping

LINES = {
    "plan": mark("Plan: {milestones} days in the planning"),
    "people": mark("People: {people} registered, {facilitators} table facilitators"),
    "preflight": mark("Pre-flight: {groups} quotas can be met together, {hopeless} people without a chance"),
    "draw": mark("Draw: {seats} people drawn by number {number} of 1000"),
    "tables": mark(
        "Tables: {tables} tables, {rounds} rounds, {excess} unfair seats, {repeats} repeat meetings"
    ),
    "cards": mark("Cards: {cards} cards in {themes} themes"),
    "proposals": mark("Proposals: {proposals}"),
    "vote": mark("Vote: {votes} people voted"),
    "advice": mark("Advice: {recommendations} recommendations, version 1 established"),
    "offer": mark("Offered and received: the college has {weeks} weeks"),
    "summit": mark(
        "Summit: {cards} cards, {plans} plans, {votes} people voted twice, {papers} papers about the money, "
        "{polled} people on statements, {intentions} intentions"
    ),
    "response": mark("Answer: {answers} of {recommendations} recommendations answered"),
    "follow": mark("Follow-up: {commitments} commitments, a meeting and a progress report"),
    "year": mark("Year: {advices} advices planned, a survey with {replies} replies"),
    "documents": mark("Documents: {documents} PDFs"),
    "second": mark("Workspace: {processes} processes"),
}


def line(code: str, numbers: Mapping[str, int]) -> str:
    """What a step did, in the language now spoken."""
    return _(LINES[code]).format(**{name: number(count) for name, count in numbers.items()})
