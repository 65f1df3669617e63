# SPDX-License-Identifier: MIT
"""Addresses with an id in them that was renamed since: pages, fragments, anchors, downloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import html5lib
import pytest
import sites
from browser import serving
from playwright.sync_api import Browser, BrowserContext, expect

from generator.check import check
from generator.components.bundle import bundle
from generator.csp import page_faults
from generator.problems import has_errors
from generator.site import Build, Settings, build
from tests.libraries import BASE, library, outcomes

FACTS = """\
    facts:
      state:
        label: 用了没有
        question: 用了吗？
        formerly: [used]
        options:
          fresh: {label: 没用, formerly: ["no", untouched]}
          part: {label: 用了一部分}
          gone: {label: 用完了, formerly: ["yes"]}
      came:
        label: 到了没有
        question: 到了吗？
        formerly: [arrived, landed]
        options: {"yes": {label: 到了}, "no": {label: 没到}}
      proof:
        label: 手上的证据
        question: 有哪些？
        kind: multi
        none: 都没有
        formerly: [papers]
        options: {page: {label: 截图, formerly: [shot]}, chat: {label: 聊天}}
    """
TREE = """\
    tree: guide
    title: 演示
    summary: 一棵小树。
    review_by: "2027-01-01"
    formerly: [demo]
    start: came
    questions:
      came:
        ask: came
        options: {"no": outcome/overdue}
        next: proof
      proof: {ask: proof, next: state}
      state:
        ask: state
        cases:
          - when: {state: fresh, proof.page: "yes"}
            next: outcome/fresh
        otherwise: outcome/overdue
    """


def renamed(**files: str) -> dict[str, bytes]:
    """The base library after everything public in it got a new id."""
    called = outcomes("overdue", "fresh").replace("demo-1", "rules-1")
    law = BASE["law/demo.yaml"].replace(
        "instrument: demo", "instrument: rules\n        formerly: [demo]"
    )
    changed = {
        "facts__facts": FACTS,
        "trees__demo": TREE,
        "outcomes__o": called.replace("  overdue:\n", "  overdue:\n    formerly: [late, tardy]\n"),
        "law__demo": law.replace("demo-1: {", "rules-1: {formerly: [demo-1], "),
    }
    return library(**{**changed, **files})


@pytest.fixture(scope="module")
def made() -> Build:
    done = build(renamed(), Settings())
    assert not has_errors(done.problems)
    return done


def page_data(made: Build, path: str) -> dict[str, Any]:
    text = made.files[path].content.decode()
    found = re.search(r'class="lb-data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


# ---- what the compiler writes ------------------------------------------------------------------


def test_page_data_tells_old_words_and_what_they_are_today(made: Build) -> None:
    words = page_data(made, "guides/guide.md")["formerly"]
    assert words == {
        "used": "state",
        "at=used": "state",
        "state=no": "fresh",
        "state=untouched": "fresh",
        "state=yes": "gone",
        "arrived": "came",
        "at=arrived": "came",
        "landed": "came",
        "at=landed": "came",
        "papers": "proof",
        "at=papers": "proof",
        "proof=shot": "page",
        "from=demo": "guide",
    }
    assert page_data(made, "outcomes/overdue.md")["formerly"] == words


def test_without_former_ids_nothing_is_added() -> None:
    files = build(library(), Settings(exports=False)).files
    for path in ("guides/demo.md", "outcomes/late.md"):
        assert b"formerly" not in files[path].content
    assert "assets/lubiao/moved.js" not in files
    assert b"<a id=" not in files["law/demo.md"].content


def test_an_id_in_use_is_never_taken_for_an_old_one() -> None:
    tree = TREE.replace("formerly: [demo]", "formerly: [guide]")
    facts = FACTS.replace("[arrived, landed]", "[state]").replace('"no", untouched', "part")
    done = build(renamed(trees__demo=tree, facts__facts=facts), Settings(exports=False))
    words = page_data(done, "guides/guide.md")["formerly"]
    assert not words.keys() & {"state", "at=state", "state=part", "from=guide"}
    assert done.files["guides/guide.md"].content.startswith(b"---\n")
    assert "guides/guide.html" not in done.files


OLD = {
    "guides/demo": ("guides/guide", "演示"),
    "outcomes/late": ("outcomes/overdue", "overdue 的结论"),
    "outcomes/tardy": ("outcomes/overdue", "overdue 的结论"),
    "law/demo": ("law/rules", "演示规定"),
}


@pytest.mark.parametrize("directories", [True, False], ids=["directories", "files"])
def test_a_renamed_page_leaves_one_that_leads_on(directories: bool) -> None:
    files = build(renamed(), Settings(exports=False, directories=directories)).files
    end = "/" if directories else ".html"
    for old, (new, title) in OLD.items():
        path = f"{old}/index.html" if directories else f"{old}.html"
        text = files[path].content.decode()
        document = html5lib.HTMLParser(strict=True).parse(text)
        assert document is not None
        assert page_faults(path, text.encode()) == ()
        assert '<meta name="robots" content="noindex">' in text
        here = f"https://a.example/x/{old}{end}"
        [link] = re.findall(r'href="([^"]*)" data-moved>([^<]*)<', text)
        assert (urljoin(here, link[0]), link[1]) == (f"https://a.example/x/{new}{end}", title)
        [refresh] = re.findall(
            r'<noscript><meta http-equiv="refresh" content="0; url=(.*?)">', text
        )
        assert refresh == link[0]
        [script] = re.findall(r'<script src="([^"]*)" defer></script>', text)
        assert urljoin(here, script) == "https://a.example/x/assets/lubiao/moved.js"
    assert b"location.hash" in files["assets/lubiao/moved.js"].content


def test_a_renamed_provision_keeps_its_anchor(made: Build) -> None:
    text = made.files["law/rules.md"].content.decode()
    assert text.count('<a id="demo-1"></a>') == 1
    assert text.index('<a id="demo-1"></a>') < text.index('id="rules-1"')


def test_old_downloads_are_the_same_files(made: Build) -> None:
    for suffix in (".pdf", ".docx", ".md"):
        now = made.files[f"downloads/overdue{suffix}"].content
        assert made.files[f"downloads/late{suffix}"].content == now
        assert made.files[f"downloads/tardy{suffix}"].content == now
    assert b"downloads/late" not in made.files["outcomes/overdue.md"].content


def test_the_ledger_of_the_time_before_finds_nothing_lost() -> None:
    before = ["fact arrived", "option arrived/yes", "fact used", "option used/no", "tree demo"]
    before += ["option used/untouched", "fact papers", "option papers/shot", "outcome late"]
    before += ["instrument demo", "provision demo-1"]
    result = check({**renamed(), "ids.lock": "\n".join(before).encode()})
    assert {p.code for p in result.problems if p.code.startswith("LCK")} == {"LCK004"}


# ---- what a reader meets -----------------------------------------------------------------------

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
