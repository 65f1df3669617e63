# SPDX-License-Identifier: MIT
"""Sums: what comes out, what is refused and how, and what is printed where no script runs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import get_args

import pytest

from generator.asking.as_json import _part
from generator.compile.checklists import checklist
from generator.export import markdown
from generator.model import Sum
from generator.render.pages import render_outcome
from generator.sums import METHODS, Refusal, Worked, work
from tests import sample_views as sample
from tests import sum_cases as cases

SAMPLES = 400


def worked(name: str, **typed: str) -> Worked:
    found = work(METHODS[name], typed, cases.labels(name))
    assert isinstance(found, Worked), found
    return found


def refused(name: str, **typed: str) -> Refusal:
    found = work(METHODS[name], typed, cases.labels(name))
    assert isinstance(found, Refusal), found
    return found


# ---- amounts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "answer"),
    [
        ("by_days", {"paid": "128", "total": "365", "used": "100"}, "没用的部分，折成 ¥92.93。"),
        ("by_days", {"paid": "1", "total": "1", "used": "1"}, "没用的部分，折成 ¥0.00。"),
        ("by_units", {"paid": "100", "total": "3", "used": "1"}, "没用的部分，折成 ¥66.67。"),
        ("missing_units", {"paid": "95", "total": "10", "missing": "2"}, "缺的部分，折成 ¥19.00。"),
        (
            "short_delivery",
            {"paid": "95", "promised": "100", "arrived": "89.5"},
            "少到的部分，折成 ¥9.98。",
        ),
        (
            "with_bonus",
            {"paid": "100", "bonus": "20", "left": "60"},
            "看原因和约定，在 ¥40.00 到 ¥60.00 之间。",
        ),
        ("with_bonus", {"paid": "100", "bonus": "0", "left": "60"}, "几种算法都是 ¥60.00。"),
        (
            "with_bonus",
            {"paid": "100", "bonus": "50", "left": "10"},
            "看原因和约定，在 ¥0.00 到 ¥10.00 之间。",
        ),
        (
            "three_times",
            {"price": "30"},
            "先要证明对方有欺诈。证明了，可以主张加赔 ¥500.00，连退款一共 ¥530.00。",
        ),
        (
            "three_times",
            {"price": "200"},
            "先要证明对方有欺诈。证明了，可以主张加赔 ¥600.00，连退款一共 ¥800.00。",
        ),
        ("fee_withheld", {"paid": "100", "back": "85"}, "对方扣下了 ¥15.00。"),
        ("renewals", {"price": "15", "charges": "4"}, "这几次一共扣了 ¥60.00。"),
        (
            "less_use",
            {"paid": "199", "month": "15", "months": "5"},
            "扣掉用过的，还有 ¥124.00。",
        ),
        ("less_use", {"paid": "10", "month": "6", "months": "2"}, "扣掉用过的，还有 ¥0.00。"),
        ("by_fault", {"paid": "100", "share": "30"}, "这样分，对方承担 ¥70.00。"),
        (
            "by_fault",
            {"paid": "100", "share": "30", "share-three": "50"},
            "看怎么分，对方承担 ¥50.00 到 ¥70.00。",
        ),
    ],
)
def test_what_comes_out(name: str, typed: dict[str, str], answer: str) -> None:
    assert worked(name, **typed).answer == answer


def test_every_step_is_said_and_only_the_last_rounds() -> None:
    assert worked("short_delivery", paid="９５", promised="1,000", arrived="893").steps == (
        "少到的：1000 － 893 = 107。",
        "按比例折算：¥95.00 × 107 ÷ 1000 = 10.165，四舍五入到分是 ¥10.17。",
    )
    assert worked("by_units", paid="100", total="3", used="2").steps[-1] == (
        "按比例折算：¥100.00 × 1 ÷ 3 = 33.3333…，四舍五入到分是 ¥33.33。"
    )


def test_each_reading_of_a_balance_with_a_bonus_stands_with_its_words() -> None:
    steps = worked("with_bonus", paid="100", bonus="20", left="10").steps
    assert steps[1].startswith("不是你的原因，按优惠比例：¥10.00 × 100 ÷ 120 = 8.3333…")
    assert steps[3] == "你自己不想用了，用掉的按打折前算：¥100.00 不够扣 ¥110.00，算 ¥0.00。"
    assert steps[4] == "约定先花送的，剩下的先算你充的：最多 ¥100.00，算 ¥10.00。"


def test_five_hundred_is_the_least_and_is_said() -> None:
    assert "三倍不到 ¥500.00，加赔按 ¥500.00 算。" in worked("three_times", price="166.66").steps
    assert "三倍到了 ¥500.00，加赔按 ¥500.01 算。" in worked("three_times", price="166.67").steps


def test_shares_of_fault_are_for_others_to_decide() -> None:
    steps = worked("by_fault", paid="100", share="33.33").steps
    assert steps[0] == "你占 33.33%：¥100.00 ×（100 － 33.33）÷ 100 = ¥66.67。"
    assert steps[-1] == "各占多少，由双方商量；商量不成，由法院定。"


ORACLES = {
    "by_days": lambda v: [v["paid"] * (v["total"] - v["used"]) / v["total"]],
    "by_units": lambda v: [v["paid"] * (v["total"] - v["used"]) / v["total"]],
    "missing_units": lambda v: [v["paid"] * v["missing"] / v["total"]],
    "short_delivery": lambda v: [v["paid"] * (v["promised"] - v["arrived"]) / v["promised"]],
    "with_bonus": lambda v: [
        v["left"] * v["paid"] / (v["paid"] + v["bonus"]),
        max(v["left"] - v["bonus"], Fraction(0)),
        min(v["left"], v["paid"]),
    ],
    "three_times": lambda v: [v["price"] + max(3 * v["price"], Fraction(500))],
    "fee_withheld": lambda v: [v["paid"] - v["back"]],
    "renewals": lambda v: [v["price"] * v["charges"]],
    "less_use": lambda v: [max(v["paid"] - v["month"] * v["months"], Fraction(0))],
    "by_fault": lambda v: [
        v["paid"] * (1 - v[key] / 100) for key in ("share", "share-two", "share-three") if key in v
    ],
}
"""The amounts of each method in yuan, by fractions."""


def _yuan(exact: Fraction) -> Decimal:
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize("name", METHODS)
def test_amounts_agree_with_fractions(name: str) -> None:
    compared = 0
    for typed in cases.many(name, SAMPLES, seed=1):
        if not all(re.fullmatch(r"\d+(\.\d+)?", text) for text in typed.values()):
            continue
        found = work(METHODS[name], typed, cases.labels(name))
        if isinstance(found, Worked):
            compared += 1
            values = {key: Fraction(text) for key, text in typed.items()}
            amounts = [_yuan(exact) for exact in ORACLES[name](values)]
            assert (Decimal(found.low) / 100, Decimal(found.high) / 100) == (
                min(amounts), max(amounts),
            ), typed  # fmt: skip
            shown = "".join((*found.steps, found.answer))
            assert all(f"¥{amount:.2f}" in shown for amount in amounts), typed
    assert compared > 20


# ---- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "paid", "请填“付了多少钱”。"),
        ({"paid": "　"}, "paid", "请填“付了多少钱”。"),
        ({"paid": "-3"}, "paid", "“付了多少钱”要大于 0。"),
        ({"paid": "－３"}, "paid", "“付了多少钱”要大于 0。"),
        ({"paid": "0"}, "paid", "“付了多少钱”要大于 0。"),
        ({"paid": "很多"}, "paid", "“付了多少钱”只填数字，例如 128 或 128.50。"),
        ({"paid": "12,5"}, "paid", "“付了多少钱”只填数字，例如 128 或 128.50。"),
        ({"paid": "1e3"}, "paid", "“付了多少钱”只填数字，例如 128 或 128.50。"),
        ({"paid": "1.234"}, "paid", "“付了多少钱”最多写两位小数。"),
        ({"paid": "1" * 10}, "paid", "“付了多少钱”太大了，请看看是不是多打了几位。"),
        ({"paid": "60", "total": "30.5"}, "total", "“一共多少天”只填整数。"),
        ({"paid": "60", "total": "30"}, "used", "请填“已经用了多少天”。"),
        (
            {"paid": "60", "total": "30", "used": "-1"},
            "used",
            "“已经用了多少天”要填 0 或者更大的数。",
        ),
        (
            {"paid": "60", "total": "30", "used": "31"},
            "used",
            "“已经用了多少天”比“一共多少天”还大，请再看一眼。",
        ),
    ],
)
def test_what_is_not_right_gets_a_calm_sentence(
    typed: dict[str, str], field: str, said: str
) -> None:
    assert refused("by_days", **typed) == Refusal(field, said)
    assert max(map(len, re.split("[。，]", said))) <= 40


def test_more_than_was_charged_and_given_is_refused() -> None:
    found = refused("with_bonus", paid="100", bonus="20", left="120.01")
    assert found.text == ("“还剩多少没用”比“自己充了多少钱”加“另外送了多少”还大，请再看一眼。")
    assert refused("by_fault", paid="1", share="100.01").text == "“自己的责任占多少”最多填 100。"


@pytest.mark.parametrize("typed", ["１，２８０。５０", "¥1,280.50元", "１２８０．５", " 1280.5 块"])
def test_full_width_signs_are_read_like_others(typed: str) -> None:
    assert worked("three_times", price=typed) == worked("three_times", price="1280.50")


def test_a_label_of_the_editor_stands_in_the_sentence() -> None:
    labels = {**cases.labels("renewals"), "price": "每月扣款"}
    found = work(METHODS["renewals"], {}, labels)
    assert isinstance(found, Refusal)
    assert found.text == "请填“每月扣款”。"


# ---- the closed set ----------------------------------------------------------------------------


def test_the_model_knows_exactly_these_methods() -> None:
    assert get_args(Sum.model_fields["method"].annotation) == tuple(METHODS)
    assert all(method.work.__doc__ for method in METHODS.values())


@pytest.mark.parametrize("name", METHODS)
def test_a_formula_names_only_fields(name: str) -> None:
    keys = {field.key for field in METHODS[name].fields}
    assert set(re.findall(r"\{([^{}]*)\}", METHODS[name].formula)) <= keys
    assert {most for field in METHODS[name].fields for most in field.at_most} <= keys


def test_every_method_is_used_and_each_says_whether_it_is_law() -> None:
    sums = cases.shipped()
    assert {piece.method for piece in sums.values()} == set(METHODS)
    assert all(piece.provisions for piece in sums.values() if piece.kind == "law")


# ---- pages, files and JSON ---------------------------------------------------------------------


@pytest.mark.parametrize("part", cases.parts(), ids=lambda part: part.id)
def test_without_a_script_formula_blanks_and_an_example_stand(part: cases.SumPart) -> None:
    page = render_outcome(replace(sample.outcome(), sums=(part,)), "")
    for text in (part.title, part.formula, part.note, part.limits, part.answer, part.tag):
        assert text in page
    assert all(f"<li>{step}</li>" in page for step in part.steps)
    assert page.count('class="lb-sum__blank"') == len(part.fields) + 1
    assert re.search(rf'<form [^>]*data-sum="{part.method}"[^>]* hidden>', page)
    inputs = re.findall(r"<input [^>]*>", page)
    assert len(inputs) == len(part.fields)
    assert all('inputmode="decimal"' in one and " name=" not in one for one in inputs)
    for field in part.fields:
        assert f'<label for="sum-{part.id}-{field.key}">{field.label}' in page


@pytest.mark.parametrize("part", cases.parts(), ids=lambda part: part.id)
def test_files_hold_the_formula_the_blanks_and_the_example(part: cases.SumPart) -> None:
    made = checklist(replace(sample.outcome(), sums=(part,)), "", "2026-11-21")
    [section] = [one for one in made.sections if one.title == "退多少，怎么算"]
    [item] = section.items
    assert (item.text, item.tag) == (part.title, part.tag)
    assert item.notes[0] == part.formula
    assert item.notes[1].count("【") == len(part.fields) + 1
    assert item.notes[2].endswith("".join(part.steps) + part.answer)
    text = markdown.export(made, as_of=date.min).decode()
    assert part.formula in text


def test_machines_get_the_example_too() -> None:
    [part] = [one for one in cases.parts() if one.method == "renewals"]
    data = json.loads(json.dumps(_part(part)))
    assert set(data) == {
        "id", "title", "method", "tag", "formula", "fields", "given", "steps", "answer", "note",
        "limits", "citations",
    }  # fmt: skip
    assert data["fields"][0]["key"] == "price"
