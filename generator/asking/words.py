# SPDX-License-Identifier: MIT
"""What asking found out, as text for people: plain for a question, Markdown for an outcome."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.asking.parts import SECTIONS
from generator.asking.results import Answered, Asked, Choice, NextQuestion, Said, Unasked
from generator.compile.checklists import checklist
from generator.export import markdown


def text(asked: Asked, *, with_set_aside: bool = False) -> str:
    """`asked` to be read on a terminal, without a final line break.

    `with_set_aside` adds the parts of the outcome that these answers do not show.
    """
    blocks = [
        f"{asked.title}（{asked.tree}）",
        _block("已经回答：", map(_said, asked.known)),
        _block("没有问到：", map(_unasked, asked.unasked)),
    ]
    if isinstance(asked.result, NextQuestion):
        blocks += _question(asked.result)
    else:
        blocks += _outcome(asked.result)
        if with_set_aside:
            blocks.append(_block("这样回答时不显示：", _set_aside(asked.result)))
    return "\n\n".join(filter(None, blocks))


def faults_text(faults: tuple[str, ...]) -> str:
    """Faults of the arguments, one a line."""
    return "\n".join((f"有 {len(faults)} 处看不懂：", *(f"  {fault}" for fault in faults)))


def _block(title: str, lines: Iterator[str]) -> str:
    listed = [f"  {line}" for line in lines]
    return "\n".join((title, *listed)) if listed else ""


def _said(said: Said) -> str:
    return f"{said.label}：{said.words}（{said.typed}）"


def _unasked(unasked: Unasked) -> str:
    why = "这棵树从来不问" if unasked.never else "这样回答时不问"
    return f"{_said(unasked.said)}：{why}"


def _question(question: NextQuestion) -> Iterator[str]:
    several = "，可以选几项" if question.none else ""
    yield "\n".join(
        filter(
            None,
            (
                f"下一题：{question.question}（{question.key}{several}）",
                question.help and f"  帮助：{question.help}",
                *(f"  {line}" for line in _choices(question)),
            ),
        )
    )
    yield _block("这些后面才用到：", map(_said, question.pending))
    yield _screens(question.fewest, question.most)
    yield _block(
        f"还可能是这 {len(question.possible)} 个结论（剩下 {question.situations:,} 种情形）：",
        (
            f"{p.outcome}  {p.title}（{p.verdict_label}）：{p.situations:,} 种"
            for p in question.possible
        ),
    )


def _choices(question: NextQuestion) -> Iterator[str]:
    yield from map(_choice, question.choices)
    if question.none:
        yield f"none  {question.none}"


def _choice(choice: Choice) -> str:
    cls = choice.cls and f"  〔{choice.cls_label}：{choice.cls}〕"
    hint = choice.hint and f"  {choice.hint}"
    return f"{choice.id}  {choice.label}{cls}{hint}"


def _screens(fewest: int, most: int) -> str:
    count = f"{most}" if fewest == most else f"{fewest} 到 {most}"
    return f"连这一题在内，还有 {count} 题就有结论。"


def _outcome(answered: Answered) -> Iterator[str]:
    document = checklist(answered.view, "", answered.checked_on)
    yield f"结论：{answered.outcome}"
    # A checklist has no date of its own; the Markdown exporter does not look at this one.
    yield markdown.export(document, as_of=date.min).decode().rstrip()


def _set_aside(answered: Answered) -> Iterator[str]:
    for part in answered.set_aside:
        yield f"{SECTIONS[part.section]}：{part.text}（{part.condition}）"
