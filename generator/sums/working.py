# SPDX-License-Identifier: MIT
"""From what was typed to what comes out, or to a sentence that says what to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.sums.fields import Field, Method, Unreadable, Worked, read


@dataclass(frozen=True)
class Refusal:
    """Why nothing can be worked out: the field to look at, and what the reader is told."""

    field: str
    text: str


def labels_of(method: Method, own: Mapping[str, str]) -> dict[str, str]:
    """What each field of `method` is called; `own` labels go before the usual ones."""
    return {field.key: own.get(field.key, field.label) for field in method.fields}


def work(method: Method, typed: Mapping[str, str], labels: Mapping[str, str]) -> Worked | Refusal:
    """Work the sum out; the first field that is not right is refused."""
    values: dict[str, int] = {}
    for field in method.fields:
        try:
            value = read(typed.get(field.key, ""), field, labels[field.key])
        except Unreadable as refused:
            return Refusal(field.key, str(refused))
        if value is not None:
            values[field.key] = value
    for field in method.fields:
        if field.at_most and values[field.key] > sum(values[key] for key in field.at_most):
            return Refusal(field.key, _too_much(field, labels))
    return method.work(values)


def _too_much(field: Field, labels: Mapping[str, str]) -> str:
    whole = "加".join(f"“{labels[key]}”" for key in field.at_most)
    return f"“{labels[field.key]}”比{whole}还大，请再看一眼。"
