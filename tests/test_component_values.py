# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Numbers, dates and several at once in <decision-guide>: what is taken, what is said."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from component_fixture import component_context, component_site, page
from component_steps import GUIDE, asks, fragment, option, tap, trail
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize(
    ("typed", "band"),
    [
        ("0", "under_500"),
        ("499.99", "under_500"),
        ("５００", "under_5000"),
        ("¥1,280.00元", "under_5000"),
        ("5000", "over"),
        ("１２８．５块", "under_500"),
        ("１，２８０。５０", "under_5000"),
        (".5", "under_500"),
        ("999999999", "over"),
    ],
)
def test_a_number_finds_its_band_and_stays_out_of_the_address(
    page: Page, typed: str, band: str
) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived&delivery=promised")
    page.get_by_label("也可以直接填：付了多少钱").fill(typed)
    page.get_by_role("button", name="继续").click()
    asks(page, "proof")
    assert fragment(page) == f"problem=not_arrived&delivery=promised&amount={band}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "请先填一个数字"),
        ("很多", "这里只填数字"),
        ("-3", "这里只填数字"),
        ("－３", "这里只填数字"),
        ("1e9", "这里只填数字"),
        ("1.2.3", "这里只填数字"),
        (".", "这里只填数字"),
        ("Infinity", "这里只填数字"),
        ("1000000000", "这个数太大了"),
        ("9" * 400, "这个数太大了"),
    ],
)
def test_a_bad_number_gets_a_calm_message_tied_to_the_field(
    page: Page, typed: str, said: str
) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived&delivery=promised")
    field = page.get_by_label("也可以直接填：付了多少钱")
    field.fill(typed)
    field.press("Enter")
    fault = page.get_by_role("alert")
    expect(fault).to_contain_text(said)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert field.get_attribute("aria-describedby") == fault.get_attribute("id")
    asks(page, "amount")


def test_a_typed_value_is_still_there_after_going_back(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived&delivery=promised")
    page.get_by_label("也可以直接填：付了多少钱").fill("128")
    page.get_by_role("button", name="继续").click()
    asks(page, "proof")
    page.go_back()
    asks(page, "amount")
    expect(page.get_by_label("也可以直接填：付了多少钱")).to_have_value("128")
    expect(option(page, "不到 500 元")).to_have_attribute("aria-current", "true")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


@pytest.mark.parametrize(
    ("days", "band"), [(0, "d7"), (7, "d7"), (8, "d30"), (30, "d30"), (31, "older")]
)
def test_a_date_finds_its_band_by_whole_days(page: Page, days: int, band: str) -> None:
    page.goto(f"{GUIDE}#problem=code_bad")
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    page.get_by_label("也可以直接填：收到的日期").fill((today - timedelta(days)).isoformat())
    page.get_by_role("button", name="继续").click()
    asks(page, "channel" if band == "older" else "proof")
    assert fragment(page) == f"problem=code_bad&received={band}"


def fill_day(page: Page, day: str) -> None:
    page.get_by_label("也可以直接填：收到的日期").fill(day)
    page.get_by_role("button", name="继续").click()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("tomorrow", "这一天还没到。请填今天，或者今天以前的日期。"),
        ("9999-12-31", "这个年份不对，请看看是不是打错了。"),
        ("10000-12-31", "这个年份不对，请看看是不是打错了。"),
        ("275760-01-01", "这个年份不对，请看看是不是打错了。"),
        ("1999-12-31", "这个年份不对，请看看是不是打错了。"),
        ("0026-05-01", "这个年份不对，请看看是不是打错了。"),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_the_field(page: Page, day: str, said: str) -> None:
    page.goto(f"{GUIDE}#problem=code_bad")
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    fill_day(page, (today + timedelta(1)).isoformat() if day == "tomorrow" else day)
    fault = page.get_by_role("alert")
    expect(fault).to_have_text(said)
    field = page.get_by_label("也可以直接填：收到的日期")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert field.get_attribute("aria-describedby") == fault.get_attribute("id")
    assert field.get_attribute("max") == today.isoformat()
    asks(page, "received")


def test_a_fact_about_days_to_come_takes_them_but_no_absurd_ones(page: Page) -> None:
    read = """([day, options]) => globalThis.lubiaoWalk.readDate(
      { value: day, validity: {} }, "2026-05-01", { options })"""
    due = [{"id": "not_due", "below": 1}, {"id": "overdue"}, {"id": "unsure"}]
    page.goto(GUIDE)
    assert page.evaluate(read, ["2026-06-01", due]) == {"value": -31}
    assert page.evaluate(read, ["2037-01-01", due]) == {
        "wrong": "这个年份不对，请看看是不是打错了。"
    }
    received = [{"id": "d7", "below": 8}, {"id": "older"}]
    assert page.evaluate(read, ["2026-05-02", received])["wrong"].startswith("这一天还没到")


@pytest.mark.parametrize(
    ("zone", "now", "day", "band"),
    [
        ("America/New_York", "2026-03-09T00:30:00-04:00", "2026-03-02", "d7"),  # clocks went on
        ("America/New_York", "2026-11-02T23:30:00-05:00", "2026-10-26", "d7"),  # clocks went back
        ("America/New_York", "2026-11-03T00:30:00-05:00", "2026-10-26", "d30"),
        ("Pacific/Kiritimati", "2026-05-09T00:10:00+14:00", "2026-05-02", "d7"),
        ("Pacific/Pago_Pago", "2026-05-08T23:50:00-11:00", "2026-05-01", "d7"),
        ("Asia/Shanghai", "2026-05-09T00:10:00+08:00", "2026-05-01", "d30"),
    ],
)
def test_days_are_the_readers_own_in_every_time_zone(
    chromium: Browser, component_site: str, zone: str, now: str, day: str, band: str
) -> None:
    context = chromium.new_context(base_url=component_site, timezone_id=zone)
    opened = context.new_page()
    opened.clock.set_fixed_time(datetime.fromisoformat(now))
    opened.goto(f"{GUIDE}#problem=code_bad")
    fill_day(opened, day)
    asks(opened, "proof")
    assert fragment(opened) == f"problem=code_bad&received={band}"
    context.close()


def test_no_date_is_said_calmly_and_a_band_can_be_tapped(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=code_bad")
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("alert")).to_have_text("请先选一个日期，或者直接点上面的一项。")
    tap(page, "更早")
    asks(page, "channel")


def test_several_at_once_with_an_explicit_none(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=code_bad&received=d7")
    asks(page, "proof")
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("alert")).to_contain_text("请勾选你有的")
    page.get_by_label("商品页截图").check()
    page.get_by_label("付款记录").check()
    page.get_by_role("button", name="继续").click()
    asks(page, "channel")
    assert fragment(page).endswith("&proof=page,pay")
    page.locator(".lb-trail summary").click()
    page.get_by_role("button", name="改「手上的证据」的回答").click()
    expect(page.get_by_label("付款记录")).to_be_checked()
    expect(page.get_by_label("聊天记录")).not_to_be_checked()
    tap(page, "都没有")
    asks(page, "channel")
    assert fragment(page).endswith("&proof=none")
