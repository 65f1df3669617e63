# SPDX-License-Identifier: MIT
"""Sums in Chromium: the same as in Python, word by word; and the forms of an outcome page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from browser import serving, watched
from component_fixture import POLICY, page_data
from playwright.sync_api import Browser, Page, expect
from site_fixture import LIGHT_AND_DARK, axe

from generator.components.bundle import bundle
from generator.render.pages import render_outcome
from generator.render.styles import style_sheets
from generator.sums import METHODS, Refusal, labels_of, work
from generator.views import Condition
from tests import sample_views as sample
from tests import sum_cases as cases

EACH = 300
_WORK = """({name, fields, typed}) => typed.map((one) => {
  const { low, high, ...rest } = globalThis.lubiaoWalk.workSum(name, fields, one);
  return low === undefined ? rest : { ...rest, low: String(low), high: String(high) };
})"""


@pytest.fixture(scope="module")
def walker(chromium: Browser) -> Iterator[Page]:
    """A bare page that holds the pure functions."""
    opened = chromium.new_page()
    opened.evaluate(bundle(expose_for_tests=True).decode())
    yield opened
    opened.close()


def told(name: str, typed: dict[str, str]) -> dict[str, Any]:
    """What Python says, in the form of the browser."""
    found = work(METHODS[name], typed, labels_of(METHODS[name], {}))
    if isinstance(found, Refusal):
        return {"field": found.field, "wrong": found.text}
    low, high = str(found.low), str(found.high)
    return {"steps": list(found.steps), "answer": found.answer, "low": low, "high": high}


@pytest.mark.parametrize("name", METHODS)
def test_the_browser_says_what_python_says(walker: Page, name: str) -> None:
    typed = cases.many(name, EACH, seed=2)
    wanted = [told(name, one) for one in typed]
    fields = cases.fields_of(METHODS[name])
    found = walker.evaluate(_WORK, {"name": name, "fields": fields, "typed": typed})
    for one, said, meant in zip(typed, found, wanted, strict=True):
        assert said == meant, one
    assert sum("answer" in one for one in wanted) > EACH // 4
    assert any("wrong" in one for one in wanted)


# ---- the page ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An outcome page with every sum of the site, under the policy of the site."""
    folder = tmp_path_factory.mktemp("sums")
    data = json.dumps(page_data("", "", "full-refund"), ensure_ascii=False)
    view = replace(sample.outcome(), sums=cases.parts(), data=data.replace("<", "\\u003c"))
    alone = replace(cases.parts()[0], condition=Condition(4, "如果：不想要了"))
    for name, content in style_sheets():
        (folder / name).write_bytes(content)
    (folder / "page.js").write_bytes(bundle("page"))
    for name, sums in {"index": view.sums, "alone": (alone,)}.items():
        text = _document(render_outcome(replace(view, sums=sums), ""))
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    with serving(folder) as home:
        yield home


def _document(body: str) -> str:
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>算一算</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="lubiao.css"><link rel="stylesheet" href="print.css" media="print">
<link rel="stylesheet" href="dark-system.css" media="(prefers-color-scheme: dark)">
<script defer src="page.js"></script></head>
<body class="lb-main"><main>{body}</main></body></html>"""


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The page on a phone; it fails its test on any fault, and if anything typed was kept."""
    with watched(chromium, address, viewport={"width": 390, "height": 844}) as watch:
        watch.page.goto(address)
        yield watch.page
        assert watch.faults() == []
        assert watch.page.url == address
        kept = "[localStorage.length, sessionStorage.length, document.cookie]"
        assert watch.page.evaluate(kept) == [0, 0, ""]


def opened(page: Page, name: str):  # type: ignore[no-untyped-def]
    """The sum `name`, its fold opened."""
    sum_of = page.locator(f"#sum-{name}")
    sum_of.locator("summary").first.click()
    return sum_of


def test_typing_shows_every_step(page: Page) -> None:
    short = opened(page, "short-arrival")
    short.get_by_label("付了多少钱（元）").fill("９５")
    short.get_by_label("说好给多少").fill("1，000")
    expect(short.locator(".lb-sum__result")).to_be_empty()
    expect(short.get_by_role("button", name="复制算式")).to_be_hidden()
    short.get_by_label("实际到了多少").fill("893")
    expect(short.get_by_role("status")).to_contain_text("少到的部分，折成 ¥10.17。")
    expect(short.get_by_role("status").get_by_role("listitem")).to_have_text(
        [
            "少到的：1000 － 893 = 107。",
            "按比例折算：¥95.00 × 107 ÷ 1000 = 10.165，四舍五入到分是 ¥10.17。",
        ]
    )
    short.get_by_role("button", name="复制算式").click()
    expect(short.locator(".lb-copy__said")).not_to_be_empty()
    assert short.get_by_role("alert").all_text_contents() == ["", "", ""]


def test_a_number_that_is_not_right_is_said_and_reached(page: Page) -> None:
    days = opened(page, "unused-days")
    used = days.get_by_label("已经过了多少天")
    days.get_by_label("付了多少钱（元）").fill("128")
    days.get_by_label("会员一共多少天").fill("30")
    used.fill("31")
    page.keyboard.press("Enter")
    fault = days.get_by_role("alert").nth(2)
    expect(fault).to_have_text("“已经过了多少天”比“会员一共多少天”还大，请再看一眼。")
    expect(used).to_be_focused()
    expect(used).to_have_attribute("aria-invalid", "true")
    assert used.get_attribute("aria-describedby") == fault.get_attribute("id")
    expect(days.get_by_role("status")).to_be_empty()
    used.fill("30")
    expect(days.get_by_role("status")).to_contain_text("¥0.00")
    expect(fault).to_be_empty()
    used.fill("")
    expect(days.get_by_role("status")).to_be_empty()


def test_leaving_an_empty_field_is_not_scolded_but_the_button_says_it(page: Page) -> None:
    renewals = opened(page, "renewals-charged")
    renewals.get_by_label("每次扣多少钱（元）").focus()
    page.keyboard.press("Tab")
    assert renewals.get_by_role("alert").all_text_contents() == ["", ""]
    renewals.get_by_role("button", name="算一算").click()
    expect(renewals.get_by_role("alert").first).to_have_text("请填“每次扣多少钱”。")
    expect(renewals.get_by_label("每次扣多少钱（元）")).to_be_focused()


def test_leaving_a_wrong_number_says_so(page: Page) -> None:
    renewals = opened(page, "renewals-charged")
    renewals.get_by_label("每次扣多少钱（元）").fill("十五")
    page.keyboard.press("Tab")
    expect(renewals.get_by_role("alert").first).to_contain_text("只填数字")


def test_several_guesses_give_a_range(page: Page) -> None:
    fault = opened(page, "share-by-fault")
    fault.get_by_label("付了多少钱（元）").fill("100")
    fault.get_by_label("你自己的错占多少（%）").fill("30")
    expect(fault.get_by_role("status")).to_contain_text("对方承担 ¥70.00")
    fault.get_by_label("再换一个猜法（%）可以不填").fill("50")
    expect(fault.get_by_role("status")).to_contain_text("¥50.00 到 ¥70.00")


def test_a_sum_goes_with_its_section_where_it_does_not_concern_the_reader(
    chromium: Browser, address: str
) -> None:
    answers = "problem=not_arrived&delivery=promised&amount=under_500&proof=page&channel=alipay"
    with watched(chromium, address) as watch:
        watch.page.goto(f"{address}alone.html")
        expect(watch.page.locator(".lb-sums details").first).to_have_attribute("open", "")
        expect(watch.page.get_by_text("如果：不想要了")).to_be_visible()
        watch.page.goto(f"{address}alone.html#{answers}")
        expect(watch.page.locator("[data-slot=answers]")).to_be_visible()
        expect(watch.page.locator(".lb-sums")).to_be_hidden()


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(
    chromium: Browser, address: str, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 844}
    with watched(chromium, address, viewport=size, color_scheme=scheme) as watch:
        watch.page.goto(address)
        watch.page.evaluate(
            "document.querySelectorAll('.lb-sums details').forEach((fold) => (fold.open = true))"
        )
        for name, typed in {"charges": "4", "price": "15", "back": "-1", "total": "x"}.items():
            for field in watch.page.locator(f"[data-field={name}]").all():
                field.fill(typed)
                field.press("Enter")
        expect(watch.page.locator(".lb-sum__result:not(:empty)")).to_have_count(2)
        assert watch.page.locator(".lb-form__fault:not(:empty)").count() >= 3
        assert axe(watch.page) == []
        assert watch.page.evaluate("document.documentElement.scrollWidth") == width
        assert watch.faults() == []


def test_without_a_script_the_blanks_stand_and_no_form(chromium: Browser, address: str) -> None:
    with watched(chromium, address, java_script_enabled=False) as watch:
        watch.page.goto(address)
        watch.page.locator("#sum-fee-kept summary").first.click()
        expect(watch.page.locator("#sum-fee-kept form")).to_be_hidden()
        expect(watch.page.locator("#sum-fee-kept .lb-sum__blanks")).to_be_visible()
        expect(watch.page.locator("#sum-fee-kept .lb-sum__formula")).to_be_visible()


def test_on_paper_the_form_gives_way_to_blanks_and_the_steps_stay(page: Page) -> None:
    fee = opened(page, "fee-kept")
    fee.get_by_label("付了多少钱（元）").fill("100")
    fee.get_by_label("实际退回多少（元）").fill("85")
    expect(fee.get_by_role("status")).to_contain_text("¥15.00")
    expect(fee.locator(".lb-sum__blanks")).to_be_hidden()
    page.emulate_media(media="print")
    expect(fee.locator("form")).to_be_hidden()
    expect(fee.locator(".lb-sum__blanks")).to_be_visible()
    expect(fee.locator(".lb-sum__result")).to_be_visible()
