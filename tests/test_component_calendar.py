# SPDX-License-Identifier: MIT
# ruff: noqa: F811 (fixtures are imported by name)
"""The calendar of <outcome-view> in Chromium: which days are taken, and the file they give."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from component_fixture import component_context, component_site, page  # noqa: F401
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

OUTCOME = "outcomes/full-refund/"


def saved(page: Page, tmp_path: Path) -> tuple[bytes, Calendar]:
    """Press the button; the file it gives, raw and read."""
    with page.expect_download() as download:
        page.get_by_role("button", name="生成日历文件").click()
    download.value.save_as(tmp_path / "limits.ics")
    assert download.value.suggested_filename == "退款期限-full-refund.ics"
    raw = (tmp_path / "limits.ics").read_bytes()
    return raw, Calendar.from_ical(raw)


def test_one_field_for_each_clock_and_the_last_day_beside_each_limit(page: Page) -> None:
    page.goto(OUTCOME)
    assert page.locator(".lb-calform input").count() == 2
    page.get_by_label("收到商品是哪天").fill("2026-01-31")
    expect(page.locator("#d-seven")).to_contain_text("最后一天：2026年2月7日（周六）")
    expect(page.locator("#d-month")).to_contain_text("最后一天：2026年2月28日（周六）")
    expect(page.locator("#d-years .lb-due")).to_have_count(0)
    page.get_by_label("收到商品是哪天").fill("")
    expect(page.locator(".lb-due")).to_have_count(0)


def test_the_calendar_file_is_standard_and_stable(page: Page, tmp_path: Path) -> None:
    page.goto(OUTCOME)
    page.get_by_label("收到商品是哪天").fill("2026-01-31")
    page.get_by_label("知道被坑是哪天").fill("2024-02-29")
    raw, calendar = saved(page, tmp_path)
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert {uid: event["dtstart"].dt for uid, event in events.items()} == {
        "full-refund-seven-days@lubiao": date(2026, 2, 7),
        "full-refund-one-month@lubiao": date(2026, 2, 28),
        "full-refund-suit@lubiao": date(2027, 2, 28),
    }
    suit = events["full-refund-suit@lubiao"]
    assert str(suit["summary"]) == "最后一天：起诉, 三年; 别拖"
    assert suit["dtend"].dt == date(2027, 3, 1)
    assert suit["dtstart"].params["VALUE"] == "DATE"
    (alarm,) = suit.walk("VALARM")
    assert alarm["trigger"].dt == -timedelta(hours=15)
    assert alarm["action"] == "DISPLAY"
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    expect(page.get_by_text("里面有 3 个期限")).to_be_visible()


def test_limits_filtered_out_by_the_answers_are_not_in_the_file(page: Page, tmp_path: Path) -> None:
    page.goto(f"{OUTCOME}#problem=unsure&channel=wechat")
    page.get_by_label("收到商品是哪天").fill("2026-01-31")
    _, calendar = saved(page, tmp_path)
    assert [str(event["uid"]) for event in calendar.walk("VEVENT")] == [
        "full-refund-seven-days@lubiao"
    ]


def test_no_date_at_all_is_said(page: Page) -> None:
    page.goto(OUTCOME)
    page.get_by_role("button", name="生成日历文件").click()
    field = page.get_by_label("收到商品是哪天")
    expect(field).to_be_focused()
    expect(fault_of(page, "收到商品")).to_have_text("请至少填一个日期，我们才能算出最后一天。")


def fault_of(page: Page, clock: str) -> Locator:
    """The line beside the field of `clock` that says what is wrong."""
    described = page.get_by_label(f"{clock}是哪天").get_attribute("aria-describedby")
    return page.locator(f"#{described}[role=alert]")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("tomorrow", "这一天还没到。请填今天，或者今天以前的日期。"),
        ("9999-12-31", "这个年份不对，请看看是不是打错了。"),
        ("10000-12-31", "这个年份不对，请看看是不是打错了。"),
        ("0001-01-01", "这个年份不对，请看看是不是打错了。"),
    ],
)
def test_a_day_that_cannot_be_gives_no_last_day_and_no_file(
    page: Page, day: str, said: str
) -> None:
    page.goto(OUTCOME)
    tomorrow = datetime.now(ZoneInfo("Asia/Shanghai")).date() + timedelta(1)
    page.get_by_label("收到商品是哪天").fill("2026-01-31")
    field = page.get_by_label("知道被坑是哪天")
    field.fill(tomorrow.isoformat() if day == "tomorrow" else day)
    field.blur()
    expect(fault_of(page, "知道被坑")).to_have_text(said)
    expect(fault_of(page, "收到商品")).to_be_empty()
    expect(page.locator("#d-years .lb-due")).to_have_count(0)
    files: list[str] = []
    page.on("download", lambda file: files.append(file.url))
    page.get_by_role("button", name="生成日历文件").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert "undefined" not in page.locator("body").inner_text()
    assert files == []
    field.fill("2026-01-31")
    expect(fault_of(page, "知道被坑")).to_be_empty()


def test_the_dates_can_be_copied_or_read_instead(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(OUTCOME)
    page.get_by_label("知道被坑是哪天").fill("2026-05-01")
    page.get_by_role("button", name="复制日期").click()
    expect(page.locator(".lb-form__said")).to_have_text(
        "起诉, 三年; 别拖：最后一天 2029年5月1日（周二）"
    )
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
