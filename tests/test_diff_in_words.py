# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""The report of `lubiao diff` in words: what changed, for how many, with an example."""

from __future__ import annotations

import re

import pytest

from generator.compare import report_words
from generator.compare.report_markdown import report_markdown
from generator.compare.report_text import report_text
from generator.compare.results import Comparison
from tests.diff_versions import BEFORE, DEADLINES, OUTCOMES, WEAKER, compared, sources, weaker
from tests.libraries import BASE


def test_the_first_line_says_how_many_situations_change(weaker: Comparison) -> None:
    first = report_text(weaker).splitlines()[0]
    assert first == "demo：8 种情形里，有 1 种（12.5%）的结论变了。"


def test_a_class_says_before_after_and_the_plainest_example(weaker: Comparison) -> None:
    block = report_text(weaker, "https://new/", "https://old/").split("\n\n")[1].splitlines()
    assert block == [
        "变弱：1 种（12.5%）",
        "  原来：可以｜还没用（fresh）",
        "  现在：比较难｜不好退（hard）",
        "  例如：到了没有＝到了，用了没有＝没用",
        "  改之前：https://old/guides/demo.html#arrived=yes&used=no",
        "  改之后：https://new/guides/demo.html#arrived=yes&used=no",
    ]


def test_the_last_line_says_what_stayed(weaker: Comparison) -> None:
    assert report_text(weaker).splitlines()[-1] == "demo：其余 7 种情形的结论不变。"


def test_the_other_way_round_is_stronger() -> None:
    text = report_text(compared(sources(WEAKER), sources()))
    assert "变强：1 种（12.5%）" in text
    assert "变弱" not in text


def test_nothing_different_is_one_sentence() -> None:
    same = compared(sources(), sources())
    assert report_text(same) == report_words.NOTHING
    assert report_words.NOTHING in report_markdown(same)
    assert "\n" not in report_text(same)


def test_an_answer_that_went_and_one_that_came() -> None:
    fewer = re.sub(r" *part: .*\n", "", BASE["facts/facts.yaml"])
    after = sources(BEFORE.replace("part: outcome/fresh, ", ""), facts__facts=fewer)
    gone = compared(sources(), after)
    text = report_text(gone)
    assert "这个答案没有了：1 种（12.5%）" in text
    assert "  现在：这个答案没有了" in text
    assert "改之后：" not in text
    came = report_text(compared(after, sources()))
    assert "新的答案：1 种（12.5%）" in came
    assert "  原来：没有这个答案" in came


def test_questions_newly_asked_are_counted() -> None:
    always = re.sub(r" *options: {\"no\": outcome/late}\n", "", BEFORE)
    text = report_text(compared(sources(), sources(always)))
    assert "“用了没有”：有 4 种（50%）情形，原来不问，现在要问。" in text
    back = report_text(compared(sources(always), sources()))
    assert "“用了没有”：有 4 种（50%）情形，原来要问，现在不问了。" in back


def test_parts_are_named_by_title_and_provisions_by_citation() -> None:
    fewer = OUTCOMES.replace("evidence: [order-page]", "evidence: []", 1)
    fewer = fewer.replace("provisions: [demo-1]", "provisions: []", 1)
    text = report_text(compared(sources(), sources(outcomes=fewer)))
    assert "要留好的证据｜“订单页”：5 种（62.5%）情形不再看得到，在“用晚了”。" in text
    assert "法条原文｜《演示用的规定》第一条：5 种（62.5%）情形不再看得到，在“用晚了”。" in text
    assert "8 种情形的结论都没有变" in text.splitlines()[0]


def test_a_reason_in_other_words_is_one_change() -> None:
    other = OUTCOMES.replace("[因为这样。]", "[因为是这样的。]", 1)
    lines = report_text(compared(sources(), sources(outcomes=other))).splitlines()
    at = lines.index("  为什么｜5 种（62.5%）情形看到的话改了，在“用晚了”。")
    assert lines[at + 1 : at + 3] == ["    原来：因为这样。", "    现在：因为是这样的。"]


def test_a_deadline_is_named_as_one() -> None:
    old = sources(deadlines__d=DEADLINES)
    longer = DEADLINES.replace("days: 7", "days: 15").replace("kind: law", "kind: practice")
    lines = report_text(compared(old, sources(deadlines__d=longer))).splitlines()
    at = lines.index("  期限“七天”的长度（天）")
    assert lines[at + 1 : at + 3] == ["    原来：7", "    现在：15"]
    at = lines.index("  期限“七天”的种类")
    assert lines[at + 1 : at + 3] == ["    原来：法定", "    现在：平台惯例"]


def test_a_renamed_thing_is_the_same_thing() -> None:
    renamed = sources(
        BEFORE.replace("outcome/fresh", "outcome/unused"),
        OUTCOMES.replace("fresh:\n", "unused:\n        formerly: [fresh]\n"),
    )
    assert compared(sources(), renamed).empty


def test_new_and_dropped_trees_are_named() -> None:
    other = BEFORE.replace("tree: demo", "tree: other")
    more = {**sources(), "trees/other.yaml": sources(other)["trees/demo.yaml"]}
    assert "新加的树：other。" in report_text(compared(sources(), more))
    assert "删掉的树：other。" in report_text(compared(more, sources()))


def test_an_example_writes_a_multi_select_as_the_page_does() -> None:
    facts = """\
        facts:
          kept:
            label: 证据
            question: 有哪些？
            kind: multi
            none: 都没有
            options: {page: {label: 商品页}, chat: {label: 聊天}}
        """
    asked = """\
        tree: demo
        title: 演示
        summary: 一棵小树。
        review_by: "2027-01-01"
        start: kept
        questions:
          kept:
            ask: kept
            cases: [{when: {kept.page: "yes"}, next: outcome/A}]
            otherwise: outcome/B
        """
    old, new = (
        sources(asked.replace("A", one).replace("B", other), facts__facts=facts)
        for one, other in (("late", "hard"), ("hard", "late"))
    )
    text = report_text(compared(old, new))
    assert "  例如：商品页＝有" in text
    assert "  改之后：guides/demo.html#kept=page,chat" in text
    assert "  改之后：guides/demo.html#kept=chat" in text


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [
        (0, 5, "0%"),
        (5, 5, "100%"),
        (1, 10**15, "不到 0.01%"),
        (1, 10_000, "0.01%"),
        (10**15 - 1, 10**15, "超过 99.9%"),
        (9995, 10_000, "超过 99.9%"),
        (998, 1000, "99.8%"),
        (1, 2, "50%"),
        (1, 8, "12.5%"),
        (76_589_452_800_000, 1_117_670_400_000_000, "6.9%"),
        (36, 10_000, "0.36%"),
    ],
)
def test_shares_never_round_to_nothing_or_everything(count: int, total: int, words: str) -> None:
    assert report_words.share(count, total) == words


def test_long_texts_are_cut_around_the_difference() -> None:
    before, after = report_words.cut("一" * 90 + "甲" + "二" * 90, "一" * 90 + "乙" + "二" * 90)
    assert before == "……" + "一" * 16 + "甲" + "二" * 16 + "……"
    assert after == "……" + "一" * 16 + "乙" + "二" * 16 + "……"
    assert report_words.cut("短", "长") == ("短", "长")
    assert report_words.cut("甲\n\n乙", "") == ("甲 / 乙", "")
