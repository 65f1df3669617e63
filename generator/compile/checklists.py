# SPDX-License-Identifier: MIT
"""What an outcome's files hold: the page, put in the order in which one works through it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compile.citations import paragraphs
from generator.views import (
    ActionPart,
    Checklist,
    ChecklistItem,
    ChecklistSection,
    Citation,
    Condition,
    DeadlinePart,
    EvidencePart,
    LetterPart,
    OutcomeView,
    ProvisionPart,
    ReplyPart,
    SumField,
    SumPart,
    TextPart,
)

DISCLAIMER = (
    "这份清单是普法信息，不是法律意见，也不保证结果。"
    "法条可能修改，引用前请到官方渠道再查一次。事情复杂或者金额大，请咨询律师或法律援助机构。"
)


def checklist(
    view: OutcomeView, site_url: str, checked_on: str, *, brief: bool = False
) -> Checklist:
    """The checklist of an outcome. `site_url` may be empty; `checked_on` is YYYY-MM-DD.

    A brief one is for paper: the later road as a list of stations, without the arguments.
    """
    sections = (
        _section("先注意", "text", map(_text, view.warnings)),
        _section("为什么", "text", map(_text, view.reasons)),
        _section("今天就做", "steps", map(_action, view.today)),
        _section("退多少，怎么算", "letter", map(_sum, view.sums)),
        _section("要留好的证据", "tick", map(_evidence, view.evidence)),
        _section("之后的路", "steps", map(_station if brief else _action, view.road)),
        _section("期限", "tick", map(_deadline, view.deadlines)),
        _section("对方可能会说", "text", () if brief else map(_reply, view.replies)),
        _section("可以直接用的话", "letter", map(_letter, view.letters)),
        _section("法条原文", "quote", map(_provision, view.provisions)),
        _section("不要做", "text", map(_text, view.avoid)),
        _section("什么会改变这个结论", "text", map(_text, view.changes)),
    )
    return Checklist(
        id=view.id,
        title=view.title,
        verdict=view.verdict.label,
        summary=view.summary,
        url=f"{site_url.rstrip('/')}/{view.url}" if site_url else "",
        checked_on=checked_on,
        sections=tuple(section for section in sections if section.items),
        disclaimer=DISCLAIMER,
        tone=view.verdict.tone,
    )


def _section(title: str, kind: str, items: Iterable[ChecklistItem]) -> ChecklistSection:
    return ChecklistSection(title, kind, tuple(items))


def _condition(condition: Condition | None) -> str:
    return condition.words if condition else ""


def _grounds(citations: tuple[Citation, ...]) -> tuple[str, ...]:
    return (f"依据：{'、'.join(c.short for c in citations)}",) if citations else ()


def _text(part: TextPart) -> ChecklistItem:
    return ChecklistItem(part.text, _grounds(part.citations), _condition(part.condition))


def _action(part: ActionPart) -> ChecklistItem:
    notes = [*part.steps]
    if part.bring:
        notes.append(f"带上：{'、'.join(part.bring)}")
    if part.wait:
        notes.append(f"多久：{part.wait}")
    if part.if_refused:
        notes.append(f"被拒绝：{part.if_refused}")
    if part.limits:
        notes.append(f"要知道：{part.limits}")
    title = f"{part.title}（{part.stage}）"
    notes.extend(_grounds(part.citations))
    return ChecklistItem(title, tuple(notes), _condition(part.condition), part.wait_kind)


def _station(part: ActionPart) -> ChecklistItem:
    notes = (f"多久：{part.wait}",) if part.wait else ()
    title = f"{part.title}（{part.stage}）"
    return ChecklistItem(title, notes, _condition(part.condition), part.wait_kind)


def _evidence(part: EvidencePart) -> ChecklistItem:
    notes = (part.how, *((part.keep,) if part.keep else ()), *_grounds(part.citations))
    return ChecklistItem(part.title, notes, _condition(part.condition))


def _deadline(part: DeadlinePart) -> ChecklistItem:
    clock = f"从{part.clock}算起" + (f"，{part.length}" if part.length else "")
    notes = (clock, *((part.note,) if part.note else ()), *_grounds(part.citations))
    return ChecklistItem(part.title, notes, _condition(part.condition), part.tag)


def _reply(part: ReplyPart) -> ChecklistItem:
    notes = (f"你可以回答：{part.answer}", *_grounds(part.citations))
    return ChecklistItem(f"对方：{part.they_say}", notes, _condition(part.condition))


def _letter(part: LetterPart) -> ChecklistItem:
    title = f"{part.title}（发给：{part.to}）"
    return ChecklistItem(title, paragraphs(part.body), _condition(part.condition))


def _sum(part: SumPart) -> ChecklistItem:
    """The formula with its blanks, a worked example, and what it cannot do."""
    notes = (
        part.formula,
        f"你的数：{'，'.join(map(_blank, part.fields))}。算出来【　　　　】元。",
        f"例子：{'，'.join(part.given)}。{''.join(part.steps)}{part.answer}",
        part.note,
        f"要知道：{part.limits}",
        *_grounds(part.citations),
    )
    return ChecklistItem(part.title, notes, _condition(part.condition), part.tag)


def _blank(field: SumField) -> str:
    return f"{field.label}【　　　　】{field.unit}"


def _provision(part: ProvisionPart) -> ChecklistItem:
    return ChecklistItem(part.citation.text, part.text, _condition(part.condition))
