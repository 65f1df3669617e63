# SPDX-License-Identifier: MIT
"""Outcome pages, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.shared import Citation, Condition, Download, Link, VerdictView


@dataclass(frozen=True)
class TextPart:
    """A reason, a note, or a warning's text. `tone` is empty but for warnings (danger, care)."""

    text: str
    citations: tuple[Citation, ...]
    condition: Condition | None
    tone: str = ""


@dataclass(frozen=True)
class ActionPart:
    """A step. `stage` is the label of the rung (自查, 协商, 平台, 支付, 行政, 诉讼, 报警);
    `wait_kind` is 法定, 平台惯例 or empty. `stage_id` is the model's id of the rung."""

    id: str
    title: str
    stage: str
    stage_id: str
    steps: tuple[str, ...]
    bring: tuple[str, ...]
    wait: str
    wait_kind: str
    if_refused: str
    limits: str
    citations: tuple[Citation, ...]
    condition: Condition | None
    channel: Link | None = None


@dataclass(frozen=True)
class EvidencePart:
    """What to keep and how to capture it."""

    title: str
    how: str
    keep: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class LetterPart:
    """A text to paste. In `body` every blank stands as 【label】; `to` says whom it is for."""

    id: str
    title: str
    to: str
    body: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class DeadlinePart:
    """A time limit: `length` ("七日内", "三年") counted from the day after `clock`.

    `period` is the machine form for the calendar file: "P7D", "P2M", "P3Y" (ISO 8601), or empty.
    `tag` is 法定 or 平台惯例.
    """

    id: str
    title: str
    tag: str
    clock: str
    length: str
    period: str
    note: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class SumField:
    """A number to fill in; the last four say how it is read (see `generator.sums.fields`)."""

    key: str
    label: str
    unit: str
    kind: str
    zero: bool
    optional: bool
    at_most: str


@dataclass(frozen=True)
class SumPart:
    """A sum for the reader to work out. `formula` is in words.

    `given` are the numbers of the example, `steps` and `answer` what becomes of them; `tag` is
    法定 or 常见算法.
    """

    id: str
    title: str
    method: str
    tag: str
    formula: str
    fields: tuple[SumField, ...]
    given: tuple[str, ...]
    steps: tuple[str, ...]
    answer: str
    note: str
    limits: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class ReplyPart:
    """What they say, and the answer."""

    they_say: str
    answer: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class ProvisionPart:
    """A provision quoted on an outcome."""

    citation: Citation
    text: tuple[str, ...]
    plain: str
    condition: Condition | None


@dataclass(frozen=True)
class OutcomeView:
    """The page of one outcome. `data` is the JSON with the part tables and the guides' tables."""

    id: str
    title: str
    url: str
    summary: str
    synonyms: tuple[str, ...]
    verdict: VerdictView
    reasons: tuple[TextPart, ...]
    warnings: tuple[TextPart, ...]
    today: tuple[ActionPart, ...]
    road: tuple[ActionPart, ...]
    sums: tuple[SumPart, ...]
    deadlines: tuple[DeadlinePart, ...]
    evidence: tuple[EvidencePart, ...]
    letters: tuple[LetterPart, ...]
    replies: tuple[ReplyPart, ...]
    provisions: tuple[ProvisionPart, ...]
    avoid: tuple[TextPart, ...]
    changes: tuple[TextPart, ...]
    guides: tuple[Link, ...]
    downloads: tuple[Download, ...]
    review_by: str
    data: str
    checked_on: str = ""
    reading: tuple[Link, ...] = ()
