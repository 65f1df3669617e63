# SPDX-License-Identifier: MIT
"""What the authoring format can say, each construct as a small tree, and what it compiles to.

Every tree is compared with the naive interpreter over all situations.
"""

from __future__ import annotations

from itertools import product

import pytest

from generator.check import CheckedLibrary, check
from generator.diagram import always_asked, census, paths
from generator.report import text
from tests.interpreter import interpret
from tests.libraries import library


def checked(*named: str, **files: str) -> CheckedLibrary:
    result = check(library(*named, **files))
    assert result.library is not None, text(result.problems)
    return result.library


def outcomes_agree(compiled: CheckedLibrary, tree: str = "demo") -> int:
    """Compare with the interpreter on every situation; return how many there are."""
    counted = census(compiled.diagram, tree)
    options = [compiled.facts.facts[fact].options for fact in counted.facts]
    tally: dict[str, int] = {}
    for row in product(*options):
        answers = dict(zip(counted.facts, row, strict=True))
        expected, asked = interpret(compiled.library, tree, answers)
        at, used = compiled.diagram.walk(compiled.diagram.starts[tree], answers)
        assert (compiled.diagram.outcome(at), used) == (expected, asked)
        tally[expected] = tally.get(expected, 0) + 1
    assert dict(counted.by_outcome) == tally
    assert counted.situations == sum(tally.values())
    assert counted.paths == len(list(paths(compiled.diagram, compiled.diagram.starts[tree])))
    return counted.situations


def test_counts_situations_and_paths_apart() -> None:
    compiled = checked()
    counted = census(compiled.diagram, "demo")
    assert (counted.situations, counted.paths) == (8, 5)
    assert dict(counted.by_outcome) == {"late": 7, "fresh": 1}
    assert outcomes_agree(compiled) == 8


def test_guards_over_earlier_facts() -> None:
    compiled = checked(
        trees__demo="""\
        tree: demo
        title: 演示
        summary: 条件看前面的回答。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, next: used}
          used:
            ask: used
            options:
              "no":
                cases:
                  - when: {arrived: "yes"}
                    next: outcome/fresh
                otherwise: outcome/late
            next: outcome/late
        """
    )
    assert outcomes_agree(compiled) == 8
    # Whether it arrived still matters at `used`, so that question has two nodes.
    assert [node.step for node in compiled.diagram.nodes].count("demo.used") == 2


def test_what_no_later_step_tests_is_forgotten() -> None:
    compiled = checked(
        trees__demo="""\
        tree: demo
        title: 演示
        summary: 第一个回答后面不再用到。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, next: used}
          used: {ask: used, options: {"no": outcome/fresh}, next: outcome/late}
        """
    )
    assert len(compiled.diagram.nodes) == 2
    outcomes_agree(compiled)


SHARED = {
    "trees__part": """\
        subtree: part
        exits: [good, bad]
        start: used
        questions:
          used: {ask: used, options: {"no": exit/good}, next: exit/bad}
        """,
    "trees__demo": """\
        tree: demo
        title: 演示
        summary: 两条路共用一段。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, options: {"yes": first, "no": second}}
          first: {use: part, exits: {good: outcome/fresh, bad: outcome/late}}
          second: {use: part, exits: {good: outcome/late, bad: outcome/fresh}}
        """,
}


def test_sub_trees_shared_by_several_branches() -> None:
    compiled = checked(**SHARED)
    assert outcomes_agree(compiled) == 8
    assert {n.step for n in compiled.diagram.nodes} == {
        "demo.arrived", "demo.first.used", "demo.second.used",
    }  # fmt: skip


def test_hand_over_carries_the_answers() -> None:
    other = """\
        tree: other
        title: 另一棵
        summary: 从演示树交过来。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, options: {"no": outcome/late}, next: used}
          used: {ask: used, options: {"no": outcome/fresh}, next: outcome/late}
        """
    demo = """\
        tree: demo
        title: 演示
        summary: 问完一题就交给另一棵。
        review_by: "2027-01-01"
        start: used
        questions:
          used: {ask: used, next: tree/other}
        """
    compiled = checked(trees__demo=demo, trees__other=other)
    assert outcomes_agree(compiled, "demo") == 8
    assert outcomes_agree(compiled, "other") == 8
    asked = [a for a, _ in paths(compiled.diagram, compiled.diagram.starts["demo"])]
    assert all(list(a) in (["used", "arrived"], ["used"]) for a in asked)  # never asked twice


def test_a_guarded_cycle_asks_something_new_each_lap() -> None:
    compiled = checked(
        trees__demo="""\
        tree: demo
        title: 演示
        summary: 绕一圈，多问一题，再出来。
        review_by: "2027-01-01"
        start: gate
        questions:
          gate:
            cases:
              - when: {arrived: [unasked]}
                next: arrived
              - when: {arrived: ["yes", "no"], used: [unasked]}
                next: used
              - when: {used: "no", arrived: "yes"}
                next: outcome/fresh
              - when: {any: [{used: [part, "yes", unsure]}, {used: "no", arrived: "no"}]}
                next: outcome/late
          arrived: {ask: arrived, next: gate}
          used: {ask: used, next: gate}
        """
    )
    assert outcomes_agree(compiled) == 8


MULTI = {
    "facts__proof": """\
        facts:
          proof:
            label: 证据
            question: 有哪些？
            kind: multi
            none: 都没有
            options:
              page: {label: 页面截图}
              chat: {label: 聊天记录}
              bill: {label: 付款记录}
        """,
    "trees__demo": """\
        tree: demo
        title: 演示
        summary: 多选。
        review_by: "2027-01-01"
        start: proof
        questions:
          proof:
            ask: proof
            cases:
              - when: {any: [{proof.page: "yes"}, {proof.chat: "yes"}]}
                next: outcome/fresh
              - when: {proof.page: "no", proof.chat: "no"}
                next: outcome/late
        """,
}


def test_multi_select_is_a_chain_of_yes_and_no_on_one_screen() -> None:
    compiled = checked(**MULTI)
    assert outcomes_agree(compiled) == 8
    assert compiled.diagram.screens[0] == (1, 1)
    assert always_asked(compiled.diagram)["late"] == {"proof.page", "proof.chat", "proof.bill"}


def test_hundreds_of_values_act_in_a_dozen_classes() -> None:
    classes = "".join(f"      group{c}: 第{c}组\n" for c in range(12))
    options = "".join(f"      v{i}: {{label: 第{i}个, class: group{i % 12}}}\n" for i in range(300))
    facts = (
        "facts:\n  issuer:\n    label: 发卡方\n    question: 哪一家？\n    classes:\n"
        f"{classes}    options:\n{options}"
    )
    compiled = checked(
        facts__issuer=facts,
        trees__demo="""\
        tree: demo
        title: 演示
        summary: 三百个选项，两种结果。
        review_by: "2027-01-01"
        start: issuer
        questions:
          issuer: {ask: issuer, next: used}
          used:
            ask: used
            cases:
              - when: {issuer: [group0, group1]}
                next: outcome/fresh
            otherwise: outcome/late
        """,
    )
    assert outcomes_agree(compiled) == 1200
    assert (
        len(compiled.diagram.nodes) == 3
    )  # one for the 50 members of two classes, one for the rest
    assert census(compiled.diagram, "demo").by_outcome["fresh"] == 50 * 4


def test_bands_of_numbers_and_dates_are_ordinary_options() -> None:
    compiled = checked(
        facts__paid="""\
        facts:
          paid:
            label: 金额
            question: 付了多少？
            kind: number
            unit: 元
            options:
              small: {label: 不到一百, below: 100}
              large: {label: 一百以上}
              unsure: {label: 不确定}
        """,
        trees__demo="""\
        tree: demo
        title: 演示
        summary: 按金额分。
        review_by: "2027-01-01"
        start: paid
        questions:
          paid: {ask: paid, options: {small: outcome/late}, next: outcome/fresh}
        """,
    )
    assert outcomes_agree(compiled) == 3


def test_an_outcome_collected_from_many_conditional_parts() -> None:
    parts = "".join(
        f"      - {{text: 用到 {u}、到货 {a}, when: {{used: {u!r}, arrived: {a!r}}}}}\n"
        for u in ("no", "part", "yes", "unsure")
        for a in ("yes", "no")
    ).replace("'", '"')
    body = f"""\
outcomes:
  one:
    title: 一个结论
    verdict: yes-you-can
    summary: 由许多段拼成。
    reasons:
      - 总是成立的理由。
{parts}    today: [first-step]
    evidence: [order-page]
    provisions: [demo-1]
"""
    compiled = checked(
        outcomes__o=body,
        trees__demo="""\
        tree: demo
        title: 演示
        summary: 结论只有一个，内容随回答变化。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, next: used}
          used: {ask: used, next: outcome/one}
        """,
    )
    # The parts do not multiply the diagram: two questions, one leaf.
    assert len(compiled.diagram.nodes) == 2
    assert compiled.diagram.outcomes == ("one",)
    assert outcomes_agree(compiled) == 8


def test_ten_to_the_eighteen_situations_are_counted_exactly() -> None:
    facts = "facts:\n" + "".join(
        f"  f{i}: {{label: 事实{i}, question: 是吗？, options: {{"
        + ", ".join(f"o{j}: {{label: 选{j}}}" for j in range(8))
        + "}}\n"
        for i in range(20)
    )
    questions = "".join(f"  q{i}: {{ask: f{i}, next: q{i + 1}}}\n" for i in range(19))
    tree = (
        'tree: demo\ntitle: 演示\nsummary: 很长。\nreview_by: "2027-01-01"\nstart: q0\n'
        f"questions:\n{questions}"
        "  q19: {ask: f19, options: {o0: outcome/fresh}, next: outcome/late}\n"
    )
    counted = census(checked(facts__f=facts, trees__demo=tree).diagram, "demo")
    assert counted.situations == 8**20 == counted.paths
    assert counted.by_outcome["fresh"] == 8**19


def test_parents_come_before_children() -> None:
    for files in ({}, SHARED, MULTI):
        diagram = checked(**files).diagram
        for index, node in enumerate(diagram.nodes):
            assert all(edge.to < 0 or edge.to > index for edge in node.edges)


@pytest.mark.parametrize("stale", [{"nonsense": "x"}, {"arrived": "maybe"}, {}])
def test_a_walk_stops_at_the_first_fact_it_cannot_use(stale: dict[str, str]) -> None:
    diagram = checked().diagram
    assert diagram.walk(0, stale) == (0, [])
