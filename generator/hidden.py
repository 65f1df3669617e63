# SPDX-License-Identifier: MIT
"""Characters that an editor cannot see, and tabs that look like spaces."""

from __future__ import annotations

import re

from generator.problems import Problem, Span

# Control characters, foreign line breaks, direction overrides, tags and fillers: invisible in an
# editor, they would shift line numbers or make a reader see another text than the compiler.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_TAB_INDENT = re.compile(r"^ *\t")


def unseen(text: str, file: str) -> tuple[Problem, ...]:
    """Every line of a file with an invisible character, or indented by tabs."""
    found: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := HIDDEN.search(line.removesuffix("\r")):
            name = f"U+{ord(match.group()):04X}"
            found.append(
                Problem(
                    Span(file, number, match.start() + 1),
                    "YML003",
                    f"这一行有看不见的字符 {name}。",
                    "删掉这个字符，重新输入这一行。",
                )
            )
        if match := _TAB_INDENT.match(line):
            found.append(
                Problem(
                    Span(file, number, match.end()),
                    "YML004",
                    "缩进用了制表符（Tab）。",
                    "YAML 只认空格：把 Tab 换成两个空格。",
                )
            )
    return tuple(found)
