# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Old addresses as a reader meets them: pages, fragments, anchors, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sites
from browser import serving
from playwright.sync_api import Browser, BrowserContext, expect

from generator.components.bundle import bundle
from generator.site import Build, Settings, build
from tests.renamed_library import made, page_data, renamed

RENAMES = {
    "facts/loan.yaml": [
        ("  lateness:\n", "  delay:\n    formerly: [lateness]\n"),
        ("      longer:\n", "      over_week:\n        formerly: [longer]\n"),
        ("      reminded:\n", "      told:\n        formerly: [reminded]\n"),
    ],
    "trees/overdue.yaml": [
        ("tree: overdue\n", "tree: late-book\nformerly: [overdue]\n"),
        ("ask: lateness", "ask: delay"),
        ("notice: reminded", "notice: told"),
        ("outcome/ask-for-less", "outcome/pay-less"),
    ],
}


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory, plugin_installed: None) -> Path:
    """The second site, built after its guide, an outcome, its law and its facts were renamed."""
    project = sites.copy_of(sites.SECOND_SITE, tmp_path_factory.mktemp("moved") / "project")
    for path in (project / "trees").rglob("*.yaml"):
        text = path.read_text("utf-8").replace("minfadian-585-2:", "civil-585-2:")
        text = text.replace("minfadian-585-2", "civil-585-2").replace(
            "instrument: minfadian\n", "instrument: civil-code\nformerly: [minfadian]\n"
        )
        text = text.replace("civil-585-2:\n", "civil-585-2:\n    formerly: [minfadian-585-2]\n")
        text = text.replace("  ask-for-less:\n", "  pay-less:\n    formerly: [ask-for-less]\n")
        text = text.replace("outcome: ask-for-less", "outcome: pay-less")
        text = text.replace("{lateness: longer", "{delay: over_week").replace("{lateness", "{delay")
        text = text.replace("notice: reminded, rule", "notice: told, rule")
        for old, new in RENAMES.get(path.relative_to(project / "trees").as_posix(), []):
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    home = project / "content/index.md"
    home.write_text(home.read_text("utf-8").replace("guides/overdue", "guides/late-book"), "utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("{trees_dir: trees}", "{trees_dir: trees, exports: false}"))
    return sites.build(project, project / "site")


@pytest.fixture(scope="module")
def address(moved_site: Path) -> Iterator[str]:
    with serving(moved_site, "/a/b/") as served:
        yield served


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no script"])
def either(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="zh-CN", java_script_enabled=request.param)
    yield context
    context.close()


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("guides/overdue/", "guides/late-book/", "图书馆借书逾期怎么办"),
        ("outcomes/ask-for-less/", "outcomes/pay-less/", "规则没讲清，可以要求少交"),
        ("law/minfadian/", "law/civil-code/", "《中华人民共和国民法典》"),
    ],
)
def test_an_old_page_leads_to_the_new_one(
    either: BrowserContext, address: str, old: str, new: str, title: str
) -> None:
    page = either.new_page()
    page.goto(f"{address}{old}")
    page.wait_for_url(f"{address}{new}")
    expect(page.locator("h1").first).to_have_text(title)
    page.close()


NEW_GUIDE = "guides/late-book/#"
ANSWERS = "lateness=longer&notice=reminded&rule=unsure"
TODAY = "delay=over_week&notice=told&rule=unsure"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{NEW_GUIDE}lateness=longer&notice=reminded", f"{NEW_GUIDE}delay=over_week&notice=told"),
        (f"{NEW_GUIDE}lateness=longer&at=lateness", f"{NEW_GUIDE}delay=over_week&at=delay"),
        ("guides/overdue/#lateness=longer", f"{NEW_GUIDE}delay=over_week"),
        (f"guides/overdue/#{ANSWERS}", f"outcomes/pay-less/#{TODAY}"),
        (f"outcomes/pay-less/#{ANSWERS}", f"outcomes/pay-less/#{TODAY}"),
        (f"outcomes/ask-for-less/#{ANSWERS}&from=overdue", f"outcomes/pay-less/#{TODAY}"),
        (f"outcomes/pay-less/#{TODAY}", f"outcomes/pay-less/#{TODAY}"),
        ("law/minfadian/#minfadian-585-2", "law/civil-code/#minfadian-585-2"),
    ],
)  # fmt: skip
def test_an_old_fragment_is_understood_and_put_right(
    chromium: Browser, address: str, old: str, new: str
) -> None:
    page = chromium.new_page(locale="zh-CN")
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}{old}")
    page.wait_for_url(f"{address}{new}")
    expect(page.locator(".lb-notice:visible")).to_have_count(0)
    expect(page.locator("[data-slot=notice]:visible")).to_have_count(0)
    if "law" in new:
        assert page.evaluate("document.getElementById('minfadian-585-2') !== null")
        assert page.evaluate("window.scrollY") > 0
    assert errors == []
    page.close()


def test_an_answer_under_its_old_and_its_new_name_is_one_too_many(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page(locale="zh-CN")
    page.goto(f"{address}guides/late-book/#lateness=longer&delay=within_week")
    page.wait_for_url(f"{address}guides/late-book/#delay=over_week")
    expect(page.locator("decision-guide .lb-notice")).to_be_visible()
    page.close()


READ = """([data, fragment]) => {
  const { readTable, parseFragment } = globalThis.lubiaoWalk;
  const { answers, at, from, faults } = parseFragment(readTable(data), fragment);
  return { answers: Object.fromEntries(answers), at, from, faults };
}"""
PROOF = {"proof.page": "yes", "proof.chat": "no"}


@pytest.mark.parametrize(
    ("fragment", "read"),
    [
        ("landed=yes&papers=shot", {"answers": {"came": "yes", **PROOF}}),
        ("proof=shot", {"answers": PROOF}),
        ("papers=none", {"answers": {"proof.page": "no", "proof.chat": "no"}}),
        ("used=untouched&at=papers", {"answers": {"state": "fresh"}, "at": "proof"}),
        ("from=demo", {"from": "guide"}),
        ("used=gone", {"answers": {"state": "gone"}}),
        ("used=never", {"faults": 1}),
        ("arrived=yes&landed=no", {"answers": {"came": "yes"}, "faults": 1}),
        ("came=demo&at=at&from=from", {"at": "at", "from": "from", "faults": 1}),
        ("constructor=yes&__proto__=no", {"faults": 2}),
    ],
)
def test_each_kind_of_old_word_is_read(
    chromium: Browser, made: Build, fragment: str, read: dict[str, Any]
) -> None:
    page = chromium.new_page()
    page.add_script_tag(content=bundle(expose_for_tests=True).decode())
    found = page.evaluate(READ, [page_data(made, "guides/guide.md"), f"#{fragment}"])
    assert found == {"answers": {}, "at": "", "from": "", "faults": 0, **read}
    page.close()


def test_an_old_page_works_from_a_folder(chromium: Browser, tmp_path: Path) -> None:
    files = build(renamed(), Settings(exports=False, directories=False)).files
    for path in ("outcomes/late.html", "assets/lubiao/moved.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(files[path].content)
    (tmp_path / "outcomes/overdue.html").write_text("<!doctype html><title>new</title>")
    page = chromium.new_page()
    page.goto(f"{(tmp_path / 'outcomes/late.html').as_uri()}#came=no")
    page.wait_for_url(f"{(tmp_path / 'outcomes/overdue.html').as_uri()}#came=no")
    page.close()


def test_old_addresses_are_in_no_sitemap_search_or_link(moved_site: Path) -> None:
    old = re.compile(r"(guides/overdue|outcomes/ask-for-less|law/minfadian)/")
    for name in ("sitemap.xml", "search/search_index.json"):
        assert not old.search((moved_site / name).read_text("utf-8")), name
    for page in moved_site.rglob("*.html"):
        assert not old.search(page.read_text("utf-8")), page
