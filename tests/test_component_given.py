# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<decision-guide>: a guide that takes an answer as given begins after it."""

from __future__ import annotations

from component_fixture import DOOR, component_context, component_site, page
from component_steps import asks, fragment, notice, option, tap, trail
from playwright.sync_api import Page, expect


def test_it_opens_with_the_next_question_as_the_first(page: Page) -> None:
    page.goto(DOOR)
    asks(page, "delivery")
    expect(page.locator(".lb-question__progress")).to_contain_text("第 1 题")
    expect(page.get_by_role("button", name="上一步")).to_be_hidden()
    assert trail(page) == ["遇到的问题没到账已知改"]


def test_the_given_answer_goes_along_to_the_outcome(page: Page) -> None:
    page.goto(DOOR)
    tap(page, "没说过")
    assert fragment(page) == "problem=not_arrived&delivery=none"


def test_it_can_be_changed_like_any_other(page: Page) -> None:
    page.goto(DOOR)
    trail(page)
    page.get_by_role("button", name="改").first.click()
    asks(page, "problem")
    tap(page, "不想要了")
    assert fragment(page).startswith("problem=regret")
    page.reload()
    assert fragment(page).startswith("problem=regret")


def test_an_address_says_otherwise(page: Page) -> None:
    page.goto(f"{DOOR}#problem=regret")
    asks(page, "minor")
    expect(notice(page)).to_be_hidden()


def test_the_way_back_ends_at_the_first_question_asked(page: Page) -> None:
    page.goto(DOOR)
    tap(page, "说过")
    asks(page, "amount")
    page.get_by_role("button", name="上一步").click()
    asks(page, "delivery")
    expect(page.get_by_role("button", name="上一步")).to_be_hidden()
