# SPDX-License-Identifier: MIT
"""A scenario does not come out as it says.

## Why
Scenarios are the editors' own examples; when one changes, a person's answer changed.

## Fails
    answers: {problem: short}
    outcome: outcome-of-something-else

## Passes
    answers: {problem: short}
    outcome: short-delivery
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Scenario
from generator.rules.subject import Finding, Proved
from generator.scenarios import said
from generator.showing import shown

CODE, NAME = "SCN001", "scenario-fails"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield scenarios that end elsewhere, or do not show what they must."""
    for scenario in subject.library.scenarios:
        answers = said(scenario, subject.library)
        ends = [subject.diagram.walk(start, answers) for start in _doors(scenario, subject)]
        done = [(subject.diagram.outcome(at), used) for at, used in ends if at < 0]
        if not done:
            yield from _stuck(scenario, subject, answers)
            continue
        outcome, used = next((d for d in done if d[0] == scenario.outcome), done[0])
        if outcome != scenario.outcome:
            message = f"故事“{scenario.name}”走到了“{outcome}”，不是“{scenario.outcome}”。"
            yield Finding(scenario.outcome.span, message, "改故事，或者改树。")
            continue
        for fact in scenario.answers:
            if fact not in used:
                message = f"故事“{scenario.name}”里的回答“{fact}”没有问到。"
                yield Finding(fact.span, message, "删掉这个回答，或者改树。")
        yield from _shown(scenario, subject, answers)


def _doors(scenario: Scenario, subject: Proved) -> list[int]:
    starts = subject.diagram.starts
    return [starts[scenario.tree]] if scenario.tree is not None else list(starts.values())


def _stuck(scenario: Scenario, subject: Proved, answers: dict[str, str]) -> Iterator[Finding]:
    start = next(iter(_doors(scenario, subject)), None)
    if start is None:
        yield Finding(scenario.name.span, f"故事“{scenario.name}”没有树可走。", "先写一棵树。")
        return
    at, _ = subject.diagram.walk(start, answers)
    fact = subject.diagram.nodes[at].fact
    label = subject.facts.facts[fact].label
    message = f"故事“{scenario.name}”没有回答“{label}”，走不到结论。"
    yield Finding(scenario.name.span, message, f"在 answers 里加上 {fact}: 选项。")


def _shown(scenario: Scenario, subject: Proved, answers: dict[str, str]) -> Iterator[Finding]:
    outcome = subject.library.outcomes[scenario.outcome]
    if scenario.verdict is not None and scenario.verdict != outcome.verdict:
        message = f"故事“{scenario.name}”的结论是“{outcome.verdict}”，不是“{scenario.verdict}”。"
        yield Finding(scenario.verdict.span, message, "改故事，或者改结论的 verdict。")
    for noun, kind, wanted in (
        ("行动", "action", scenario.actions),
        ("", "provision", scenario.mentions),
    ):
        there = shown(outcome, kind, answers, subject.facts)
        for piece in wanted:
            if piece not in there:
                message = f"故事“{scenario.name}”的结论里没有显示{noun}“{piece}”。"
                yield Finding(piece.span, message, "改故事，或者改结论。")
