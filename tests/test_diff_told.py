# SPDX-License-Identifier: MIT
"""What `lubiao diff` calls a text that changed: the paragraph, the step, the kind, the order."""

from __future__ import annotations

import pytest

from generator.compare.report_entries import Entry, telling
from generator.compare.report_markdown import report_markdown
from generator.compare.report_text import report_text
from generator.compare.results import TextChange
from tests.diff_versions import ACTIONS, OUTCOMES, TODAY, compared, sources
from tests.libraries import BASE

LETTER = """\
    letters:
      l:
        title: 信
        to: 商家
        fields: {a: 甲}
        body: |-
          你好。

          我是{a}。我要退款。
          请在七日内答复。
    """


def _told(letter: str) -> list[str]:
    text = report_text(compared(sources(letters__l=LETTER), sources(letters__l=letter)))
    return [line.strip() for line in text.splitlines()[3:]]


def test_the_paragraph_of_a_letter_that_changed_is_named() -> None:
    assert _told(LETTER.replace("我要退款", "请退款")) == [
        "信“信”的正文，第 2 段",
        "原来：我是{a}。我要退款。",
        "现在：我是{a}。请退款。",
    ]
    assert _told(LETTER.replace("你好。", "你好。\n          我又来了。")) == [
        "信“信”的正文，新加的第 2 段",
        "原来：（没有）",
        "现在：我又来了。",
    ]
    assert _told(LETTER.replace("          请在七日内答复。\n", "")) == [
        "信“信”的正文，原来的第 3 段",
        "原来：请在七日内答复。",
        "现在：（没有）",
    ]


def test_the_step_that_changed_is_named_in_both_reports() -> None:
    steps = BASE["actions/a.yaml"].replace("[看订单。]", "[看订单。, 截图。]")
    other = steps.replace("截图", "录屏")
    found = compared(sources(actions__a=steps), sources(actions__a=other))
    assert "行动“第一步”的步骤，第 2 步\n    原来：截图。\n    现在：录屏。" in report_text(found)
    assert "行动“第一步”的步骤，第 2 步。原来：截图。 现在：录屏。" in report_markdown(found)


def test_an_order_is_told_in_words() -> None:
    one = OUTCOMES.replace(TODAY, "today: [first-step, second]", 1)
    other = OUTCOMES.replace(TODAY, "today: [second, first-step]", 1)
    found = compared(*(sources(outcomes=text, actions__a=ACTIONS) for text in (one, other)))
    lines = [line.strip() for line in report_text(found).splitlines()[3:]]
    assert lines == [
        "结论“用晚了”：今天就做的先后变了",
        "原来：第一步 → 第二步",
        "现在：第二步 → 第一步",
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("facts options.order", "：选项的先后变了"),
        ("facts options.a.below", "的选项 a 的小于多少算这一段"),
        ("outcomes road.order", "：之后的路的先后变了"),
        ("outcomes reasons.2.provisions", "的第 2 条理由的依据"),
        ("verdicts better_than.b", "：强弱变了"),
        ("channels order", "的先后"),
    ],
)
def test_what_a_change_is_called(field: str, words: str) -> None:
    kind, _, path = field.partition(" ")
    change = TextChange(kind, "x", "某", path, "1", "2")
    (told,) = telling(Entry(kind, "某", (change,)), change)
    assert (told.words, told.before, told.after) == (f"某{words}", "1", "2")


@pytest.mark.parametrize(
    ("kind", "before", "after", "words"),
    [
        ("instruments", "departmental_rule", "law", ("部门规章", "法律")),
        ("deadlines", "law", "practice", ("法定", "平台惯例")),
        ("facts", "choice", "number", ("单选", "数字")),
        ("misquotes", "misread", "practice", ("有这条，意思不对", "是平台自己定的")),
    ],
)
def test_kinds_are_told_in_words(
    kind: str, before: str, after: str, words: tuple[str, str]
) -> None:
    change = TextChange(kind, "x", "某", "kind", before, after)
    (told,) = telling(Entry(kind, "某", (change,)), change)
    assert (told.before, told.after) == words


def test_no_rest_is_not_told() -> None:
    hard = OUTCOMES.replace("verdict: yes-you-can", "verdict: no-you-cannot")
    text = report_text(compared(sources(), sources(outcomes=hard)))
    assert "其余" in text
    every = hard.replace(
        "hard:\n        title: 不好退\n        verdict: no-you-cannot",
        "hard:\n        title: 不好退\n        verdict: yes-you-can",
    )
    assert "其余" not in report_text(compared(sources(), sources(outcomes=every)))
