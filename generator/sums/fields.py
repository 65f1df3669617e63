# SPDX-License-Identifier: MIT
"""What a method asks for, and how a typed number is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["money", "whole", "amount", "percent"]
"""`money` in yuan with fen; `whole` days or times; `amount` parts, may have two decimals."""

_BLANK = re.compile(r"[ \t\r\n]")
_AROUND = re.compile(r"^¥|[元块天次份%]$")
_NUMBER = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?:\.([0-9]*))?")
_DIGIT = re.compile(r"[0-9]")
_MOST_DIGITS = 9
_DECIMALS = 2
_ALL = 10_000
"""A hundred percent, in hundredths."""


@dataclass(frozen=True)
class Field:
    """A number to fill in. `zero`: it may be 0; `at_most`: fields whose sum it may not exceed."""

    key: str
    label: str
    kind: Kind = "money"
    unit: str = ""
    zero: bool = False
    optional: bool = False
    at_most: tuple[str, ...] = ()


@dataclass(frozen=True)
class Worked:
    """A sum that was worked out: each step in words, what comes out, and the range in fen."""

    steps: tuple[str, ...]
    answer: str
    low: int
    high: int


@dataclass(frozen=True)
class Method:
    """A way of counting. In `formula` every `{key}` stands for a field."""

    name: str
    formula: str
    fields: tuple[Field, ...]
    work: Callable[[Mapping[str, int]], Worked] = field(repr=False)


class Unreadable(Exception):
    """A typed number is refused; the message is what the reader is told."""


def read(typed: str, field: Field, label: str) -> int | None:
    """The number in `typed`: fen, hundredths, or whole days; None for an optional empty field.

    Full-width digits, thousands commas, ¥, 元 and the like are fine.
    """
    half_width = unicodedata.normalize("NFKC", typed).replace("。", ".")
    plain = _AROUND.sub("", _BLANK.sub("", half_width))
    if not plain:
        if field.optional:
            return None
        raise Unreadable(f"请填“{label}”。")
    if plain[0] in "-−" and _is_number(plain[1:]):
        raise Unreadable(_at_least(field, label))
    if not _is_number(plain):
        raise Unreadable(f"“{label}”只填数字，例如 128 或 128.50。")
    return _within(_parts(plain, field, label), field, label)


def _is_number(plain: str) -> bool:
    return bool(_NUMBER.fullmatch(plain)) and bool(_DIGIT.search(plain))


def _parts(plain: str, field: Field, label: str) -> int:
    whole, _, decimals = plain.replace(",", "").partition(".")
    whole, decimals = whole.lstrip("0"), decimals.rstrip("0")
    if len(whole) > _MOST_DIGITS:
        raise Unreadable(f"“{label}”太大了，请看看是不是多打了几位。")
    if field.kind == "whole" and decimals:
        raise Unreadable(f"“{label}”只填整数。")
    if len(decimals) > _DECIMALS:
        raise Unreadable(f"“{label}”最多写两位小数。")
    return int(whole or "0") if field.kind == "whole" else int(whole + decimals.ljust(2, "0"))


def _within(value: int, field: Field, label: str) -> int:
    if value == 0 and not field.zero:
        raise Unreadable(_at_least(field, label))
    if field.kind == "percent" and value > _ALL:
        raise Unreadable(f"“{label}”最多填 100。")
    return value


def _at_least(field: Field, label: str) -> str:
    return f"“{label}”{'要填 0 或者更大的数' if field.zero else '要大于 0'}。"
