# SPDX-License-Identifier: MIT
"""Sums for tests: those of the site, and what people might type into them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from generator.compile.sums import sum_part
from generator.folder import read_folder
from generator.model import Sum
from generator.parse import parse
from generator.sums import METHODS, Method, labels_of
from generator.views import SumPart

TREES = Path(__file__).parents[1] / "decision_trees"
_ODD = (
    "", " ", "-3", "－３", "−3", "很多", "1e9", "1.2.3", ".", ".5", "5.", "1234567890", "0.001",
    "００１２．５０", "１，２８０。５０", "12,5", "1,280", "12,800,00", "¥128.00元", "128 块",
    "0", "0.00", "3.0", "Infinity", "NaN", "٣", "½", "1²", "100％", "100.01%", "3天", "天3",
    "１２８．５", "--3", "-", "¥", "1 280",
)  # fmt: skip


def shipped() -> dict[str, Sum]:
    """Every sum of the site."""
    files = {name: data for name, data in read_folder(TREES).items() if name.startswith("sums/")}
    parsed = parse(files)
    assert parsed.problems == ()
    return {str(name): piece for name, piece in parsed.library.sums.items()}


def parts() -> tuple[SumPart, ...]:
    """The same as a page prints them, without their provisions."""
    return tuple(sum_part(name, piece, (), None) for name, piece in shipped().items())


def fields_of(method: Method) -> list[dict[str, Any]]:
    """The fields of a method as the browser gets them."""
    return [asdict(field) for field in method.fields]


def typed(method: Method, chance: Random) -> dict[str, str]:
    """What somebody might type: mostly sums that come out, now and then something odd."""
    left = chance.choice([5, 500, 50_000, 5_000_000, 99_999_999_999])
    found = {}
    for field in method.fields:
        most = min(left, 10_000) if field.kind == "percent" else left
        found[field.key] = _number(field.kind, chance.randint(0, most), chance)
        if field.optional and chance.random() < 0.5:
            del found[field.key]
        elif chance.random() < 0.06:
            found[field.key] = chance.choice(_ODD)
    return found


def _number(kind: str, hundredths: int, chance: Random) -> str:
    if kind == "whole":
        return str(hundredths // 100)
    plain = f"{hundredths // 100}.{hundredths % 100:02d}"
    return chance.choice(
        [plain, plain, f"{hundredths // 100:,}", plain.translate(_WIDE), f"¥{plain}"]
    )


_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def many(name: str, count: int, seed: int) -> list[dict[str, str]]:
    """`count` ways to fill in the method `name`."""
    chance = Random(f"{name} {seed}")
    return [typed(METHODS[name], chance) for _ in range(count)]


def labels(name: str) -> dict[str, str]:
    """What the fields of the method `name` are usually called."""
    return labels_of(METHODS[name], {})
