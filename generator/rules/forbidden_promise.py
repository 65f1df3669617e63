# SPDX-License-Identifier: MIT
"""A text promises success, or claims a certainty that nobody has.

## Why
Whoever believes 一定能退 stops keeping evidence, and pays the next swindler who says it too.
No law, platform or page can promise the end of a dispute. What others say is left alone (“……”,
`they_say`, `twist`), and so is a clause that denies the promise or asks.

## Fails
    summary: 照着做，一定能退。

## Passes
    summary: 照着做，更有把握。没有人能保证退款。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.rules.subject import Finding, Subject
from generator.rules.texts import ShownText, in_our_voice, sentences

CODE, NAME = "TXT005", "forbidden-promise"

_END = "(?:退|赢|胜诉|打赢|成功|要得?回|拿得?回|追得?回|讨得?回|到账|赔到|支持你|判你|没问题)"
_PROMISES = re.compile(
    "|".join(
        (
            rf"(?<![不未要])(?:一定|肯定|必定|必然|绝对|铁定|保准|准保|保证|包你|百分百)"
            rf"(?:都|就|会|能|可以|能够|帮你|给你|全额|全部|全){{0,3}}{_END}",
            r"(?<![不未何务])必(?:退|赢|胜(?!客))",
            # 红包、礼包、钱包 are things that can be returned (退).
            r"(?<![不红礼钱面])包(?:赢|退)|(?<!不)(?:稳赢|稳退|稳赚|十拿九稳|万无一失|毫无悬念)",
            rf"(?:百分之百|百分百|100\s*[%％])[^，。；]{{0,4}}{_END}",
            r"成功率",
            r"(?:放心|无风险)(?:等|退|去告|起诉)",
        )
    )
)
# A clause that holds one of these before the promise denies it, or tells what others say.
_DENIES = re.compile(
    "不能|不会|不可|不是|不等于|不代表|不要|不保证|没有|没人|谁也|谁都|无权|不存在|别(?![的人处家])"
    "|说|写|自称|宣称|谎称|答应|承诺|骗"
)
_CLAUSE = re.compile("[^，；：]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield promises in our own voice."""
    yield from findings(subject.texts)


def findings(texts: Iterable[ShownText]) -> Iterator[Finding]:
    """The same in any texts: hand-written pages are read with it too."""
    for shown in texts:
        if shown.is_theirs:
            continue
        for sentence in sentences(in_our_voice(shown.text)):
            for promise in promises(sentence):
                message = f"“{promise}”是在许诺。结果由证据、对方和法院决定，这里不能打包票。"
                hint = "写能做什么、凭什么，例如“可以要求退款”“更有把握”。"
                yield Finding(shown.text.span, message, hint)


def promises(sentence: str) -> Iterator[str]:
    """The promises that `sentence` makes and does not deny."""
    for clause in _CLAUSE.findall(sentence):
        for found in _PROMISES.finditer(clause):
            if not clause.endswith("？") and not _DENIES.search(clause, 0, found.start()):
                yield found[0]
