# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""The reports of `lubiao diff` for a merge request and for programs: Markdown and JSON."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare.report_json import report_json
from generator.compare.report_markdown import MOST, plain, report_markdown
from generator.compare.report_text import report_text
from generator.compare.results import Change, Comparison, End, Example, TextChange, TreeChange
from tests.diff_versions import weaker

HOSTILE = (
    "a|b `c` @octocat #123 GH-7 <img src=x> [x](http://e.example) www.e.example\n# h\x1b 0123abc"
)


def _hostile(classes: int, text: str = HOSTILE) -> Comparison:
    changes = tuple(
        Change(
            End(f"old-{n}", "good", text, text),
            End(f"new-{n}", "hard", text, text),
            "weaker",
            n + 1,
            Example(
                (("used", "no"),), text, "guides/demo.html#used=no", "guides/demo.html#used=no"
            ),
        )
        for n in range(classes)
    )
    tree = TreeChange("demo", text, 10**6, changes, (), ())
    return Comparison((tree,), (), (), (TextChange("letters", "x", text, "body", text, "新的"),))


def test_the_first_screen_has_a_table(weaker: Comparison) -> None:
    page = report_markdown(weaker, "https://new.example/", "https://old.example/")
    lines = page.splitlines()
    assert lines[0] == "## 这次修改，读者会看到什么不同"
    assert lines[2] == "- demo：8 种情形里，有 1 种（12.5%）的结论变了。"
    assert "**演示**：变弱 1 种（12.5%）。" in lines
    row = next(line for line in lines if line.startswith("| **变弱**"))
    assert "可以<br>还没用（`fresh`）" in row
    assert "[改之后](https://new.example/guides/demo.html#arrived=yes&used=no)" in row


def test_without_an_address_there_is_no_link(weaker: Comparison) -> None:
    assert "](" not in report_markdown(weaker)


def test_hostile_texts_neither_ping_nor_link_nor_break_the_table() -> None:
    page = report_markdown(_hostile(2))
    rows = [line for line in page.splitlines() if line.startswith("| **")]
    assert len(rows) == 2
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 6
    assert not re.search(r"@\w|#\d|GH\\?-\d|://|www\.|\x1b|0123abc", html.unescape(page))
    assert "<img" not in page
    assert not re.search(r"(?<!\\)\]\(", page)
    assert "\n# h" not in page
    # Only our own back-quotes, around the ids.
    assert all(re.fullmatch(r"(old|new)-\d", code) for code in re.findall(r"(?<!\\)`(.*?)`", page))


def test_a_text_shows_as_it_is() -> None:
    assert plain("满 100 元，退 50%。") == "满 100 元，退 50%。"
    assert plain("a*b_c") == r"a\*b\_c"
    assert plain("1. 先") == r"1\. 先"


@pytest.mark.parametrize("text", ["短", "#" * 4000, "&<>|" * 300])
def test_a_page_of_many_classes_stays_short(text: str) -> None:
    page = report_markdown(_hostile(500, text), "https://new.example/")
    assert len(page) < MOST
    assert re.search(r"另有 \d+ 类", page)
    assert sum(line.startswith("| **") for line in page.splitlines()) <= 60


def test_many_trees_still_fit() -> None:
    tree = _hostile(1, "长" * 2000).trees[0]
    many = Comparison(tuple(replace(tree, tree=f"t-{n}") for n in range(900)), (), (), ())
    assert len(report_markdown(many)) < MOST


def test_a_terminal_cannot_be_steered() -> None:
    text = report_text(_hostile(1, "\x1b[2J\u202e题\n目"))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_json_holds_everything_exactly(weaker: Comparison) -> None:
    data = json.loads(report_json(weaker))
    assert data["v"] == 1
    (tree,) = data["trees"]
    assert (tree["tree"], tree["situations"], tree["changed"]) == ("demo", 8, 1)
    (change,) = tree["changes"]
    assert change["before"] == {
        "outcome": "fresh",
        "verdict": "yes-you-can",
        "title": "还没用",
        "label": "可以",
    }
    assert change["example"]["answers"] == [
        {"fact": "arrived", "option": "yes"},
        {"fact": "used", "option": "no"},
    ]


def test_json_counts_are_whole_however_large(weaker: Comparison) -> None:
    huge = 10**30 + 1
    made = replace(weaker, trees=(replace(weaker.trees[0], situations=huge),))
    assert json.loads(report_json(made))["trees"][0]["situations"] == huge


def test_the_documented_example_is_the_real_one(weaker: Comparison) -> None:
    page = (Path(__file__).parents[1] / "docs/diff.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert json.loads(block) == json.loads(report_json(weaker))
