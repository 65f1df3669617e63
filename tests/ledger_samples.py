# SPDX-License-Identifier: MIT
"""A small library with a ledger of its ids, in memory or in a folder, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.ledger import FILE, appended, missing, read_ledger
from generator.parse import parse
from tests.libraries import library

FACTS = """\
    facts:
      used:
        label: 用了没有
        question: 用了吗？
        options: {"no": {label: 没用}, part: {label: 用了一部分}, "yes": {label: 用完了}}
      arrived:
        label: 到了没有
        question: 到了吗？
        options: {"yes": {label: 到了}, "no": {label: 没到}}
    """


def everything(*more: str, **files: str) -> dict[str, bytes]:
    """A library with a ledger of all its ids, and the lines `more` after them."""
    sources = library(**files)
    known = map(str, missing(read_ledger(b""), parse(sources).library))
    return {**sources, FILE: appended(b"", [*known, *more])}


def said(sources: dict[str, bytes]) -> list[str]:
    """Every problem of the library on one line: place, code, message, hint."""
    return [f"{p.span} {p.code} {p.message}{p.hint}" for p in check(sources).problems]


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    """The small library in a folder of its own, without a ledger."""
    folder = tmp_path / "trees"
    for name, data in library().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
