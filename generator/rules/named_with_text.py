# SPDX-License-Identifier: MIT
"""An instrument of which only the name is known is quoted, or does not say what may be said.

## Why
Of a rule whose text nobody has seen, every quotation would be invented.

## Fails
    grade: named
    provisions: {xinfa-15: …}

## Passes
    grade: named
    note: 只能提名称，以官方文本为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT010", "named-with-text"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield provisions of grade `named`, and instruments of that grade without a note."""
    for name, instrument in subject.library.instruments.items():
        for provision_name, provision in instrument.provisions.items():
            if (provision.grade or instrument.grade) == "named":
                message = f"“{provision_name}”只知道名称（grade: named），不能写出条文。"
                hint = "找到可靠的文本，改好 grade 和 verified；找不到就删掉这一条。"
                yield Finding(provision_name.span, message, hint)
        if instrument.grade == "named" and instrument.note is None:
            message = f"《{instrument.short}》只知道名称（grade: named），没有写能说到哪一步。"
            yield Finding(name.span, message, "在 note 里写明可以说什么，以官方文本为准。")
