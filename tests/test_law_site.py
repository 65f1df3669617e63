# SPDX-License-Identifier: MIT
"""Law pages in a browser: copying, the note on pages that are due, reading without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sites
from browser import Watch, serving, watched
from playwright.sync_api import Browser, Page, expect
from site_fixture import ask, axe

from tests.law_cases import law_files

ITEM = "law/rules/rules-3-1-2/"
PAGES = {
    "index": "law/",
    "instrument": "law/rules/",
    "provision": ITEM,
    "old version": "law/rules/rules-2-old/",
    "tombstone": "law/old-rules/",
    "name only": "law/only-named/",
}
CHANNEL = """\
# SPDX-License-Identifier: MIT
channels:
  desk:
    title: 服务台
    summary: 先去服务台。
    run_by: 图书馆
    good_for: [书逾期了]
    can: [{text: 查记录, grade: practice}]
    cannot: [{text: 改规则, grade: practice}]
    bring: [借书证]
    steps: [{text: 说清楚哪本书, grade: practice}]
    checked_on: "2026-11-21"
    review_by: "2027-02-21"
"""
CITATION = "《演示用的买卖规定》第三条第一款第（二）项"


@pytest.fixture(scope="module")
def law_site(tmp_path_factory: pytest.TempPathFactory, plugin_installed: None) -> Path:
    """The second site with the law library of law_cases.py and a channel."""
    project = sites.copy_of(sites.SECOND_SITE, tmp_path_factory.mktemp("law") / "project")
    files = {**law_files(), "channels/desk.yaml": CHANNEL.encode()}
    for path, content in files.items():
        file = project / "trees" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  /law/\n", "  /law/\n  /channels/\n")
    settings.write_text(text.replace("{trees_dir: trees}", "{trees_dir: trees, exports: false}"))
    sayings = project / "content/sayings.md"
    sayings.write_text(sayings.read_text("utf-8") + "\n[规定](law/rules/rules-3-1-2.md)\n", "utf-8")
    return sites.build(project, project / "site")


@pytest.fixture(scope="module")
def address(law_site: Path) -> Iterator[str]:
    with serving(law_site, "/a/b/") as served:
        yield served


@pytest.fixture
def phone(chromium: Browser, address: str) -> Iterator[Watch]:
    size = {"width": 360, "height": 740}
    with watched(chromium, address, viewport=size, timezone_id="Asia/Shanghai") as watch:
        yield watch


def test_the_frame_of_a_page_weighs_what_the_size_test_says(law_site: Path) -> None:
    for path in PAGES.values():
        text = (law_site / path / "index.html").read_text("utf-8")
        start = text.index('<div class="lb-page')
        assert len(text.encode()) - len(text[start : text.index("<footer")].encode()) < 15_000


# ---- copying -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "copied"),
    [
        ("复制引用", CITATION),
        (
            "复制原文和出处",
            "有下列情形之一的，可以不退：……\n（二）已经用完的；\n"
            f"——{CITATION}。版本：2020 年修正。官方全文：某机关网站",
        ),
    ],
)
def test_each_button_copies_its_text_to_the_letter(
    phone: Watch, address: str, button: str, copied: str
) -> None:
    phone.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.page.goto(address + ITEM)
    phone.page.get_by_role("button", name=button).click()
    expect(phone.page.locator(".lb-copy__said", has_text="已复制")).to_be_visible()
    assert phone.page.evaluate("navigator.clipboard.readText()") == copied
    assert not phone.faults()


def test_without_a_script_everything_is_read_and_no_button_stands_idle(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ITEM)
    expect(page.locator(".lb-copy:visible")).to_have_count(0)
    expect(page.locator("#quotation")).to_contain_text("已经用完的")
    expect(page.locator(".lb-page")).to_contain_text("下次核对最晚 2027-02-21")
    page.get_by_role("link", name="前一条").click()
    page.wait_for_url(f"{address}law/rules/rules-2-new/")
    context.close()


def test_an_article_that_links_to_a_provision_stands_on_its_page(
    phone: Watch, address: str
) -> None:
    phone.page.goto(address + ITEM)
    phone.page.locator("#cited ~ details a", has_text="常见说法").click()
    phone.page.wait_for_url(f"{address}sayings/")


def test_an_old_address_with_an_anchor_still_finds_its_place(phone: Watch, address: str) -> None:
    phone.page.goto(f"{address}law/rules/#rules-3-1-2")
    assert phone.page.locator("#rules-3-1-2").evaluate("(e) => e.matches(':target')")
    link = phone.page.locator("section", has=phone.page.locator("#rules-3-1-2")).get_by_role("link")
    expect(link).to_contain_text("：第三条第一款第（二）项")
    link.click()
    phone.page.wait_for_url(address + ITEM)


# ---- the day of review -------------------------------------------------------------------------

DUE = {
    "guides/overdue/": "2027-05-01",
    "outcomes/ask-for-less/": "2027-05-01",
    "law/rules/": "2027-02-21",
    ITEM: "2027-02-21",
    "channels/desk/": "2027-02-21",
}
LATE_ON_THE_DAY = "T23:30:00+08:00"


def notes(page: Page, url: str, now: str) -> list[str]:
    page.clock.set_fixed_time(now)
    page.goto(url)
    page.wait_for_load_state("load")
    return page.locator(".lb-overdue:visible").all_inner_texts()


@pytest.mark.parametrize("path", DUE)
def test_after_the_day_of_review_a_page_says_so_calmly(
    phone: Watch, address: str, path: str
) -> None:
    day = DUE[path]
    assert notes(phone.page, address + path, day + LATE_ON_THE_DAY) == []
    [said] = notes(phone.page, address + path, "2027-06-01T08:00:00+08:00")
    assert said.startswith(f"这一页该复查了。原定最晚 {day} 再核对一次，这一天已经过了。")
    assert phone.page.locator("[data-review-by] > :first-child.lb-overdue").count() == 1
    assert not phone.faults()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_note_is_accessible(chromium: Browser, address: str, scheme: str) -> None:
    with watched(chromium, address, color_scheme=scheme) as watch:
        assert notes(watch.page, address + ITEM, "2027-06-01T08:00:00+08:00")
        assert not axe(watch.page)


# ---- search ------------------------------------------------------------------------------------


# A question that names the rules may go on to their page; its list of provisions answers none.
@pytest.mark.parametrize(
    ("query", "after"), [("很难退", []), ("买卖条例第3条", ["law/rules/"]), ("看过就算用完", [])]
)
def test_search_leads_to_the_page_of_the_provision(
    phone: Watch, address: str, query: str, after: list[str]
) -> None:
    phone.page.goto(address)
    found = [link.partition("#")[0].partition("?")[0] for link in ask(phone.page, query)]
    assert found[0] == address + ITEM
    others = [link for link in found if "/law/" in link and link != found[0]]
    assert others == [address + path for path in after]


# ---- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_accessible_and_fit_a_phone(
    chromium: Browser, address: str, name: str, scheme: str
) -> None:
    size = {"width": 360, "height": 740}
    with watched(chromium, address, viewport=size, color_scheme=scheme) as watch:
        watch.page.goto(address + PAGES[name])
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert not axe(watch.page)
        assert not watch.faults()
