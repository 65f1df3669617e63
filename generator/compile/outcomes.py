# SPDX-License-Identifier: MIT
"""Outcome pages: every part with its condition, ready to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.check import CheckedLibrary
from generator.compile import page_data
from generator.compile.channels import channel_link
from generator.compile.citations import Law, paragraphs
from generator.compile.conditions import Tables
from generator.compile.context import Context
from generator.compile.guides import verdict_view
from generator.compile.numerals import chinese
from generator.compile.sums import sum_part
from generator.model import (
    ActionUse,
    Deadline,
    DeadlineUse,
    EvidenceUse,
    Letter,
    LetterUse,
    Note,
    ProvisionUse,
    Reason,
    ReplyUse,
    SumUse,
    WarningUse,
)
from generator.views import (
    ActionPart,
    DeadlinePart,
    Download,
    EvidencePart,
    LetterPart,
    Link,
    OutcomeView,
    ProvisionPart,
    ReplyPart,
    SumPart,
    TextPart,
)

KINDS = {"law": "法定", "practice": "平台惯例"}
STAGES = {
    "self_check": "自查",
    "negotiate": "协商",
    "platform": "平台",
    "payment": "支付",
    "administration": "行政",
    "court": "诉讼",
    "police": "报警",
}
_BLANK = re.compile(r"\{([^{}]*)\}")


def outcome_view(context: Context, name: str, downloads: tuple[Download, ...] = ()) -> OutcomeView:
    """The page of outcome `name`."""
    checked, trees = context.checked, context.leading[name]
    outcome = checked.library.outcomes[name]
    verdict = checked.library.verdicts[outcome.verdict]
    tables = Tables(checked.facts)
    make = _Parts(context, tables)
    titles = {tree: str(checked.library.trees[tree].title) for tree in trees}
    view = OutcomeView(
        id=name,
        title=str(outcome.title),
        url=context.places.outcome(name),
        summary=str(outcome.summary),
        synonyms=tuple(map(str, outcome.synonyms)),
        verdict=verdict_view(str(outcome.verdict), verdict),
        reasons=tuple(make.reason(use) for use in outcome.reasons),
        warnings=tuple(make.warning(use) for use in outcome.warnings),
        today=make.actions(outcome.today),
        road=make.actions(outcome.road),
        deadlines=tuple(make.deadline(use) for use in outcome.deadlines),
        sums=tuple(make.sum(use) for use in outcome.sums),
        evidence=tuple(make.evidence(use) for use in outcome.evidence),
        letters=tuple(make.letter(use) for use in outcome.letters),
        replies=tuple(make.reply(use) for use in outcome.replies),
        provisions=tuple(make.provision(use) for use in outcome.provisions),
        avoid=make.notes(outcome.avoid),
        changes=make.notes(outcome.changes),
        guides=tuple(Link(titles[tree], context.places.guide(tree)) for tree in trees),
        downloads=downloads,
        review_by=min(str(checked.library.trees[tree].review_by) for tree in trees),
        data="",
        checked_on=context.law.checked_on(str(use.provision) for use in outcome.provisions),
    )
    data = page_data.outcome_data(context, name, tables.rows)
    return OutcomeView(**{**view.__dict__, "data": data})


@dataclass(frozen=True)
class _Parts:
    """Turns the parts of one outcome into views, registering their conditions in order."""

    context: Context
    tables: Tables

    @property
    def checked(self) -> CheckedLibrary:
        return self.context.checked

    @property
    def law(self) -> Law:
        return self.context.law

    def reason(self, use: Reason) -> TextPart:
        """A reason with its provisions."""
        return TextPart(
            str(use.text), self.law.cite(use.provisions), self.tables.condition(use.when)
        )

    def notes(self, uses: Sequence[Note]) -> tuple[TextPart, ...]:
        """Plain sentences."""
        return tuple(TextPart(str(u.text), (), self.tables.condition(u.when)) for u in uses)

    def warning(self, use: WarningUse) -> TextPart:
        """A warning with its tone."""
        piece = self.checked.library.warnings[use.warning]
        condition = self.tables.condition(use.when)
        return TextPart(str(piece.text), self.law.cite(piece.provisions), condition, piece.tone)

    def actions(self, uses: Sequence[ActionUse]) -> tuple[ActionPart, ...]:
        """Steps, in the given order."""
        return tuple(self._action(use) for use in uses)

    def _action(self, use: ActionUse) -> ActionPart:
        piece = self.checked.library.actions[use.action]
        return ActionPart(
            id=str(use.action),
            title=str(piece.title),
            stage=STAGES[piece.stage],
            stage_id=piece.stage,
            steps=tuple(map(str, piece.steps)),
            bring=tuple(map(str, piece.bring)),
            wait=str(piece.wait or ""),
            wait_kind=KINDS[piece.wait_kind] if piece.wait_kind else "",
            if_refused=str(piece.if_refused or ""),
            limits=str(piece.limits or ""),
            citations=self.law.cite(piece.provisions),
            condition=self.tables.condition(use.when),
            channel=channel_link(self.context, str(use.action)),
        )

    def evidence(self, use: EvidenceUse) -> EvidencePart:
        """A piece of evidence."""
        piece = self.checked.library.evidence[use.evidence]
        return EvidencePart(
            str(piece.title),
            str(piece.how),
            str(piece.keep or ""),
            self.law.cite(piece.provisions),
            self.tables.condition(use.when),
        )

    def letter(self, use: LetterUse) -> LetterPart:
        """A text to paste, its blanks as 【…】."""
        piece = self.checked.library.letters[use.letter]
        return LetterPart(
            id=str(use.letter),
            title=str(piece.title),
            to=str(piece.to),
            body=letter_body(piece),
            citations=self.law.cite(piece.provisions),
            condition=self.tables.condition(use.when),
        )

    def deadline(self, use: DeadlineUse) -> DeadlinePart:
        """A time limit in words and in machine form."""
        piece = self.checked.library.deadlines[use.deadline]
        length, period = deadline_length(piece)
        return DeadlinePart(
            id=str(use.deadline),
            title=str(piece.title),
            tag=KINDS[piece.kind],
            clock=str(piece.clock),
            length=length,
            period=period,
            note=str(piece.note or ""),
            citations=self.law.cite(piece.provisions),
            condition=self.tables.condition(use.when),
        )

    def sum(self, use: SumUse) -> SumPart:
        """A sum for the reader to work out."""
        piece = self.checked.library.sums[use.sum]
        cited = self.law.cite(piece.provisions)
        return sum_part(str(use.sum), piece, cited, self.tables.condition(use.when))

    def reply(self, use: ReplyUse) -> ReplyPart:
        """What they say and the answer."""
        piece = self.checked.library.replies[use.reply]
        return ReplyPart(
            str(piece.they_say),
            str(piece.answer),
            self.law.cite(piece.provisions),
            self.tables.condition(use.when),
        )

    def provision(self, use: ProvisionUse) -> ProvisionPart:
        """A provision with its verbatim text."""
        _, provision = self.law.entries[str(use.provision)]
        lead = (f"{provision.lead.rstrip()}……",) if provision.lead else ()
        return ProvisionPart(
            self.law.citation(str(use.provision)),
            (*lead, *paragraphs(provision.text)),
            str(provision.plain),
            self.tables.condition(use.when),
        )


def letter_body(letter: Letter) -> str:
    """The letter with each blank as 【its label】."""
    labels = {str(key): str(label) for key, label in letter.fields.items()}
    return _BLANK.sub(lambda blank: f"【{labels[blank.group(1)]}】", letter.body).strip()


def deadline_length(deadline: Deadline) -> tuple[str, str]:
    """(words, ISO 8601 period) of a time limit; both empty if it has no fixed length."""
    if deadline.days is not None:
        return f"{_number(deadline.days)}日内", f"P{deadline.days}D"
    if deadline.months is not None:
        return f"{_number(deadline.months)}个月内", f"P{deadline.months}M"
    if deadline.years is not None:
        return f"{_number(deadline.years)}年内", f"P{deadline.years}Y"
    return "", ""


def _number(value: int) -> str:
    return "两" if value == 2 else chinese(value)
