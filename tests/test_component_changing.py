# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<decision-guide>: changing answers, going back, reloading, sharing."""

from __future__ import annotations

from component_fixture import component_context, component_site, page
from component_steps import FAR, GUIDE, asks, fragment, notice, option, tap, trail
from playwright.sync_api import Page, expect


def test_changing_keeps_what_is_still_asked_and_lists_what_is_dropped(page: Page) -> None:
    page.goto(GUIDE)
    for label in ("没到账", "说过", "不到 500 元"):
        tap(page, label)
    page.get_by_label("聊天记录").check()
    page.get_by_role("button", name="继续").click()
    page.locator(".lb-trail summary").click()
    page.get_by_role("button", name="改「遇到的问题」的回答").click()
    assert fragment(page).endswith("&at=problem")
    asks(page, "problem")
    expect(option(page, "没到账")).to_have_attribute("aria-current", "true")
    expect(option(page, "没到账")).to_contain_text("你之前选的")
    tap(page, "卡密用不了")
    asks(page, "received")
    expect(notice(page)).to_contain_text("因为你改了「遇到的问题」，下面的回答用不上了：")
    assert notice(page).locator("li").all_text_contents() == [
        "到账时间：说过",
        "付了多少钱：不到 500 元",
    ]
    tap(page, "7 天之内")
    asks(page, "channel")
    assert fragment(page) == "problem=code_bad&received=d7&proof=chat"
    assert trail(page) == [
        "遇到的问题卡密用不了改",
        "收到的日期7天之内改",
        "手上的证据聊天记录已知改",
    ]
    expect(notice(page)).to_be_hidden()


def test_changing_to_the_same_answer_changes_nothing(page: Page) -> None:
    page.goto(f"{GUIDE}#{FAR}&at=delivery")
    expect(page.locator(".lb-question__progress")).to_have_text("第 2 题 · 修改回答")
    page.locator(".lb-option[aria-current]").click()
    asks(page, "channel")
    assert fragment(page) == FAR
    expect(notice(page)).to_be_hidden()


def test_a_change_that_ends_the_walk_names_the_dropped_answers_on_the_outcome(page: Page) -> None:
    page.goto(f"{GUIDE}#{FAR}&at=delivery")
    tap(page, "没说过")
    page.wait_for_url("**/outcomes/hard/#problem=not_arrived&delivery=none&amount=under_500")
    said = page.locator("outcome-view [data-slot=notice]")
    expect(said).to_contain_text("手上的证据：商品页截图")


def test_browser_history_and_the_back_button_agree(page: Page) -> None:
    page.goto(GUIDE)
    back = page.get_by_role("button", name="← 上一步")
    expect(back).to_be_hidden()
    tap(page, "没到账")
    tap(page, "说过")
    asks(page, "amount")
    page.go_back()
    asks(page, "delivery")
    page.go_forward()
    asks(page, "amount")
    back.click()
    asks(page, "delivery")
    expect(option(page, "说过").first).to_have_attribute("aria-current", "true")
    back.click()
    asks(page, "problem")
    assert fragment(page) == ""
    expect(back).to_be_hidden()


def test_back_works_on_a_shared_link_too(page: Page) -> None:
    page.goto(f"{GUIDE}#{FAR}")
    page.get_by_role("button", name="← 上一步").click()
    asks(page, "proof")
    assert fragment(page) == f"{FAR}&at=proof"


def test_reload_lands_in_the_same_place_and_a_link_carries_known_answers(page: Page) -> None:
    page.goto(f"{GUIDE}#{FAR}")
    asks(page, "channel")
    assert all("已知" in row for row in trail(page))
    page.reload()
    asks(page, "channel")
    assert len(trail(page)) == 4
    assert fragment(page) == FAR


def test_a_finished_address_goes_to_its_outcome_without_a_stop(page: Page) -> None:
    page.goto("two/")
    page.goto(f"{GUIDE}#{FAR}&channel=alipay")
    page.wait_for_url("**/outcomes/full-refund/**")
    page.go_back()
    page.wait_for_url("**/two/")


def test_a_place_on_the_page_is_no_answer(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived")
    page.get_by_text("跳到正文").click()
    asks(page, "delivery")
    expect(notice(page)).to_be_hidden()
    page.goto("two/#one")
    expect(page.locator("#one .lb-notice")).to_be_hidden()
    assert fragment(page) == "one"


def test_coming_back_from_the_page_cache_shows_the_choice(page: Page) -> None:
    page.goto(f"{GUIDE}#{FAR}")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    asks(page, "channel")
    expect(page.locator(".lb-option")).to_have_count(3)
