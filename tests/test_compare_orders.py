# SPDX-License-Identifier: MIT
"""`lubiao diff` where nothing came or went, and a reader sees a difference all the same."""

from __future__ import annotations

import pytest

from generator.compare.results import TextChange
from tests.diff_versions import ACTIONS, BEFORE, OUTCOMES, TODAY, compared, sources, texts
from tests.libraries import BASE


def test_actions_in_another_order_are_told_once_per_outcome() -> None:
    one = OUTCOMES.replace(TODAY, "today: [first-step, second]", 1)
    other = OUTCOMES.replace(TODAY, "today: [second, first-step]", 1)
    old, new = (sources(outcomes=text, actions__a=ACTIONS) for text in (one, other))
    expected = TextChange(
        "outcomes", "late", "用晚了", "today.order", "第一步\n第二步", "第二步\n第一步"
    )
    assert compared(old, new).texts == (expected,)


def test_what_comes_between_is_no_other_order() -> None:
    wide = OUTCOMES.replace(TODAY, "today: [second, first-step]", 1)
    old, new = sources(actions__a=ACTIONS), sources(outcomes=wide, actions__a=ACTIONS)
    assert compared(old, new).texts == ()


def test_a_renamed_part_keeps_its_place() -> None:
    one = OUTCOMES.replace(TODAY, "today: [first-step, second]", 1)
    renamed = ACTIONS.replace("second: {", "other: {formerly: [second], ")
    old = sources(outcomes=one, actions__a=ACTIONS)
    assert compared(old, sources(outcomes=one.replace("second", "other"), actions__a=renamed)).empty


@pytest.mark.parametrize(
    ("section", "one", "other"),
    [
        ("reasons", "[甲。, 乙。]", "[乙。, 甲。]"),
        ("evidence", "[order-page, chat]", "[chat, order-page]"),
    ],
)
def test_parts_of_other_sections_in_another_order(section: str, one: str, other: str) -> None:
    evidence = BASE["evidence/e.yaml"].rstrip() + "\n          chat: {title: 聊天, how: 截图。}\n"
    was = {"reasons": "[因为这样。]", "evidence": "[order-page]"}[section]
    old, new = (
        sources(
            outcomes=OUTCOMES.replace(f"{section}: {was}", f"{section}: {text}", 1),
            evidence__e=evidence,
        )
        for text in (one, other)
    )
    assert [text.field for text in compared(old, new).texts] == [f"{section}.order"]


def test_options_in_another_order() -> None:
    facts = BASE["facts/facts.yaml"]
    other = facts.replace(
        '{"yes": {label: 到了}, "no": {label: 没到}}',
        '{"not": {label: 没到, formerly: ["no"]}, "yes": {label: 到了}}',
    )
    new = sources(BEFORE.replace('{"no": outcome/late}', "{not: outcome/late}"), facts__facts=other)
    found = compared(sources(), new)
    assert found.trees[0].changes == ()
    assert texts(found) == {("facts", "arrived", "options.order"): ("到了\n没到", "没到\n到了")}


def test_reasons_that_exchange_their_provisions() -> None:
    more = "\n          demo-2: {article: 2, text: 第二条。, plain: 白话。, use: 有用。}\n"
    law = BASE["law/demo.yaml"].rstrip() + more
    reasons = "reasons: [{text: 甲。, provisions: [demo-1]}, {text: 乙。, provisions: [demo-2]}]"
    one = OUTCOMES.replace("reasons: [因为这样。]", reasons, 1)
    swapped = reasons.replace("-1", "-3").replace("-2", "-1").replace("-3", "-2")
    other = OUTCOMES.replace("reasons: [因为这样。]", swapped, 1)
    found = compared(*(sources(outcomes=text, law__demo=law) for text in (one, other)))
    first, second = "《演示用的规定》第一条", "《演示用的规定》第二条"
    assert texts(found) == {
        ("outcomes", "late", "reasons.1.provisions"): (first, second),
        ("outcomes", "late", "reasons.2.provisions"): (second, first),
    }


def test_the_kind_of_a_law() -> None:
    other = BASE["law/demo.yaml"].replace("departmental_rule", "law")
    found = compared(sources(), sources(law__demo=other))
    assert texts(found) == {("instruments", "demo", "kind"): ("departmental_rule", "law")}


def test_verdicts_ranked_otherwise() -> None:
    words = BASE["verdicts.yaml"]
    loose = words.replace(", better_than: [no-you-cannot]", "")
    turned = loose.replace("tone: hard", "tone: hard, better_than: [yes-you-can]")
    key = ("verdicts", "yes-you-can", "better_than.no-you-cannot")
    ranks = ("“可以”比“比较难”强", "“可以”和“比较难”分不出强弱", "“比较难”比“可以”强")
    versions = [sources(verdicts=text) for text in (words, loose, turned)]
    assert texts(compared(versions[0], versions[1])) == {key: ranks[:2]}
    assert texts(compared(versions[1], versions[2])) == {key: ranks[1:]}


CHANNELS = """\
    channels:
      platform:
        title: 平台
        summary: 一句话。
        run_by: 平台
        good_for: [晚到]
        can: [{text: 先说一声。, grade: advice}, {text: 退钱。, grade: law, provisions: [demo-1]}]
        cannot: [{text: 判案。, grade: advice}]
        bring: [订单号]
        steps: [{text: 打开订单。, grade: advice}]
        checked_on: "2026-11-21"
        review_by: "2027-02-21"
    """
MISQUOTES = """\
    misquotes:
      never: {claim: 一律不退, kind: invented, wrong: 没有。, right: 看情况。, provisions: [demo-1]}
    """


def test_channels_and_wrong_claims_are_compared() -> None:
    old = sources(channels__c=CHANNELS, misquotes=MISQUOTES)
    channels = CHANNELS.replace("grade: law", "grade: practice").replace("平台\n", "别的平台\n", 1)
    misquotes = MISQUOTES.replace("invented", "misread").replace("看情况", "先看情况")
    found = texts(compared(old, sources(channels__c=channels, misquotes=misquotes)))
    assert found == {
        ("misquotes", "never", "kind"): ("invented", "misread"),
        ("misquotes", "never", "right"): ("看情况。", "先看情况。"),
        ("channels", "platform", "title"): ("平台", "别的平台"),
        ("channels", "platform", "can"): (
            "先说一声。（我们的建议，没有规定这样写）\n退钱。（法条写明的，《演示用的规定》第一条）",
            "先说一声。（我们的建议，没有规定这样写）\n退钱。（平台平时的做法，《演示用的规定》第一条）",
        ),
    }
