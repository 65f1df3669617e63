# SPDX-License-Identifier: MIT
"""Chinese numerals as statutes write them."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def chinese(number: int) -> str:
    """`number` (1 to 9999) as in 第一百四十五条; ValueError outside that range."""
    if not 1 <= number <= 9999:
        raise ValueError(f"no statute numbers {number}")
    text, rest, gap = "", number, False
    for value, unit in _UNITS:
        digit, rest = divmod(rest, value)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        elif text and rest:
            gap = True
    if rest:
        text += ("零" if gap else "") + _DIGITS[rest]
    return text.removeprefix("一") if 10 <= number < 20 else text
