# SPDX-License-Identifier: MIT
"""`lubiao ask`: exact about what comes next, word for word about the outcome, calm about typos."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.asking import (
    Answered,
    Asked,
    NextQuestion,
    Read,
    ask,
    read_answers,
    tree_faults,
)
from generator.asking.ahead import Ahead
from generator.asking.as_json import as_json
from generator.asking.parts import SECTIONS, set_aside, shown
from generator.asking.words import text
from generator.check import CheckedLibrary, check
from generator.cli import main
from generator.compile.context import context
from generator.compile.outcomes import outcome_view
from generator.diagram import census
from generator.folder import read_folder
from tests.interpreter import interpret, true
from tests.libraries import library, outcomes

ROOT = Path(__file__).parents[1]
TREE = "full-refund"
TODAY = date(2026, 11, 22)
POLICE = [
    "problem=not_arrived",
    "product=membership",
    "order_status=processing",
    "promised=overdue",
    "merchant=card_site",
    "channel=alipay",
    "stance=pay_more",
]


def _checked(sources: Mapping[str, bytes]) -> CheckedLibrary:
    result = check(sources)
    assert result.library is not None, result.problems
    return result.library


@pytest.fixture(scope="module")
def shipped() -> CheckedLibrary:
    return _checked(read_folder(ROOT / "decision_trees"))


@pytest.fixture(scope="module")
def handbook() -> CheckedLibrary:
    """The small example of the editors' handbook."""
    return _checked(_handbook_files())


def _handbook_files() -> dict[str, bytes]:
    page = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# (\S+\.yaml)\n(.*?)```", page, re.DOTALL)
    return {path: body.encode() for path, body in blocks}


FACTS = """\
    facts:
      used:
        label: 用了没有
        question: 用了吗？
        options:
          "no": {label: 没用, hint: 一点也没用}
          part: {label: 用了一部分, short: 一部分, class: some}
          "yes": {label: 用完了, class: some}
          unsure: {label: 不确定}
        classes: {some: 用过}
      arrived:
        label: 到了没有
        question: 到了吗？
        options: {"yes": {label: 到了}, "no": {label: 没到}}
      proof:
        label: 证据
        question: 有哪些证据？
        kind: multi
        none: 都没有
        options:
          page: {label: 商品页，或截图}
          chat: {label: 聊天}
          bill: {label: 账单}
      amount:
        label: 金额
        question: 多少钱？
        kind: number
        unit: 元
        options: {small: {label: 少, below: 100}, big: {label: 多}, unsure: {label: 记不清}}
      due:
        label: 到期
        question: 哪天到期？
        kind: date
        options: {not_yet: {label: 没到期, below: 1}, passed: {label: 过了}, unsure: {label: 同名}}
      twin:
        label: 双生
        question: 哪一个？
        options: {a: {label: 同名}, b: {label: 同名}}
"""
TREES = """\
    tree: demo
    title: 演示
    summary: 一棵小树。
    review_by: "2027-01-01"
    start: arrived
    questions:
      arrived: {ask: arrived, options: {"no": outcome/late}, next: proof}
      proof: {ask: proof, next: used}
      used: {ask: used, options: {"no": outcome/fresh}, next: amount}
      amount: {ask: amount, options: {small: outcome/fresh}, next: due}
      due: {ask: due, next: twin}
      twin: {ask: twin, options: {a: outcome/late}, next: outcome/fresh}
"""
OTHER = """\
    tree: other
    title: 另一棵
    summary: 只问一件事。
    review_by: "2027-01-01"
    start: arrived
    questions:
      arrived: {ask: arrived, options: {"no": outcome/late}, next: outcome/plain}
"""
OUTCOMES = outcomes("fresh", "late", "plain").replace(
    "    reasons: [因为这样。]\n",
    """\
    reasons:
      - 因为这样。
      - {text: 看得清楚。, when: {any: [{proof.page: "yes"}, {proof.chat: "yes"}]}}
      - {text: 有账单。, when: {proof.bill: "yes"}}
      - {text: 没有过期。, when: {due: [not_yet, unasked]}}
""",
    1,
)
SMALL = {
    "facts__facts": FACTS,
    "trees__demo": TREES,
    "trees__other": OTHER,
    "outcomes__o": OUTCOMES,
}


@pytest.fixture(scope="module")
def small() -> CheckedLibrary:
    return _checked(library(**SMALL))


def _asked(checked: CheckedLibrary, tree: str, *arguments: str) -> Asked:
    read = read_answers(checked, arguments, TODAY)
    assert read.faults == ()
    return ask(checked, tree, read.answers)


def _question(checked: CheckedLibrary, *arguments: str, tree: str = "demo") -> NextQuestion:
    result = _asked(checked, tree, *arguments).result
    assert isinstance(result, NextQuestion)
    return result


# ---- parity with a naive reading of the YAML ----


def _situations(checked: CheckedLibrary, count: int, seed: int) -> Iterator[dict[str, str]]:
    """Full assignments: half of them even, half near the stories, so that rare parts are met."""
    chance = random.Random(seed)
    facts = census(checked.diagram, TREE).facts
    stories = [dict(story.answers) for story in checked.library.scenarios]
    for number in range(count):
        answers = {f: chance.choice(checked.facts.facts[f].options) for f in facts}
        if number % 2:
            answers |= {str(k): str(v) for k, v in chance.choice(stories).items()}
            changed = chance.choice(sorted(answers))
            answers[changed] = chance.choice(checked.facts.facts[changed].options)
        yield answers


def test_the_outcome_and_the_answers_used_are_those_of_the_naive_reading(
    shipped: CheckedLibrary,
) -> None:
    for answers in _situations(shipped, 60, 1):
        asked = ask(shipped, TREE, answers)
        outcome, used = interpret(shipped.library, TREE, answers)
        assert isinstance(asked.result, Answered)
        assert asked.result.outcome == asked.result.view.id == outcome
        assert [fact for said in asked.known for fact, _ in said.answers] == used
        left = {fact for entry in asked.unasked for fact, _ in entry.said.answers}
        assert left == set(answers) - set(used)
        backwards = dict(reversed(answers.items()))
        assert as_json(ask(shipped, TREE, backwards)) == as_json(asked)


def test_the_parts_shown_are_those_whose_conditions_are_true(shipped: CheckedLibrary) -> None:
    compiled = context(shipped, directories=False)
    views = {str(o): outcome_view(compiled, str(o)) for o in shipped.library.outcomes}
    varied: dict[tuple[str, str, int], set[bool]] = {}
    for answers in _situations(shipped, 1500, 2):
        outcome, used = interpret(shipped.library, TREE, answers)
        known = {fact: answers[fact] for fact in used}
        whole = views[outcome]
        view = shown(whole, known, shipped.facts)
        hidden = list(set_aside(whole, known, shipped.facts))
        for section in SECTIONS:
            parts = getattr(shipped.library.outcomes[outcome], section)
            truths = [p.when is None or true(shipped.library, p.when, known) for p in parts]
            assert None not in truths
            expected = [
                replace(part, condition=None)
                for part, holds in zip(getattr(whole, section), truths, strict=True)
                if holds
            ]
            assert list(getattr(view, section)) == expected
            assert sum(h.section == section for h in hidden) == truths.count(False)
            for place, (part, holds) in enumerate(zip(parts, truths, strict=True)):
                if part.when is not None:
                    varied.setdefault((outcome, section, place), set()).add(bool(holds))
    both = [key for key, seen in varied.items() if len(seen) == 2]
    assert len(both) > 400, "the sample should meet most conditions both ways"


def test_what_is_still_possible_is_exact(shipped: CheckedLibrary) -> None:
    """Every full assignment of the open facts, one by one, against the counts."""
    chance = random.Random(3)
    checked_counts = 0
    for answers in _situations(shipped, 400, 4):
        given = {fact: answers[fact] for fact in answers if chance.random() < 0.75}
        result = ask(shipped, TREE, given).result
        if isinstance(result, Answered) or not 4 < result.situations <= 700:
            continue
        at, _ = shipped.diagram.walk(shipped.diagram.starts[TREE], given)
        ahead = Ahead(shipped.diagram, at, given)
        counts, lengths = _listed(shipped, given, ahead.facts)
        assert {p.outcome: p.situations for p in result.possible} == counts
        assert result.situations == sum(counts.values())
        assert (result.fewest, result.most) == (min(lengths), max(lengths))
        checked_counts += 1
    assert checked_counts > 15


def _listed(
    checked: CheckedLibrary, given: Mapping[str, str], facts: tuple[str, ...]
) -> tuple[dict[str, int], list[int]]:
    """Naively: the outcomes of all assignments, and the screens each of them still asks."""
    counts: dict[str, int] = {}
    lengths = []
    for row in product(*(checked.facts.facts[fact].options for fact in facts)):
        answers = {**given, **dict(zip(facts, row, strict=True))}
        outcome, used = interpret(checked.library, TREE, answers)
        counts[outcome] = counts.get(outcome, 0) + 1
        open_facts = [fact for fact in used if fact not in given]
        lengths.append(len({checked.facts.facts[f].group or f for f in open_facts}))
    return counts, lengths


def test_without_answers_ahead_the_screens_are_those_of_the_diagram(
    shipped: CheckedLibrary,
) -> None:
    for index in range(0, len(shipped.diagram.nodes)):
        assert Ahead(shipped.diagram, index, {}).screens() == shipped.diagram.screens[index]
    counted = census(shipped.diagram, TREE)
    start = Ahead(shipped.diagram, shipped.diagram.starts[TREE], {})
    assert start.by_outcome() == counted.by_outcome
    assert start.situations == counted.situations


def test_every_story_comes_out_as_told(shipped: CheckedLibrary) -> None:
    for story in list(shipped.library.scenarios)[::6]:
        asked = ask(shipped, TREE, {str(k): str(v) for k, v in story.answers.items()})
        assert isinstance(asked.result, Answered)
        assert asked.result.outcome == story.outcome
        assert asked.unasked == ()
        actions = {part.id for part in (*asked.result.view.today, *asked.result.view.road)}
        assert set(story.actions) <= actions


# ---- the next question ----


def test_the_first_question_and_everything_about_its_options(small: CheckedLibrary) -> None:
    question = _question(small, "arrived=yes", "proof=none")
    assert (question.key, question.question, question.kind) == ("used", "用了吗？", "choice")
    first, second = question.choices[:2]
    assert (first.id, first.label, first.hint, first.cls) == ("no", "没用", "一点也没用", "")
    assert (second.short, second.cls, second.cls_label) == ("一部分", "some", "用过")
    assert (question.fewest, question.most) == (1, 4)


def test_answers_for_later_are_kept_and_narrow_what_is_possible(small: CheckedLibrary) -> None:
    free = _question(small, "arrived=yes", "proof=none")
    narrowed = _question(small, "arrived=yes", "proof=none", "twin=b", "due=passed")
    assert {p.outcome for p in free.possible} == {"fresh", "late"}
    assert [p.outcome for p in narrowed.possible] == ["fresh"]
    assert [said.words for said in narrowed.pending] == ["过了", "同名"]
    assert (narrowed.fewest, narrowed.most) == (1, 2)
    assert narrowed.situations == 4 * 3


def test_a_multi_select_half_answered_asks_for_the_rest_on_one_screen(
    small: CheckedLibrary,
) -> None:
    whole = _question(small, "arrived=yes")
    assert whole.facts == ("proof.page", "proof.chat", "proof.bill")
    assert (whole.none, whole.fewest, whole.most) == ("都没有", 2, 5)
    half = _question(small, "arrived=yes", "proof.chat=yes")
    assert half.facts == ("proof.page", "proof.bill")
    assert [choice.id for choice in half.choices] == ["page", "bill"]
    assert [said.words for said in half.pending] == ["有聊天"]
    assert (half.fewest, half.most) == (2, 5)
    # The last member known: the screen must still be counted.
    last = _question(small, "arrived=yes", "proof.page=no", "proof.bill=no")
    assert (last.facts, last.fewest, last.most) == (("proof.chat",), 2, 5)


def test_answers_in_words(small: CheckedLibrary) -> None:
    def said(*arguments: str) -> list[tuple[str, str]]:
        asked = _asked(small, "demo", "arrived=yes", *arguments)
        return [(s.words, s.typed) for s in asked.known[1:]]

    assert said("proof=none") == [("都没有", "proof=none")]
    assert said("proof=bill,page") == [("商品页，或截图、账单", "proof=page,bill")]
    assert said("proof.page=no") == [("没有商品页，或截图", "proof.page=no")]
    assert said("proof.page=yes", "proof.chat=no") == [
        ("有商品页，或截图；没有聊天", "proof.page=yes proof.chat=no")
    ]


def test_answers_that_are_not_asked_are_named_with_the_reason(small: CheckedLibrary) -> None:
    asked = _asked(small, "demo", "used=no", "arrived=no")
    assert [(u.said.key, u.never) for u in asked.unasked] == [("used", False)]
    other = _asked(small, "other", "used=no", "arrived=no", "proof=chat")
    assert [(u.said.key, u.never) for u in other.unasked] == [("used", True), ("proof", True)]
    printed = text(other)
    assert "没有问到：\n  用了没有：没用（used=no）：这棵树从来不问" in printed
    assert "  证据：聊天（proof=chat）：这棵树从来不问" in printed
    assert "这样回答时不问" in text(asked)


def test_an_answer_that_was_not_asked_shows_no_part(small: CheckedLibrary) -> None:
    def reasons(*arguments: str) -> list[str]:
        result = _asked(small, "demo", "arrived=yes", "proof=bill", *arguments).result
        assert isinstance(result, Answered)
        return [part.text for part in result.view.reasons]

    asked = ["used=yes", "amount=big", "twin=b"]
    assert reasons(*asked, "due=passed") == ["因为这样。", "有账单。"]
    assert reasons("used=no", "due=passed") == ["因为这样。", "有账单。", "没有过期。"]


def test_ask_refuses_what_is_not_in_the_library(small: CheckedLibrary) -> None:
    for tree, answers in (("nope", {}), ("demo", {"nope": "x"}), ("demo", {"used": "nope"})):
        with pytest.raises(KeyError):
            ask(small, tree, answers)


# ---- reading what was typed ----


@pytest.mark.parametrize(
    ("argument", "answers"),
    [
        ("used=part", {"used": "part"}),
        ("used=用了一部分", {"used": "part"}),
        ("used=一部分", {"used": "part"}),
        (" used = no ", {"used": "no"}),
        ("proof.chat=yes", {"proof.chat": "yes"}),
        ("proof.chat=没有", {"proof.chat": "no"}),
        ("proof=chat", {"proof.page": "no", "proof.chat": "yes", "proof.bill": "no"}),
        ("proof=聊天，账单", {"proof.page": "no", "proof.chat": "yes", "proof.bill": "yes"}),
        ("proof=商品页，或截图", {"proof.page": "yes", "proof.chat": "no", "proof.bill": "no"}),
        ("proof=none", {"proof.page": "no", "proof.chat": "no", "proof.bill": "no"}),
        ("proof=都没有", {"proof.page": "no", "proof.chat": "no", "proof.bill": "no"}),
        ("amount=99.99", {"amount": "small"}),
        ("amount=100", {"amount": "big"}),
        ("amount=￥１,２００元", {"amount": "big"}),
        ("amount=unsure", {"amount": "unsure"}),
        ("amount=" + "9" * 10_000, {"amount": "big"}),
        ("due=0", {"due": "not_yet"}),
        ("due=-3", {"due": "not_yet"}),
        ("due=1", {"due": "passed"}),
        ("due=2026-11-22", {"due": "not_yet"}),
        ("due=2026-11-21", {"due": "passed"}),
        ("due=同名", {"due": "unsure"}),
    ],
)
def test_an_answer_may_be_written_in_these_ways(
    small: CheckedLibrary, argument: str, answers: dict[str, str]
) -> None:
    assert read_answers(small, [argument], TODAY) == Read(answers, ())


FORM = "要写成“事实=选项”，例如 problem=not_arrived。"


@pytest.mark.parametrize(
    ("argument", "faults"),
    [
        ("", [f"“”：没有等号。{FORM}"]),
        ("used", [f"“used”：没有等号。{FORM}"]),
        ("used＝no", [f"“used＝no”：等号要用半角的“=”。{FORM}"]),
        ("=", [f"“=”：等号前面要写事实的 id。{FORM}"]),
        ("=b", [f"“=b”：等号前面要写事实的 id。{FORM}"]),
        ("a=b=c", [f"“a=b=c”：只能有一个等号。{FORM}"]),
        ("xyz=", ["“xyz=”：没有“xyz”这个事实。", "“xyz=”：等号后面要写选项。"]),
        ("usd=no", ["“usd=no”：没有“usd”这个事实。是不是想写“used”？"]),
        (
            "proof.chta=yes",
            ["“proof.chta=yes”：没有“proof.chta”这个事实。是不是想写“proof.chat”？"],
        ),
        ("用了没有=no", ["“用了没有=no”：请写事实的 id：used。"]),
        ("used=", ["“used=”：等号后面要写选项，每一项都不能空着。可以写：no、part、yes、unsure。"]),
        (
            "used=unsre",
            [
                "“used=unsre”：没有“unsre”这个选项。是不是想写“unsure”？"
                "可以写：no、part、yes、unsure。"
            ],
        ),
        ("used=some", ["“used=some”：“some”是一个类，要写里面的一个选项：part、yes。"]),
        ("twin=同名", ["“twin=同名”：有几个选项都叫“同名”，请写 id：a、b。"]),
        (
            "proof=page,caht,bll",
            [
                "“proof=page,caht,bll”：没有“caht”这个选项。是不是想写“chat”？"
                "可以写：page、chat、bill。",
                "“proof=page,caht,bll”：没有“bll”这个选项。是不是想写“bill”？"
                "可以写：page、chat、bill。",
            ],
        ),
        (
            "proof=page,none",
            ["“proof=page,none”：none 是“一样也没有”，不能和别的一起写。"],
        ),
        (
            "proof=page,",
            ["“proof=page,”：等号后面要写选项，每一项都不能空着。可以写：page、chat、bill。"],
        ),
        (
            "amount=-5",
            [
                "“amount=-5”：没有“-5”这个选项。可以写：small、big、unsure。"
                "也可以直接写数字，例如 128 或 128.5。"
            ],
        ),
        (
            "due=2026-02-30",
            [
                "“due=2026-02-30”：没有“2026-02-30”这个选项。可以写：not_yet、passed、unsure。"
                "日历上也没有这一天。"
            ],
        ),
        ("\x1b[31m=\u202e", ["“\\x1b[31m=\\u202e”：没有“\\x1b[31m”这个事实。"]),
        ("q" * 10_000 + "=1", [f"“{'q' * 40}……”：没有“{'q' * 40}……”这个事实。"]),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(
    small: CheckedLibrary, argument: str, faults: list[str]
) -> None:
    read = read_answers(small, [argument], TODAY)
    assert list(read.faults) == faults
    assert read.answers == {}


def test_saying_two_things_about_one_fact_is_a_fault_and_repeating_is_not(
    small: CheckedLibrary,
) -> None:
    assert read_answers(small, ["used=no", "used=没用"], TODAY) == Read({"used": "no"})
    twice = read_answers(small, ["used=no", "used=part", "arrived=no"], TODAY)
    assert twice.faults == ("“used=no”和“used=part”：同一件事（用了没有）说了两种，只留一种。",)
    ticks = read_answers(small, ["proof=page", "proof.chat=yes", "proof.bill=no"], TODAY)
    assert ticks.faults == ("“proof=page”和“proof.chat=yes”：同一件事（证据）说了两种，只留一种。",)


def test_the_tree_must_be_one_that_is_there(small: CheckedLibrary) -> None:
    there = "这里有：demo、other。"
    assert tree_faults(small, "demo") == ()
    assert tree_faults(small, "") == (f"要先写是哪一棵树。{there}",)
    assert tree_faults(small, "dmo") == (f"“dmo”：没有这棵树。是不是想写“demo”？{there}",)
    assert tree_faults(small, "used=no") == (
        f"“used=no”：第一个要写树的 id，后面才写“事实=选项”。{there}",
    )


def test_a_shared_piece_is_not_a_tree(handbook: CheckedLibrary) -> None:
    assert tree_faults(handbook, "evidence") == (
        "“evidence”：这是共用段，不是树。这里有：example。",
    )


# ---- the command ----


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments])


@pytest.fixture(autouse=True)
def _at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_the_command_prints_the_next_question() -> None:
    result = _run(TREE, "problem=not_arrived", "channel=支付宝", "product=topup", "amount=350")
    assert result.exit_code == 0
    assert "已经回答：\n  遇到的问题：没到账（problem=not_arrived）\n" in result.output
    assert "没有问到：\n  付了多少钱：166 元到 1 万元（amount=under_10000）：" in result.output
    assert "下一题：订单现在显示什么？（order_status）\n  帮助：" in result.output
    assert "  pending  待支付  钱可能已经扣了，只是订单没跟上\n" in result.output
    assert "这些后面才用到：\n  付款方式：支付宝（channel=alipay）" in result.output
    assert "连这一题在内，还有 2 到 4 题就有结论。" in result.output
    assert "还可能是这 9 个结论（剩下 2,352 种情形）：" in result.output


def test_the_command_prints_the_whole_outcome_without_conditions() -> None:
    result = _run(TREE, *POLICE)
    assert result.exit_code == 0
    assert "结论：police-first\n\n# 这更像诈骗" in result.output
    assert "**结论：先停手，先报警**" in result.output
    for title in ("先注意", "为什么", "今天就做", "要留好的证据", "之后的路", "期限", "法条原文"):
        assert f"## {title}\n" in result.output
    assert "诈骗公私财物" in result.output, "the law, word for word"
    assert "如果：" not in result.output
    with_rest = _run(TREE, *POLICE, "--set-aside").output
    assert with_rest.startswith(result.output.rstrip("\n"))
    assert re.search(r"这样回答时不显示：\n  之后的路：.+（如果：.+）", with_rest)


def test_all_faults_come_at_once_with_exit_code_2() -> None:
    result = _run("full-refnd", "problm=lost", "=", "problem=lost", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0] == "有 4 处看不懂："
    assert lines[1] == (
        "  “full-refnd”：没有这棵树。是不是想写“full-refund”？这里有：full-refund。"
    )
    assert lines[2].startswith("  “problm=lost”：没有“problm”这个事实。是不是想写“problem”？")
    assert lines[4].startswith("  “problem=lost”：没有“lost”这个选项。")


HOSTILE = [
    "=", "==", "a=", "=b", "a=b=c", "", " ", "\t=\n", "\x00=\x00", "\x1b]0;x\x07=1", "\u202e=1",
    "a" * 10_000, "problem=" + "x" * 10_000, "proof=" + "," * 10_000, "proof=" + "page," * 2_000,
    "amount=" + "1e" * 50, "amount=nan", "amount=inf", "amount=٣",
    "received=0000-00-00", "received=-", "received=--1", "--what", "-x=1",
    "__class__=x", "proof.=yes", ".page=yes",
    "problem.=x", "\udcff=\udcfe", "problem=\udcff", "=" * 10_000, "*=*", "{}={}", "%s=%n",
]  # fmt: skip


@pytest.mark.parametrize("argument", HOSTILE, ids=range(len(HOSTILE)))
def test_no_argument_makes_a_traceback(small: CheckedLibrary, argument: str) -> None:
    for checked in (small, _shipped_once()):
        read = read_answers(checked, [argument], TODAY)
        assert read.faults
        assert all(fault.isprintable() and len(fault) < 400 for fault in read.faults)
        assert all(fault.isprintable() for fault in tree_faults(checked, argument))


@lru_cache(maxsize=1)
def _shipped_once() -> CheckedLibrary:
    return _checked(read_folder(ROOT / "decision_trees"))


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.text() | st.sampled_from(["proof=", "amount=", "due=2026-", "used"]), max_size=6)
)
def test_any_text_at_all_is_read_or_refused(arguments: list[str]) -> None:
    glued = [*arguments, "".join(arguments)]
    read = read_answers(_small_once(), glued, TODAY)
    assert all(fault.isprintable() for fault in read.faults)
    if not read.faults:
        ask(_small_once(), "demo", read.answers)


@lru_cache(maxsize=1)
def _small_once() -> CheckedLibrary:
    return _checked(library(**SMALL))


def test_the_command_takes_all_of_them_together() -> None:
    result = _run(*(a.replace("\udcff", "x") for a in HOSTILE if a != ""))
    assert (result.exit_code, result.stdout) == (2, "")
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output


def test_bytes_that_are_no_text_are_survived() -> None:
    command = [sys.executable, "-m", "generator.cli", "ask", TREE, b"\xff\xfe=\x80", b"--j\xff"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert "“\\udcff\\udcfe=\\udc80”：没有“\\udcff\\udcfe”这个事实。" in done.stderr.decode()


def test_a_folder_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    result = _run("demo", "--folder", str(tmp_path / "none"))
    assert result.exit_code == 1
    assert "找不到文件夹" in result.output


# ---- JSON ----


def _json(checked: CheckedLibrary, tree: str, *arguments: str) -> Any:
    return json.loads(as_json(_asked(checked, tree, *arguments)))


def test_the_example_in_the_documentation_is_what_comes_out(
    handbook: CheckedLibrary, tmp_path: Path
) -> None:
    page = (ROOT / "docs/ask.md").read_text(encoding="utf-8")
    example = json.loads(re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0])
    assert _json(handbook, "example", "arrived=no", "due=3", "kept=page") == example
    for path, body in _handbook_files().items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(body)
    command = re.findall(r"`lubiao ask (example [^`]+ --json)`", page)[0]
    result = _run(*command.replace("my-trees", str(tmp_path)).split())
    assert json.loads(result.stdout_bytes) == example


def test_every_key_is_documented_and_every_section_is_there(shipped: CheckedLibrary) -> None:
    page = (ROOT / "docs/ask.md").read_text(encoding="utf-8")
    ended = _json(shipped, TREE, *POLICE, "received=3")
    asked = _json(shipped, TREE, *POLICE[:3], "amount=3")
    assert set(ended) == set(asked) == {
        "v", "tree", "title", "known", "unasked", "next", "outcome",
    }  # fmt: skip
    assert (ended["next"], asked["outcome"]) == (None, None)
    assert set(SECTIONS) | {"set_aside"} <= set(ended["outcome"])
    facts = set(shipped.facts.facts)
    assert {key for key in _keys(ended) | _keys(asked) if f"`{key}`" not in page} <= facts
    assert ended["unasked"][0] == {
        "key": "received",
        "label": "收到多久了",
        "answers": {"received": "within_7_days"},
        "words": "七天以内",
        "typed": "received=within_7_days",
        "never": False,
    }


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(_keys(inner) for inner in value.values()))
    return set().union(*(_keys(inner) for inner in value)) if isinstance(value, list) else set()


def test_parts_have_the_keys_that_are_promised(shipped: CheckedLibrary) -> None:
    outcome = _json(shipped, TREE, *POLICE)["outcome"]
    action = {
        "id", "title", "stage", "stage_id", "steps", "bring", "wait", "wait_kind",
        "if_refused", "limits", "citations",
    }  # fmt: skip
    promised = {
        "reasons": {"text", "citations", "tone"},
        "warnings": {"text", "citations", "tone"},
        "avoid": {"text", "citations", "tone"},
        "changes": {"text", "citations", "tone"},
        "today": action,
        "road": action,
        "evidence": {"title", "how", "keep", "citations"},
        "letters": {"id", "title", "to", "body", "citations"},
        "deadlines": {"id", "title", "tag", "clock", "length", "period", "note", "citations"},
        "replies": {"they_say", "answer", "citations"},
        "provisions": {"citation", "text", "plain"},
        "set_aside": {"section", "text", "condition"},
    }
    for section, keys in promised.items():
        assert outcome[section], section
        assert all(set(part) == keys for part in outcome[section]), section
    assert all(part["condition"].startswith("如果：") for part in outcome["set_aside"])
    assert set(outcome["provisions"][0]["citation"]) == {"id", "text", "short"}


def test_the_bytes_are_utf8_sorted_and_do_not_depend_on_the_order_of_answers() -> None:
    first = _run(TREE, *POLICE, "--json").stdout_bytes
    again = _run(TREE, "--json", *reversed(POLICE)).stdout_bytes
    assert first == again
    decoded = first.decode("utf-8")
    assert "这更像诈骗" in decoded
    assert decoded.endswith("}\n")
    data = json.loads(decoded)
    assert decoded == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
