# SPDX-License-Identifier: MIT
"""Numbers as people write them in citations: 第二十四条, 第24条, 第２４条, 第一四五条."""

from __future__ import annotations

import unicodedata

NUMBER = "(?:[0-9０-９]{1,5}|[〇零一二两三四五六七八九十百千廿卅]{1,9})"
"""A pattern for one number; what it matches may still make no sense (二十三四)."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def read_number(text: str) -> int | None:
    """The value of `text`, a match of NUMBER; None if it is no number in any of the ways."""
    plain = unicodedata.normalize("NFKC", text).replace("廿", "二十").replace("卅", "三十")
    if plain.isdecimal():
        return int(plain)
    if all(sign in _DIGITS for sign in plain):
        return int("".join(str(_DIGITS[sign]) for sign in plain))
    return _with_units(plain)


def _with_units(text: str) -> int | None:
    """The value of 一百四十五; units must fall, and after each digit comes its unit."""
    total, digit, ceiling = 0, None, 10_000
    for sign in text:
        if sign in _UNITS:
            if _UNITS[sign] >= ceiling or digit == 0:
                return None
            ceiling = _UNITS[sign]
            total, digit = total + (1 if digit is None else digit) * ceiling, None
        elif digit in (None, 0):
            digit = _DIGITS[sign]
        else:
            return None
    return total + (digit or 0)
