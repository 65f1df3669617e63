# SPDX-License-Identifier: MIT
"""Where answers lead in a guide: to the next question, or to the outcome."""

from __future__ import annotations

from collections.abc import Mapping

from generator.asking.ahead import Ahead
from generator.asking.parts import set_aside, shown
from generator.asking.results import Answered, Asked, Choice, NextQuestion, Possible, Unasked
from generator.asking.said import in_screens
from generator.check import CheckedLibrary
from generator.compile.context import context
from generator.compile.outcomes import outcome_view
from generator.scenarios import given


def ask(checked: CheckedLibrary, tree: str, answers: Mapping[str, str]) -> Asked:
    """Follow `answers` (fact ids to option ids, in any order) through guide `tree`.

    KeyError if there is no such guide, fact or option; `read_answers` makes sure there is.
    """
    for fact, option in answers.items():
        if option not in checked.facts.facts[fact].options:
            raise KeyError(f"{fact}={option}")
    answers = {**given(checked.library.trees[tree]), **answers}
    start = checked.diagram.starts[tree]
    at, used = checked.diagram.walk(start, answers)
    pending: frozenset[str] = frozenset()
    result: NextQuestion | Answered
    if at < 0:
        result = _answered(checked, checked.diagram.outcome(at), {f: answers[f] for f in used})
    else:
        ahead = Ahead(checked.diagram, at, answers)
        pending = ahead.used
        result = _question(checked, ahead)
    return Asked(
        tree=tree,
        title=str(checked.library.trees[tree].title),
        known=in_screens(checked, answers, used),
        unasked=_unasked(checked, start, answers, pending.union(used)),
        result=result,
    )


def _unasked(
    checked: CheckedLibrary, start: int, answers: Mapping[str, str], used: frozenset[str]
) -> tuple[Unasked, ...]:
    askable = {checked.diagram.nodes[index].fact for index in checked.diagram.reachable(start)}
    left = [fact for fact in checked.facts.facts if fact in answers and fact not in used]
    return tuple(
        Unasked(said, not any(fact in askable for fact, _ in said.answers))
        for said in in_screens(checked, answers, left)
    )


def _question(checked: CheckedLibrary, ahead: Ahead) -> NextQuestion:
    info = checked.facts.facts[checked.diagram.nodes[ahead.at].fact]
    key = info.group or info.id
    fact = checked.library.facts[key]
    pending = [name for name in checked.facts.facts if name in ahead.used]
    fewest, most = ahead.screens()
    return NextQuestion(
        key=key,
        kind=fact.kind,
        label=str(fact.label),
        question=str(fact.question),
        help=str(fact.help or ""),
        unit=str(fact.unit or ""),
        none=str(fact.none or ""),
        facts=ahead.screen(),
        choices=_choices(checked, key, ahead.screen()),
        pending=in_screens(checked, ahead.answers, pending),
        fewest=fewest,
        most=most,
        situations=ahead.situations,
        possible=_possible(checked, ahead),
    )


def _choices(checked: CheckedLibrary, key: str, asked: tuple[str, ...]) -> tuple[Choice, ...]:
    fact = checked.library.facts[key]
    multi = key in checked.facts.groups
    return tuple(
        Choice(
            id=str(name),
            label=str(option.label),
            short=str(option.short or ""),
            hint=str(option.hint or ""),
            cls=str(option.cls or ""),
            cls_label=str(fact.classes[option.cls]) if option.cls else "",
            below=option.below,
        )
        for name, option in fact.options.items()
        if not multi or f"{key}.{name}" in asked
    )


def _possible(checked: CheckedLibrary, ahead: Ahead) -> tuple[Possible, ...]:
    """Most situations first, equals by id."""
    counts = sorted(ahead.by_outcome().items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(_one_possible(checked, name, count) for name, count in counts)


def _one_possible(checked: CheckedLibrary, name: str, situations: int) -> Possible:
    outcome = checked.library.outcomes[name]
    label = str(checked.library.verdicts[outcome.verdict].label)
    return Possible(name, str(outcome.title), str(outcome.verdict), label, situations)


def _answered(checked: CheckedLibrary, name: str, used: Mapping[str, str]) -> Answered:
    compiled = context(checked, directories=False)
    whole = outcome_view(compiled, name)
    view = shown(whole, used, checked.facts)
    days = [str(compiled.law.entries[part.citation.id][0].checked_on) for part in view.provisions]
    return Answered(
        outcome=name,
        view=view,
        set_aside=tuple(set_aside(whole, used, checked.facts)),
        checked_on=min(days, default=""),
    )
