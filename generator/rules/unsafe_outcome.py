# SPDX-License-Identifier: MIT
"""Some way of answering is shown no safe next step on its outcome page.

## Why
Whoever reads a verdict must be able to do something today that costs nothing and gives nothing
away. Where the verdict warns of danger, that is going to the police.

## Fails
    today:
      - {action: ask-merchant, when: {stance: talks}}     # and everyone else?

## Passes
    today:
      - {action: ask-merchant, when: {stance: talks}}
      - {action: complain-platform, when: {not: {stance: talks}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import holds
from generator.labelling import Answers
from generator.model import Outcome
from generator.rules.subject import Finding, Proved, in_words
from generator.situations import Situations

CODE, NAME = "OUT003", "unsafe-outcome"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield outcomes with a variant that offers nothing safe to do today."""
    search = Situations(subject.diagram)
    starts = list(subject.diagram.starts.values())
    for name, outcome in subject.library.outcomes.items():
        uses = [use for use in outcome.today if _safe(str(use.action), outcome, subject)]
        if any(use.when is None for use in uses):
            continue
        whens = [use.when for use in uses if use.when is not None]

        def bare(_: str, answers: Answers, whens: list[object] = whens) -> bool:  # type: ignore[assignment]
            return not any(holds(when, answers, subject.facts) for when in whens)  # type: ignore[arg-type]

        found = search.first(starts, {str(name): whens}, bare)
        if found is not None:
            example = in_words(found[0], subject.facts) or "不管怎么回答"
            noun = "报警这一步" if _danger(outcome, subject) else "可以放心做的第一步"
            message = f"结论“{name}”的“今天就做”里，有的人看不到{noun}。例如：{example}。"
            yield Finding(name.span, message, _HINT[_danger(outcome, subject)])


_HINT = {
    True: "在 today 里加上一项 stage: police 的行动，不写 when。",
    False: "在 today 里加上一项不写 when 的行动，或者补上缺的条件。",
}


def _danger(outcome: Outcome, subject: Proved) -> bool:
    return subject.library.verdicts[outcome.verdict].tone == "danger"


def _safe(action: str, outcome: Outcome, subject: Proved) -> bool:
    stage = subject.library.actions[action].stage
    return stage == "police" if _danger(outcome, subject) else True
