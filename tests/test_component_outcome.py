# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<outcome-view> in Chromium: what the answers leave on the page, copying, paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from component_fixture import component_context, component_site, page
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


def test_copy_reads_what_stands_in_a_closed_fold(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(OUTCOME)
    page.evaluate(
        """() => {
          const quote = document.createElement("blockquote");
          quote.id = "quote";
          for (const line of ["第一款", "第二款"]) {
            const paragraph = document.createElement("p");
            paragraph.append(line);
            quote.append(paragraph);
          }
          const { dataset } = document.querySelector(".lb-copy");
          dataset.copy = "quote";
          document.querySelector("#fold").append(quote);
        }"""
    )
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "第一款\n第二款"


def test_where_the_clipboard_is_closed_the_text_is_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(OUTCOME)
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_text("已选中，请按复制")).to_be_visible()
    assert "请退款" in page.evaluate("getSelection().toString()")


# ---- paper -------------------------------------------------------------------------------------


def test_printing_unfolds_everything_and_folds_it_again(page: Page) -> None:
    page.goto(OUTCOME)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(
        "[document.querySelector('#fold').open, document.querySelector('#open').open]"
    ) == [False, True]
