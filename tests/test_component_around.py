# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<decision-guide> in its surroundings: two on a page, no script, a folder on disk."""

from __future__ import annotations

from pathlib import Path

from component_fixture import component_context, component_site, page, write_site
from component_steps import GUIDE, LOST, asks, fragment, notice, option, tap
from playwright.sync_api import Browser, Page, expect


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
    tap(page, "说过")
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
