# SPDX-License-Identifier: MIT
"""A checklist with every kind of section, and hostile text, for the tests of the exporters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.views import Checklist, ChecklistItem, ChecklistSection

AS_OF = date(2026, 11, 1)
HOSTILE = "#let x = 1 *bold* _it_ <b>粗</b> | 「引号」 $x$ `code` [a](b) &amp; #strong[y] @ref"
STATUTE = "经营者应当按照约定的时间交付。"
SAMPLE = Checklist(
    id="sample",
    title="话费一直没到账",
    verdict="可以要求全额退款",
    summary="说好的时间过了，可以要回 ¥128.00。",
    url="https://example.org/outcomes/sample/",
    checked_on="2026-10-30",
    sections=(
        ChecklistSection(
            "今天就做",
            "steps",
            (
                ChecklistItem("截图订单页", notes=("要看得到订单号。", "不要裁剪。")),
                ChecklistItem("发给商家", condition="如果：还联系得上商家", tag="平台惯例"),
            ),
        ),
        ChecklistSection(
            "带上这些",
            "tick",
            (
                ChecklistItem("付款凭证", notes=("账单 → 这一笔",), condition="如果：用支付宝付的"),
                ChecklistItem("三年内起诉", tag="法定"),
            ),
        ),
        ChecklistSection(
            "别做",
            "text",
            (
                ChecklistItem("不要再付钱。", notes=("“解冻费”也不要付。",)),
                ChecklistItem("1. 不是编号\n# 不是标题", condition="如果：对方催你"),
            ),
        ),
        ChecklistSection(
            "依据",
            "quote",
            (
                ChecklistItem("《示例法》第一条", notes=(STATUTE, "第二款。"), tag="法定"),
                ChecklistItem("《示例法》第二条", notes=(STATUTE,), condition="如果：商家是企业"),
            ),
        ),
        ChecklistSection(
            "发给商家的话",
            "letter",
            (ChecklistItem("给店铺客服", notes=("订单【订单号】*没到账*。", "请退款。")),),
        ),
    ),
    disclaimer="讲的是一般情形，不保证结果。",
)


def texts(checklist: Checklist) -> Iterator[str]:
    """Every text a reader must find in the file."""
    yield from (checklist.title, checklist.verdict, checklist.summary, checklist.disclaimer)
    for section in checklist.sections:
        yield section.title
        for item in section.items:
            yield from filter(None, (item.text, *item.notes, item.condition, item.tag))


def with_item(item: ChecklistItem, kind: str = "tick") -> Checklist:
    """The sample with this item alone."""
    return replace(SAMPLE, sections=(ChecklistSection("一节", kind, (item,)),))


def squeezed(text: str) -> str:
    """Without spaces and line ends: a PDF has neither where its source has them."""
    return "".join(text.split())
