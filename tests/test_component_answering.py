# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Answering in <decision-guide>: tapping, progress, several at once."""

from __future__ import annotations

from component_fixture import component_context, component_site, page
from component_steps import FAR, GUIDE, asks, fragment, option, tap
from playwright.sync_api import Page, expect


def test_a_tap_answers_and_the_last_one_leads_to_the_outcome(page: Page) -> None:
    page.goto(GUIDE)
    asks(page, "problem")
    tap(page, "没到账")
    asks(page, "delivery")
    assert fragment(page) == "problem=not_arrived"
    tap(page, "没说过")
    tap(page, "5000 元以上")
    page.wait_for_url("**/outcomes/guardian/#problem=not_arrived&delivery=none&amount=over")


def test_back_from_the_outcome_returns_to_the_last_question(page: Page) -> None:
    page.goto(f"{GUIDE}#{FAR}")
    tap(page, "支付宝")
    page.wait_for_url("**/outcomes/full-refund/**")
    page.go_back()
    asks(page, "channel")
    assert fragment(page) == FAR


def test_options_are_big_buttons_with_their_hints(page: Page) -> None:
    page.goto(GUIDE)
    first = page.locator("button.lb-option").first
    expect(first).to_contain_text("话费、点卡、会员都算")
    for box in (item.bounding_box() for item in page.locator("button.lb-option").all()):
        assert box is not None
        assert box["height"] >= 56
        assert box["width"] >= 360


def test_progress_is_honest_on_every_screen(page: Page) -> None:
    said = page.locator(".lb-question__progress")
    page.goto(GUIDE)
    expect(said).to_have_text("第 1 题 · 大约还有 1–5 题")
    tap(page, "没到账")
    expect(said).to_have_text("第 2 题 · 大约还有 1–4 题")
    tap(page, "没说过")
    expect(said).to_have_text("第 3 题 · 最后一题")
    page.goto(f"{GUIDE}#problem=unsure")
    expect(said).to_have_text("第 2 题 · 最多还有 1 题")
    page.goto(f"{GUIDE}#problem=code_bad&received=older")
    expect(said).to_have_text("第 3 题 · 最后一题")


def test_known_answers_shorten_the_way_that_is_announced(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived&amount=over&proof=none")
    asks(page, "delivery")
    expect(page.locator(".lb-question__progress")).to_have_text("第 2 题 · 最多还有 1 题")


def test_help_opens_in_place_with_text_and_picture(page: Page) -> None:
    page.goto(GUIDE)
    page.get_by_text("怎么看？").click()
    expect(page.get_by_text("看订单里写的状态。")).to_be_visible()
    expect(page.locator(".lb-help svg")).to_be_visible()
    tap(page, "没到账")
    expect(page.get_by_text("怎么看？")).to_have_count(0)
