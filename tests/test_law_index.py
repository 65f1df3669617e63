# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""The way to a provision: the index, links from everywhere, search; and the days of checking."""

from __future__ import annotations

import re
from textwrap import dedent
from urllib.parse import urljoin

import pytest

from generator.check import check
from generator.compile.law_pages import FIRST
from generator.search import index as search
from generator.site import Build, Settings, build
from tests.law_cases import law_files
from tests.law_reading import (
    ARTICLES,
    HTML,
    SITE,
    body,
    elements,
    front,
    made,
    parse,
    real,
    section,
    words,
)
from tests.libraries import library

ITEM = "law/rules/rules-3-1-2.md"


# ---- the index ---------------------------------------------------------------------------------


def test_the_index_answers_questions_first(made: Build) -> None:
    text = body(made, "law/index.md")
    assert [e.get("id") for e in elements(text, "h2")] == [
        "asked", "laws-1", "repealed", "named",
    ]  # fmt: skip
    asked = section(text, "asked")
    assert [words(h) for h in asked.iter(f"{HTML}h3")] == [
        "几天内可以退？", "商家说概不退换，有用吗？",
    ]  # fmt: skip
    second = list(asked.iter(f"{HTML}section"))[2]
    assert [a.get("href") for a in second.iter(f"{HTML}a")] == [
        "../law/rules/rules-2-new.html",
        "../law/rules/rules-3-1-2.html",
    ]
    assert "用完了，就很难退。" in words(second)
    jumps = {e.get("href") for e in elements(text, "a") if e.get("href").startswith("#")}
    assert jumps == {"#asked", "#laws-1", "#repealed", "#named", "#ask-1", "#ask-2"}
    assert "2020-01-01 起不再适用，现在看《演示用的买卖规定》" in words(section(text, "repealed"))
    assert [words(e) for e in elements(text, "summary")] == ["全部问题（2）"]  # nothing else folds


def test_questions_stand_by_topic_and_what_no_law_in_force_answers_is_left_out() -> None:
    topics = """
        topics:
          ban: {title: 概不退换, questions: [商家说概不退换，有用吗？]}
          old: {title: 从前, questions: [从前几天内可以退？]}
          days: {title: 几天, questions: [几天内可以退？]}
    """
    sources = {**library(), **law_files(), "topics.yaml": dedent(topics).encode()}
    text = body(build(sources, Settings(exports=False)), "law/index.md")
    asked = section(text, "asked")
    assert [(e.tag.removeprefix(HTML), words(e)) for e in asked.iter() if e.get("id", "")] == [
        ("h2", "按问题找"),
        ("h3", "概不退换"), ("h4", "商家说概不退换，有用吗？"),
        ("h3", "几天"), ("h4", "几天内可以退？"),
    ]  # fmt: skip
    jumps = [e.get("href") for e in elements(text, "a") if e.get("href").startswith("#topic-")]
    assert jumps == ["#topic-ban", "#topic-days"] * 3  # above, in the fold, at the side


def test_the_shipped_index_begins_with_refunds_and_the_law_for_consumers(real: Build) -> None:
    text = body(real, "law/index.md")
    asked = section(text, "asked")
    assert words(next(iter(asked.iter(f"{HTML}h3")))) == "能不能退"
    cited = next(a for a in asked.iter(f"{HTML}a") if a.get("class") == "lb-asked__cite")
    assert cited.get("href") == "../law/xiaobaofa/xiaobaofa-25-1-3.html"
    rows = [a.get("href") for a in elements(text, "a") if a.get("class") == "lb-row"]
    assert rows[0] == "../law/xiaobaofa.html"
    assert {f"../law/{name}.html" for name in FIRST} <= set(rows)


# ---- links -------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["made", "real"])
def test_every_link_of_the_law_pages_leads_to_a_page(
    which: str, request: pytest.FixtureRequest
) -> None:
    built: Build = request.getfixturevalue(which)
    pages = {path.removesuffix(".md") + ".html" for path in built.files if path.endswith(".md")}
    pages |= {path for path in built.files if path.endswith(".html")}
    pages |= {path.removesuffix(".md") + ".html" for path in ARTICLES}
    ids: dict[str, set[str]] = {}
    for path in (p for p in built.files if p.startswith("law/") and p.endswith(".md")):
        here = f"{SITE}{path.removesuffix('.md')}.html"
        for href in re.findall(r'href="([^"]*)"', body(built, path)):
            target, _, anchor = urljoin(here, href).removeprefix(SITE).partition("#")
            assert target in pages, (path, href)
            source = target.removesuffix(".html") + ".md"
            if anchor:
                known = ids.setdefault(
                    source, set(re.findall(r' id="([^"]*)"', body(built, source)))
                )
                assert anchor in known, (path, href)


def test_citations_anywhere_lead_to_the_page_of_the_provision(made: Build) -> None:
    assert 'href="../law/rules/demo-1.html"' in body(made, "outcomes/late.md")
    assert "law/rules.html#demo-1" not in body(made, "outcomes/late.md")


def test_renamed_provisions_and_laws_leave_pages_that_lead_on(made: Build) -> None:
    for old, new in {
        "law/rules/rules-2-now": "../../law/rules/rules-2-new.html",
        "law/demo/rules-2-now": "../../law/rules/rules-2-new.html",
        "law/demo/demo-1": "../../law/rules/demo-1.html",
    }.items():
        assert f'href="{new}" data-moved' in made.files[f"{old}.html"].content.decode()


# ---- search and days ---------------------------------------------------------------------------


def test_search_knows_a_provision_once_and_by_everyday_words(made: Build) -> None:
    entries = [
        entry
        for path in ("law/rules", "law/rules/rules-3-1-2", "law/index")
        for entry in search.page_entries(
            path,
            front(made, f"{path}.md")["title"],
            body(made, f"{path}.md"),
            search.keywords(front(made, f"{path}.md").get("keywords")),
        )
    ]
    assert [e["location"] for e in entries if "就很难退" in e["text"]] == [
        "law/rules/rules-3-1-2#plain"
    ]
    [page] = [e for e in entries if e["location"] == "law/rules/rules-3-1-2"]
    assert page["title"] == "《买卖规定》第三条第一款第（二）项"
    assert {
        "概不退换", "商家说概不退换，有用吗？", "买卖条例第三条第一款第（二）项",
    } <= set(page["keywords"])  # fmt: skip
    assert [e["keywords"] for e in entries if e["location"] == "law/rules"] == [["买卖条例"]]
    assert [e["location"] for e in entries if "买卖规定" in e["text"]] == [
        "law/rules/rules-3-1-2#words"
    ]


def test_what_holds_no_longer_is_not_found_by_questions_of_today(made: Build) -> None:
    assert front(made, "law/rules/rules-2-old.md")["keywords"] == [
        "买卖规定第二条", "买卖条例第二条", "演示用的买卖规定第二条",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("guides/demo.md", "2027-01-01"),
        ("outcomes/late.md", "2027-01-01"),
        ("law/rules.md", "2027-02-21"),
        (ITEM, "2027-02-21"),
    ],
)
def test_pages_say_when_they_were_checked_and_carry_the_day_of_review(
    made: Build, path: str, day: str
) -> None:
    text = body(made, path)
    assert f'data-review-by="{day}"' in text.split("\n")[1]
    assert re.search(rf"核对日期.*2026-11-21.*下次核对.*{day}", words(parse(text)), re.DOTALL)


def test_an_old_law_is_told_by_the_day_of_its_check_not_by_today() -> None:
    sources = {**library(), **law_files()}
    assert check(sources, today="2026-11-22").library is not None
    text = (sources["law/demo.yaml"]).decode().replace('"2024-05-01"', '"2027-01-01"')
    done = build({**sources, "law/demo.yaml": text.encode()}, Settings(exports=False))
    assert "还没有施行，" in words(parse(body(done, "law/rules/rules-2-new.md")))
    assert "现行有效，" in words(parse(body(done, "law/rules/rules-2-old.md")))
