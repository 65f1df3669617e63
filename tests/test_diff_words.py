# SPDX-License-Identifier: MIT
"""The reports of `lubiao diff` have a Chinese word for every field whose text can change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator import model
from generator.compare.report_entries import _FIELDS, _NOUNS
from generator.compare.wording import _ELSEWHERE, _SHELVES


def _fields(shape: type[BaseModel]) -> Iterator[str]:
    for name, field in shape.model_fields.items():
        if name in _ELSEWHERE:
            continue
        inner = list(_models(field.annotation))
        if not inner:
            yield name
        for one in inner:
            yield from _fields(one)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


SHELVES = {
    "trees": model.Tree, "facts": model.Fact, "outcomes": model.Outcome,
    "verdicts": model.Verdict, "actions": model.Action, "evidence": model.Evidence,
    "letters": model.Letter, "deadlines": model.Deadline, "replies": model.Reply,
    "warnings": model.Warn, "sums": model.Sum, "instruments": model.Instrument,
    "glossary": model.Term, "misquotes": model.Misquote, "channels": model.Channel,
    "topics": model.Topic, "front": model.FrontGroup,
}  # fmt: skip


def test_every_shelf_with_texts_is_compared() -> None:
    assert set(_SHELVES) == set(SHELVES) == set(_NOUNS)


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_field_has_a_word(shelf: str) -> None:
    by_their_keys = {"fields", "classes"}
    assert set(_fields(SHELVES[shelf])) - set(_FIELDS) - by_their_keys == set()
