# SPDX-License-Identifier: MIT
"""How large a diagram is, and exact counts of situations and paths, however many."""

from __future__ import annotations

from generator.diagram import census
from tests.diagram_cases import checked, outcomes_agree


def test_counts_situations_and_paths_apart() -> None:
    compiled = checked()
    counted = census(compiled.diagram, "demo")
    assert (counted.situations, counted.paths) == (8, 5)
    assert dict(counted.by_outcome) == {"late": 7, "fresh": 1}
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
