# SPDX-License-Identifier: MIT
"""A sum as a page prints it: the formula with its blanks, the fields, and the worked example."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.located import Located
from generator.model import Sum
from generator.sums import METHODS, Field, Refusal, labels_of, work
from generator.views import Citation, Condition, SumField, SumPart

KINDS = {"law": "法定", "custom": "常见算法"}
_BLANK = re.compile(r"\{([^{}]*)\}")


def sum_part(
    name: str, piece: Sum, citations: tuple[Citation, ...], condition: Condition | None
) -> SumPart:
    """The sum `name`, its example worked out (a rule has proved that it can be)."""
    method = METHODS[piece.method]
    labels = labels_of(method, _plain(piece.labels))
    given = _plain(piece.example)
    worked = work(method, given, labels)
    if isinstance(worked, Refusal):
        raise ValueError(worked.text)
    return SumPart(
        id=name,
        title=str(piece.title),
        method=method.name,
        tag=KINDS[piece.kind],
        formula=_BLANK.sub(lambda blank: labels[blank.group(1)], method.formula),
        fields=tuple(_field(field, labels[field.key]) for field in method.fields),
        given=tuple(
            f"{labels[field.key]} {given[field.key]}{_unit(field)}"
            for field in method.fields
            if field.key in given
        ),
        steps=worked.steps,
        answer=worked.answer,
        note=str(piece.note),
        limits=str(piece.limits),
        citations=citations,
        condition=condition,
    )


def _plain(texts: Mapping[Located, Located]) -> dict[str, str]:
    return {str(key): str(text) for key, text in texts.items()}


def _unit(field: Field) -> str:
    return f" {field.unit}" if field.unit else ""


def _field(field: Field, label: str) -> SumField:
    return SumField(
        key=field.key,
        label=label,
        unit=field.unit,
        kind=field.kind,
        zero=field.zero,
        optional=field.optional,
        at_most=" ".join(field.at_most),
    )
