# SPDX-License-Identifier: MIT
"""What trees can say about the way, each construct as a small tree, and what it compiles to.

Every tree is compared with the naive interpreter over all situations.
"""

from __future__ import annotations

import pytest

from generator.diagram import paths
from tests.diagram_cases import MULTI, SHARED, checked, outcomes_agree


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


def test_parents_come_before_children() -> None:
    for files in ({}, SHARED, MULTI):
        diagram = checked(**files).diagram
        for index, node in enumerate(diagram.nodes):
            assert all(edge.to < 0 or edge.to > index for edge in node.edges)


@pytest.mark.parametrize("stale", [{"nonsense": "x"}, {"arrived": "maybe"}, {}])
def test_a_walk_stops_at_the_first_fact_it_cannot_use(stale: dict[str, str]) -> None:
    diagram = checked().diagram
    assert diagram.walk(0, stale) == (0, [])
