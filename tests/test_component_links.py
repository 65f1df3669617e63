# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<decision-guide>: links that went wrong lead to the nearest question."""

from __future__ import annotations

import pytest
from component_fixture import component_context, component_site, page
from component_steps import GUIDE, LOST, asks, fragment, notice
from playwright.sync_api import Page, expect

HOSTILE = [
    ("%", "problem"),
    ("%E0%A4%A", "problem"),
    ("=", "problem"),
    ("==", "problem"),
    ("=problem", "problem"),
    ("problem", "problem"),
    ("problem=", "problem"),
    ("problem=nowhere", "problem"),
    ("problem=%", "problem"),
    ("problem=__proto__", "problem"),
    ("problem=constructor", "problem"),
    ("__proto__=polluted", "problem"),
    ("constructor=prototype", "problem"),
    ("toString=1&hasOwnProperty=1", "problem"),
    ("__proto__[x]=1&__proto__.y=1", "problem"),
    ("x" * 100_000, "problem"),
    ("problem=" + "x" * 100_000, "problem"),
    ("problem=not_arrived&" + "a=b&" * 25_000, "delivery"),
    ("😀=🎉&problem=not_arrived", "delivery"),
    ("problem=😀", "problem"),
    ("problem=not_arrived&problem=regret", "delivery"),
    ("problem=not_arrived&unknown=1", "delivery"),
    ("problem=not_arrived&received=d7", "delivery"),
    ("problem=not_arrived&delivery=<img src=x onerror=alert(1)>", "delivery"),
    ("problem=not_arrived&at=nowhere", "delivery"),
    ("problem=not_arrived&at=channel", "delivery"),
    ("problem=not_arrived&at=__proto__", "delivery"),
    ("proof.page=yes", "problem"),
    ("problem=code_bad&received=d7&proof=page,nothing", "proof"),
    ("problem=code_bad&received=d7&proof=", "proof"),
    ("problem=code_bad&received=d7&proof=none,page", "proof"),
    ("problem=code_bad&received=unsure&proof=page", "received"),
    ("javascript:alert(1)", "problem"),
    ("problem=not_arrived\x00&delivery=promised", "problem"),
]


def test_a_broken_link_leads_to_the_nearest_question_and_says_so(page: Page) -> None:
    page.goto(GUIDE)
    for broken, fact in HOSTILE:
        page.evaluate("location.hash = 'problem=regret'")
        expect(notice(page)).to_be_hidden()
        page.evaluate("(text) => { location.hash = text }", broken)
        expect(notice(page), broken[:60]).to_have_text(LOST)
        asks(page, fact)
        assert len(fragment(page)) < 200, broken[:60]
        assert page.evaluate("[{}.polluted, {}.x, {}.y]") == [None, None, None]


@pytest.mark.parametrize(
    ("broken", "fact"),
    [
        ("__proto__=1&problem=not_arrived", "delivery"),
        ("problem=not_arrived&received=d7", "delivery"),
    ],
)
def test_a_broken_link_is_mended_in_the_address_for_good(
    page: Page, broken: str, fact: str
) -> None:
    page.goto(f"{GUIDE}#{broken}")
    expect(notice(page)).to_have_text(LOST)
    assert fragment(page) == "problem=not_arrived"
    page.reload()
    asks(page, fact)
    expect(notice(page)).to_be_hidden()


@pytest.mark.parametrize(
    "odd",
    [
        "problem=not_arrived&&",
        "&problem=not_arrived",
        "problem%3Dx=1&problem=not_arrived",
        "problem=not%5Farrived",
        "problem=not_arrived&at=delivery",
        "problem=not_arrived&from=late",
    ],
)
def test_an_address_that_is_only_oddly_written_is_put_right(page: Page, odd: str) -> None:
    page.goto(f"{GUIDE}#{odd}")
    asks(page, "delivery")
    assert fragment(page) == "problem=not_arrived"
