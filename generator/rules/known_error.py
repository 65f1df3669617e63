# SPDX-License-Identifier: MIT
"""A text repeats an error that many pages about refunds repeat.

## Why
These errors are copied from page to page: laws that do not exist, a channel that deals with
something else, a limit that was changed. Whoever quotes one is refuted in one line. What stands
in “……” is left alone, and so is a clause that denies it, so that errors can be corrected.

## Fails
    summary: 依据《网络交易管理办法》，可以要求退款。

## Passes
    summary: 依据《网络交易监督管理办法》，可以向市场监管部门举报。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.rules.subject import Finding, Subject
from generator.rules.texts import ShownText, without_quotations

CODE, NAME = "TXT006", "known-error"

# The error as a pattern, and what is right.
_ERRORS = (
    (r"网络交易管理办法", "它 2021 年就废止了，现行的是《网络交易监督管理办法》。"),
    (r"网络交易监督管理条例", "没有这部法规，只有《网络交易监督管理办法》。"),
    (r"支付机构客户备付金管理办法", "没有这个名字的规定。支付公司也无权因为投诉就划走商家的钱。"),
    (r"小额诉讼[^。；]{0,12}[1一]\s*万", "上限是本省上一年就业人员年平均工资的一半。"),
    (r"12315[是即＝=（(]{0,2}(?:消费者协会|消协)", "12315 是市场监管部门的，不是消费者协会。"),
    (r"强制退款", "法律没有这一种权利，写“要求退款”。"),
    (r"[五5]\s*[日天]前?[^，。；]{0,6}提[醒示]", "“提前五日提醒”在 2025 年已经删去。"),
    (r"(?:45|四十五)\s*个工作日", "12315 的调解现在最多六十日。"),
    (r"12377", "12377 举报网上的违法信息，不管退款。"),
    (r"行政不作为", "平台不是行政机关，用不上这个词。"),
    (r"(?:微信|QQ|聊天)记录[^，。；]{0,4}不(?:被认|算)", "聊天记录是电子数据，可以作证据。"),
    (r"商品完好[^，。；]{0,6}(?:有权|可以|就能)退", "只有适用七天无理由的商品才这样。"),
    (
        r"手续费[^，。；]{0,6}(?:一般|通常|最多|最高|不超过|不高于|上限)[^，。；]{0,4}\d+\s*[%％]",
        "法律没有定手续费的比例。",
    ),
    (
        r"(?:500|1,?000|五百|一千)\s*元(?:以上)?(?:才能?|方可|起)[^，。；]{0,4}(?:投诉|受理)",
        "投诉没有金额门槛。",
    ),
    (
        r"(?:失联|下落不明|联系不上)[^。；]{0,8}(?<!能)(?<!不)(?:走|用|提起|申请)小额诉讼",
        "一方下落不明的，小额诉讼不适用。",
    ),
)
_DENIES = re.compile(r"没有|不存在|废止|从前|以前|删|不是|不等于|不管|不要|别(?![的人处家])|错")
_CLAUSE = re.compile("[^。；！？\\n]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield known errors in our own voice."""
    yield from findings(subject.texts)


def findings(texts: Iterable[ShownText]) -> Iterator[Finding]:
    """The same in any texts: hand-written pages are read with it too."""
    for shown in texts:
        for sentence in () if shown.is_theirs else _CLAUSE.findall(without_quotations(shown.text)):
            for pattern, truth in _ERRORS:
                found = re.search(pattern, sentence)
                if found and not _DENIES.search(sentence):
                    yield Finding(shown.text.span, f"“{found[0]}”是流传很广的错误。", truth)
