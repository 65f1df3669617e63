# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<decision-guide> in Chromium, as a reader meets it: tapping, typing, going back, broken links."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import ARGS
from component_fixture import FACTS, component_context, component_site, page, write_site
from playwright.sync_api import Browser, Page, expect

GUIDE = "guides/refund/"
FAR = "problem=not_arrived&delivery=promised&amount=under_500&proof=page"
LOST = "链接里有些回答已经对不上了，我们带你回到能接着答的地方。"


def fragment(page: Page) -> str:
    return urlsplit(page.url).fragment


def asks(page: Page, fact: str) -> None:
    """The question on show is that of `fact`, or of the group `proof`."""
    question = "手上有哪些证据？" if fact == "proof" else FACTS[fact]["q"]
    expect(page.locator("decision-guide h2")).to_have_text(question)


def option(page: Page, label: str):  # type: ignore[no-untyped-def]
    return page.locator(".lb-option", has_text=label)


def tap(page: Page, label: str) -> None:
    option(page, label).click()


def notice(page: Page):  # type: ignore[no-untyped-def]
    return page.locator("decision-guide .lb-notice")


def trail(page: Page) -> list[str]:
    """The answers listed, one text a row; the list is made when it is opened."""
    page.locator(".lb-trail").evaluate("(fold) => { fold.open = true; }")
    page.wait_for_function("document.querySelector('.lb-trail__row') !== null")
    rows = page.locator(".lb-trail__row").all()
    return [re.sub(r"\s+", "", row.text_content() or "") for row in rows]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


# ---- answering ---------------------------------------------------------------------------------


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


# ---- numbers, dates, several at once -----------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "band"),
    [
        ("0", "under_500"),
        ("499.99", "under_500"),
        ("５００", "under_5000"),
        ("¥1,280.00元", "under_5000"),
        ("5000", "over"),
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
    ("typed", "said"), [("", "请先填一个数字"), ("很多", "这里只填数字"), ("-3", "这里只填数字")]
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
    ("days", "band"), [(0, "d7"), (7, "d7"), (8, "d30"), (30, "d30"), (31, "older"), (-20, "d7")]
)
def test_a_date_finds_its_band_by_whole_days(page: Page, days: int, band: str) -> None:
    page.goto(f"{GUIDE}#problem=code_bad")
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    page.get_by_label("也可以直接填：收到的日期").fill((today - timedelta(days)).isoformat())
    page.get_by_role("button", name="继续").click()
    asks(page, "channel" if band == "older" else "proof")
    assert fragment(page) == f"problem=code_bad&received={band}"


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


# ---- changing, going back ----------------------------------------------------------------------


def test_changing_keeps_what_is_still_asked_and_lists_what_is_dropped(page: Page) -> None:
    page.goto(GUIDE)
    for label in ("没到账", "说过", "不到 500 元"):
        option(page, label).first.click()
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
    option(page, "说过").first.click()
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


# ---- links that went wrong ---------------------------------------------------------------------

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


# ---- keyboard, focus, announcements, motion ----------------------------------------------------


def test_the_whole_guide_with_the_keyboard_only(page: Page) -> None:
    page.goto(GUIDE)
    assert page.evaluate("document.activeElement === document.body")
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(option(page, "没到账")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(option(page, "卡密")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    asks(page, "delivery")
    page.keyboard.press("1")
    asks(page, "amount")
    page.keyboard.press("ArrowDown")
    expect(option(page, "不到 500 元")).to_be_focused()
    page.keyboard.press("End")
    expect(option(page, "不确定")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    asks(page, "proof")
    page.keyboard.press("2")
    expect(page.get_by_label("聊天记录")).to_be_checked()
    page.keyboard.press("Enter")
    asks(page, "channel")
    page.keyboard.press("Control+1")
    asks(page, "channel")
    page.keyboard.press("3")
    page.wait_for_url(
        "**/outcomes/bargain/#problem=not_arrived&delivery=promised&amount=under_500&proof=chat&channel=card"
    )


def test_digits_in_a_field_are_only_typed(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived&delivery=promised")
    page.get_by_label("也可以直接填：付了多少钱").press_sequentially("12")
    asks(page, "amount")
    expect(page.get_by_label("也可以直接填：付了多少钱")).to_have_value("12")


def test_focus_moves_to_each_new_question_and_one_line_is_announced(page: Page) -> None:
    page.goto(GUIDE)
    said = page.locator("decision-guide [role=status]")
    expect(said).to_have_count(1)
    expect(said).to_have_text("")
    assert page.evaluate("document.activeElement === document.body")
    tap(page, "没到账")
    assert focused(page) == "商家说过多久到账吗？"
    expect(said).to_have_text("第 2 题 · 大约还有 1–4 题")
    page.go_back()
    asks(page, "problem")
    assert focused(page) == "出了什么问题？"


def test_a_question_settles_briefly_and_not_at_all_with_reduced_motion(page: Page) -> None:
    style = "getComputedStyle(document.querySelector('.lb-question')).animation"
    page.goto(GUIDE)
    tap(page, "没到账")
    assert "lb-settle" not in page.evaluate(style)
    page.emulate_media(reduced_motion="no-preference")
    page.go_back()
    asks(page, "problem")
    assert "0.12s" in page.evaluate(style)
    assert "lb-settle" in page.evaluate(style)


@pytest.mark.parametrize(
    "at", ["", "#problem=code_bad", "#problem=code_bad&received=d7", f"#{FAR}&at=amount"]
)
def test_every_kind_of_screen_passes_axe(page: Page, at: str) -> None:
    page.goto(GUIDE + at)
    page.locator(".lb-guide").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


# ---- around it ---------------------------------------------------------------------------------


def test_two_on_one_page_only_the_first_uses_the_address(page: Page) -> None:
    page.goto("two/#problem=not_arrived")
    first, second = page.locator("#one"), page.locator("#two")
    expect(first.locator("h2")).to_have_text("商家说过多久到账吗？")
    expect(second.locator("h2")).to_have_text("出了什么问题？")
    second.locator(".lb-option", has_text="卡密").click()
    expect(second.locator("h2")).to_have_text("哪天收到的？")
    assert fragment(page) == "problem=not_arrived"
    second.get_by_role("button", name="← 上一步").click()
    expect(second.locator("h2")).to_have_text("出了什么问题？")
    second.locator(".lb-option", has_text="不确定").click()
    second.locator(".lb-option", has_text="微信").click()
    page.wait_for_url("**/outcomes/full-refund/#problem=unsure&channel=wechat")


def test_it_can_be_moved_and_removed(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=not_arrived")
    page.evaluate("document.querySelector('main').append(document.querySelector('decision-guide'))")
    asks(page, "delivery")
    expect(page.locator(".lb-guide")).to_have_count(1)
    option(page, "说过").first.click()
    asks(page, "amount")
    page.evaluate(
        "document.querySelector('decision-guide').remove(); location.hash = 'problem=regret'"
    )
    assert fragment(page) == "problem=regret"


def test_without_readable_data_the_fallback_stays(page: Page) -> None:
    page.goto(GUIDE)
    page.evaluate(
        """() => {
          const guide = document.createElement('decision-guide');
          guide.append('fallback');
          document.querySelector('main').append(guide);
        }"""
    )
    expect(page.locator("decision-guide").nth(1)).to_contain_text("fallback")


def test_without_javascript_the_first_question_is_plain_links(
    chromium: Browser, component_site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=component_site)
    page = context.new_page()
    page.goto(GUIDE)
    assert page.locator("a.lb-option").count() == 4
    assert page.locator("h2").text_content() == "出了什么问题？"
    assert page.locator(".lb-question__progress").text_content() == "之后大约还有 1–5 题"
    assert page.locator("a.lb-option").first.get_attribute("href") == "../../guides/refund/0/"
    context.close()


def test_it_works_from_a_folder_on_disk(chromium: Browser, tmp_path: Path) -> None:
    write_site(tmp_path, index="index.html")
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / GUIDE / "index.html").as_uri())
    tap(page, "不确定")
    asks(page, "channel")
    tap(page, "支付宝")
    page.wait_for_url("file:///**/outcomes/full-refund/index.html#problem=unsure&channel=alipay")
    expect(page.locator("#if-alipay")).to_be_visible()
    page.go_back()
    asks(page, "channel")
    page.go_back()
    asks(page, "problem")
    page.goto(page.url + "#nothing=1")
    expect(notice(page)).to_have_text(LOST)
    assert errors == []
    context.close()


def test_an_answer_costs_one_layout(page: Page) -> None:
    """How long that takes depends on the machine; that it happens once does not."""
    page.goto(f"{GUIDE}#problem=not_arrived")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def layouts() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "LayoutCount"))

    page.evaluate("document.body.getBoundingClientRect()")
    before = layouts()
    page.evaluate("document.querySelector('.lb-option').click()")
    assert layouts() - before <= 2
