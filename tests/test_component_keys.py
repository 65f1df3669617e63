# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""<decision-guide>: keyboard, focus, announcements, motion, double taps."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from component_fixture import component_context, component_site, page
from component_steps import FAR, GUIDE, asks, focused, fragment, option, tap
from playwright.sync_api import Page, expect


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
    moves = """document.getAnimations().map((one) => ({
      ...one.effect.getComputedTiming(), from: one.effect.getKeyframes()[0].transform }))"""
    page.goto(GUIDE)
    page.keyboard.press("Tab")
    tap(page, "没到账")
    assert page.evaluate(moves) == []
    page.emulate_media(reduced_motion="no-preference")
    (move,) = page.evaluate(f"document.querySelector('.lb-option').click(), {moves}")
    assert move["duration"] == 120
    assert move["from"] == "translateY(8px)"
    page.emulate_media(reduced_motion="reduce")


# ---- a tap too many ----------------------------------------------------------------------------


def at(page: Page, label: str) -> tuple[float, float]:
    """Where the answer `label` is tapped."""
    box = option(page, label).first.bounding_box()
    assert box is not None
    return box["x"] + 40, box["y"] + 20


def test_a_double_tap_answers_only_one_question(page: Page) -> None:
    page.goto(GUIDE)
    page.mouse.dblclick(*at(page, "没到账"))
    asks(page, "delivery")
    page.wait_for_timeout(500)
    asks(page, "delivery")
    assert fragment(page) == "problem=not_arrived"
    tap(page, "说过")
    asks(page, "amount")


def test_a_double_tap_on_a_button_does_not_tick_or_send_what_comes_next(page: Page) -> None:
    page.goto(f"{GUIDE}#problem=code_bad")
    page.mouse.dblclick(*at(page, "7 天之内"))
    asks(page, "proof")
    page.wait_for_timeout(500)
    assert page.locator("input:checked").count() == 0
    expect(page.get_by_role("alert")).to_be_empty()


def test_a_tap_somewhere_else_counts_at_once(page: Page) -> None:
    page.goto(GUIDE)
    option(page, "没到账").first.click()
    asks(page, "delivery")
    option(page, "没说过").click(position={"x": 300, "y": 20})
    asks(page, "amount")


def test_keys_are_never_too_soon(page: Page) -> None:
    page.goto(GUIDE)
    option(page, "没到账").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.keyboard.press("1")
    asks(page, "proof")
    assert fragment(page) == "problem=not_arrived&delivery=promised&amount=under_500"


def test_scripts_and_screen_readers_are_never_too_soon(page: Page) -> None:
    page.goto(GUIDE)
    click = "document.querySelector('.lb-option').click()"
    page.evaluate(f"{click}; {click}; {click}")
    asks(page, "proof")


def test_a_key_right_after_a_tap_finds_the_focus_on_the_new_question(page: Page) -> None:
    page.goto(GUIDE)
    page.evaluate(
        """() => {
          const tap = new MouseEvent("click", { bubbles: true, detail: 1 });
          document.querySelector(".lb-option").dispatchEvent(tap);
          dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }));
          window.focusedThen = document.activeElement.textContent;
        }"""
    )
    assert page.evaluate("focusedThen") == "商家说过多久到账吗？"


@pytest.mark.parametrize(
    "at", ["", "#problem=code_bad", "#problem=code_bad&received=d7", f"#{FAR}&at=amount"]
)
def test_every_kind_of_screen_passes_axe(page: Page, at: str) -> None:
    page.goto(GUIDE + at)
    page.locator(".lb-guide").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
