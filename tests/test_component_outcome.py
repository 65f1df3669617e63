# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<outcome-view> in Chromium: what the answers leave on the page, copying, the calendar, paper."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from component_fixture import component_context, component_site, page
from icalendar import Calendar
from playwright.sync_api import Page, expect

OUTCOME = "outcomes/full-refund/"
ANSWERS = "problem=not_arrived&delivery=promised&amount=under_500&proof=page&channel=alipay"


def visible(page: Page, *ids: str) -> list[bool]:
    return [page.locator(f"#{name}").is_visible() for name in ids]


def notice(page: Page):  # type: ignore[no-untyped-def]
    return page.locator("[data-slot=notice]")


# ---- parts and answers -------------------------------------------------------------------------


def test_without_answers_everything_stands_with_its_condition(page: Page) -> None:
    page.goto(OUTCOME)
    parts = ("if-alipay", "if-wechat", "if-promised", "if-no-chat", "if-regret", "h-regret")
    assert visible(page, *parts) == [True] * 6
    expect(page.locator(".lb-when").first).to_be_visible()
    expect(page.locator("[data-slot=answers]")).to_be_hidden()
    expect(page.locator("[data-slot=flips]")).to_be_hidden()
    expect(notice(page)).to_be_hidden()


def test_answers_leave_only_their_parts_without_the_if(page: Page) -> None:
    page.goto(f"{OUTCOME}#{ANSWERS}")
    assert visible(page, "always", "if-alipay", "if-promised", "if-no-chat") == [True] * 4
    assert visible(page, "if-wechat", "if-regret", "h-regret") == [False] * 3
    assert page.locator(".lb-when:visible").count() == 0
    expect(page.locator("#if-alipay")).to_contain_text("支付宝的做法")


def test_an_unasked_fact_has_its_own_column_in_the_table(page: Page) -> None:
    page.goto(f"{OUTCOME}#problem=unsure&channel=wechat")
    assert visible(page, "if-wechat") == [True]
    assert visible(page, "if-alipay", "if-promised", "if-no-chat") == [False] * 3


def test_a_section_without_parts_left_goes_with_its_heading(page: Page) -> None:
    page.goto(f"{OUTCOME}#problem=unsure&channel=wechat")
    assert visible(page, "s-why", "s-letters") == [True, True]
    expect(page.get_by_role("heading", name="依据")).to_be_hidden()
    page.goto(f"{OUTCOME}#{ANSWERS}")
    expect(page.get_by_role("heading", name="依据")).to_be_visible()


def test_the_answers_are_listed_and_each_can_be_changed(page: Page) -> None:
    page.goto(f"{OUTCOME}#{ANSWERS}")
    page.get_by_text("你的回答（5）").click()
    rows = page.locator(".lb-trail__row")
    assert rows.locator(".lb-trail__value").all_text_contents() == [
        "没到账",
        "说过",
        "不到 500 元",
        "商品页截图",
        "支付宝",
    ]
    page.get_by_role("link", name="改「付款方式」的回答").click()
    page.wait_for_url(f"**/guides/refund/#{ANSWERS}&at=channel")
    expect(page.locator("h2")).to_have_text("用什么付的款？")
    page.locator(".lb-option", has_text="银行卡").click()
    page.wait_for_url("**/outcomes/bargain/#*channel=card")


def test_what_would_change_the_outcome_is_computed(page: Page) -> None:
    page.goto(f"{OUTCOME}#{ANSWERS.replace('proof=page', 'proof=pay')}")
    rows = page.locator("[data-slot=flips] li")
    assert rows.all_text_contents() == [
        "如果「到账时间」是「没说过」，结论会变成：很难要求退款",
    ]
    page.goto(f"{OUTCOME}#{ANSWERS}")
    assert rows.all_text_contents()[1:] == [
        "如果「付款方式」是「微信支付」或「银行卡」，结论会变成：可以协商退一部分"
    ]
    rows.locator("a").last.click()
    page.wait_for_url("**/outcomes/bargain/#*channel=wechat")
    expect(notice(page)).to_be_hidden()


def test_another_guide_named_in_the_address_is_walked_from_its_own_start(page: Page) -> None:
    page.goto(f"{OUTCOME}#delivery=promised&amount=over&proof=none&channel=alipay&from=late")
    expect(page.locator("[data-slot=answers]")).to_be_visible()
    assert page.url.endswith("&from=late")
    page.locator("summary", has_text="你的回答").click()
    href = page.get_by_role("link", name="改「付款方式」的回答").get_attribute("href")
    assert href is not None
    assert href.startswith("../../guides/late/#delivery=")


def test_the_default_guide_is_not_named(page: Page) -> None:
    page.goto(f"{OUTCOME}#{ANSWERS}&from=refund")
    expect(page.locator("[data-slot=answers]")).to_be_visible()
    assert page.url.endswith(f"#{ANSWERS}")


@pytest.mark.parametrize(
    ("broken", "link", "href"),
    [
        ("problem=not_arrived", "回到指引接着答", "guides/refund/#problem=not_arrived"),
        ("problem=nothing", "回到指引接着答", "guides/refund/"),
        ("%%%", "回到指引接着答", "guides/refund/"),
        (
            f"{ANSWERS}&__proto__=1",
            "看这些回答对应的结论：可以要求全额退款",
            f"guides/refund/#{ANSWERS}",
        ),
        (
            "problem=regret&minor=yes",
            "看这些回答对应的结论：由监护人出面要求退款",
            "guides/refund/#problem=regret&minor=yes",
        ),
        (
            f"{ANSWERS}&from=nowhere",
            "看这些回答对应的结论：可以要求全额退款",
            f"guides/refund/#{ANSWERS}",
        ),
    ],
)
def test_answers_that_do_not_lead_here_are_said_and_nothing_is_hidden(
    page: Page, broken: str, link: str, href: str
) -> None:
    page.goto(f"{OUTCOME}#{broken}")
    expect(notice(page)).to_contain_text("链接里的回答对不上这个结论")
    expect(notice(page).get_by_role("link")).to_have_text(link)
    expect(notice(page).get_by_role("link")).to_have_attribute("href", f"../../{href}")
    assert visible(page, "if-alipay", "if-wechat", "if-regret") == [True] * 3
    expect(page.locator("[data-slot=answers]")).to_be_hidden()


def test_a_place_on_the_page_keeps_what_is_shown(page: Page) -> None:
    page.goto(f"{OUTCOME}#{ANSWERS}")
    page.get_by_text("跳到正文").click()
    assert page.url.endswith("#content")
    assert visible(page, "if-alipay", "if-wechat") == [True, False]
    page.evaluate("location.hash = 'problem=unsure&channel=wechat'")
    expect(page.locator("#if-wechat")).to_be_visible()
    assert visible(page, "if-alipay") == [False]
    page.evaluate("location.hash = ''")
    expect(page.locator("#if-alipay")).to_be_visible()


@pytest.mark.parametrize("at", ["", f"#{ANSWERS}"])
def test_the_page_passes_axe(page: Page, at: str) -> None:
    page.goto(OUTCOME + at)
    page.locator(".lb-calform").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


# ---- copying -----------------------------------------------------------------------------------


def test_copy_puts_the_text_on_the_clipboard_and_says_so(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(OUTCOME)
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    assert "订单【订单号】没有到账，请退款。" in page.evaluate("navigator.clipboard.readText()")


def test_where_the_clipboard_is_closed_the_text_is_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(OUTCOME)
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_text("已选中，请按复制")).to_be_visible()
    assert "请退款" in page.evaluate("getSelection().toString()")


# ---- the calendar ------------------------------------------------------------------------------


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
    expect(page.get_by_role("alert")).to_have_text("请至少填一个日期，我们才能算出最后一天。")
    expect(page.get_by_label("收到商品是哪天")).to_be_focused()


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


# ---- paper -------------------------------------------------------------------------------------


def test_printing_unfolds_everything_and_folds_it_again(page: Page) -> None:
    page.goto(OUTCOME)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(
        "[document.querySelector('#fold').open, document.querySelector('#open').open]"
    ) == [False, True]
