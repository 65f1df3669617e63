# SPDX-License-Identifier: MIT
"""Each kind of fact as a small tree, and what it compiles to.

Every tree is compared with the naive interpreter over all situations.
"""

from __future__ import annotations

from generator.diagram import always_asked, census
from tests.diagram_cases import MULTI, checked, outcomes_agree


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
