# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Law pages as they are compiled: every provision on its own page, told in full."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from generator.compile.numerals import chinese
from generator.site import Build, Settings, build
from tests.law_cases import law_files
from tests.law_reading import (
    HTML,
    SITE,
    body,
    by_id,
    elements,
    front,
    made,
    parse,
    real,
    section,
    statutes,
    words,
)
from tests.libraries import library

# ---- one page for each -------------------------------------------------------------------------


def test_every_shipped_provision_has_a_small_valid_page_and_keeps_its_anchor(real: Build) -> None:
    shell = 15_000  # what the frame around a page weighs; see test_law_site.py
    laws = {law["instrument"] for law, _, _ in statutes()}
    anchors = {
        law: {e.get("id") for e in parse(body(real, f"law/{law}.md")).iter()} for law in laws
    }
    for law, name, _ in statutes():
        text = body(real, f"law/{law['instrument']}/{name}.md")
        assert len(text.encode()) + shell <= 50_000, name
        parse(text)
        assert name in anchors[law["instrument"]]


def test_the_citation_to_copy_is_the_proper_one(real: Build) -> None:
    for law, name, provision in statutes():
        place = f"第{chinese(provision['article'])}条"
        if "paragraph" in provision:
            place += f"第{chinese(provision['paragraph'])}款"
        if "item" in provision:
            place += f"第（{chinese(provision['item'])}）项"
        text = body(real, f"law/{law['instrument']}/{name}.md")
        assert by_id(text, "citation") == f"《{law['title']}》{place}"


def test_the_quotation_is_the_text_with_its_source(real: Build) -> None:
    for law, name, provision in statutes():
        text = body(real, f"law/{law['instrument']}/{name}.md")
        [quotation] = elements(text, "blockquote")
        lines = [words(p) for p in quotation.iter(f"{HTML}p")]
        wanted = [line.strip() for line in provision["text"].splitlines() if line.strip()]
        lead = [f"{provision['lead'].strip()}……"] if "lead" in provision else []
        assert lines[:-1] == [*lead, *wanted]
        cited = by_id(text, "citation")
        assert lines[-1] == f"——{cited}。版本：{law['version']}。官方全文：{law['official']}"


@pytest.mark.parametrize("directories", [True, False], ids=["directories", "files"])
def test_neighbours_form_one_chain_in_the_order_of_the_law(directories: bool) -> None:
    sources = {**library(), **law_files()}
    files = build(sources, Settings(exports=False, directories=directories)).files
    pages = {
        path.removesuffix(".md"): files[path].content.decode()
        for path in files
        if path.startswith("law/rules/") and path.endswith(".md")
    }
    end = "/" if directories else ".html"

    def turn(path: str, rel: str) -> str:
        links = re.findall(rf'<a rel="{rel}" href="([^"]*)"', pages[path])
        where = [urljoin(f"{SITE}{path}{end}", link) for link in links]
        return where[0].removeprefix(SITE).removesuffix(end) if where else ""

    chain = [next(path for path in pages if not turn(path, "prev"))]
    while following := turn(chain[-1], "next"):
        assert turn(following, "prev") == chain[-1]
        chain.append(following)
    assert [path.removeprefix("law/rules/") for path in chain] == [
        "demo-1", "rules-2-old", "rules-2-new", "rules-3-1-2",
    ]  # fmt: skip


def test_every_chain_of_the_shipped_laws_is_whole(real: Build) -> None:
    turns = {
        path: len(re.findall('<a rel="(?:prev|next)"', real.files[path].content.decode()))
        for path in real.files
        if path.count("/") == 2 and path.startswith("law/") and path.endswith(".md")
    }
    for law in {path.rsplit("/", 1)[0] for path in turns}:
        counts = [count for path, count in turns.items() if path.startswith(f"{law}/")]
        assert sum(counts) == 2 * (len(counts) - 1)


# ---- what a page says --------------------------------------------------------------------------

ITEM = "law/rules/rules-3-1-2.md"


def test_a_page_tells_everything_about_its_provision(made: Build) -> None:
    text = body(made, ITEM)
    assert by_id(text, "rules-3-1-2") == "《演示用的买卖规定》第三条第一款第（二）项 有争议"
    assert [words(p) for p in next(elements(text, "blockquote"))] == [
        "有下列情形之一的，可以不退：……",
        "（二）已经用完的；",
        "——《演示用的买卖规定》第三条第一款第（二）项。版本：2020 年修正。官方全文：某机关网站",
    ]
    for said in ("用完了，就很难退。", "看一眼就算用完", "看一眼不等于用完", "没用完的不归它管",
                 "现行有效，2020-01-01 起施行", "只有一份来源", "只用于测试。",
                 "核对日期 2026-11-21，下次核对最晚 2027-02-21", "某机关，第七号令"):  # fmt: skip
        assert said in words(parse(text)), said
    assert [words(li) for li in section(text, "readings").iter(f"{HTML}li")] == [
        "打开看过就算用完。", "真的用掉才算用完。",
    ]  # fmt: skip
    assert [words(li) for li in section(text, "answers").iter(f"{HTML}li")] == [
        "商家说概不退换，有用吗？"
    ]
    assert "还没有别的页面用到这一条" in words(section(text, "cited"))


def test_without_a_dispute_nothing_is_called_contested(made: Build) -> None:
    text = body(made, "law/rules/rules-2-new.md")
    assert "有争议" not in text
    assert 'id="readings"' not in text


def test_versions_of_one_place_know_each_other(made: Build) -> None:
    old, new = (body(made, f"law/rules/rules-2-{which}.md") for which in ("old", "new"))
    intervals = [
        "现行有效，2024-05-01 起施行",
        "已经改掉，2020-01-01 起施行，2024-05-01 起不再适用",
    ]
    for text, this in ((old, 1), (new, 0)):
        rows = [words(li) for li in section(text, "versions").iter(f"{HTML}li")]
        names = ["2020 年修正", "2020 年修正"]
        names[1 - this] = "本页"
        assert rows == [f"{names[0]}：{intervals[1]}", f"{names[1]}：{intervals[0]}"]
    assert "现在看：第二条的新版本" in words(parse(old))
    titles = [front(made, f"law/rules/rules-2-{which}.md")["title"] for which in ("old", "new")]
    assert titles == [
        "《买卖规定》第二条（2020-01-01 起，到 2024-05-01 前）",
        "《买卖规定》第二条（2024-05-01 起）",
    ]
    assert "不再适用。" not in new.partition('id="versions"')[0]
    assert 'id="versions"' not in body(made, ITEM)
    assert "第二条（2024-05-01 起）" in by_id(body(made, "law/rules.md"), "rules-2-new")


def test_a_provision_may_be_checked_apart_from_its_law(made: Build) -> None:
    said = words(section(body(made, "law/rules/rules-2-new.md"), "checked"))
    assert "两份以上独立来源" in said
    assert "与两份来源一致。" in said
    assert "核对日期 2026-11-20" in said


def test_a_tombstone_says_what_took_its_place_and_from_when(made: Build) -> None:
    text = body(made, "law/old-rules.md")
    [calm] = [e for e in elements(text, "div") if e.get("class") == "lb-calm"]
    assert words(calm).split("\n") == [
        "从 2020-01-01 起，这里写的不再适用。",
        "现在看：《演示用的买卖规定》，2020-01-01 起施行",
    ]
    assert calm.find(f".//{HTML}a").get("href") == "../law/rules.html"


def test_of_a_mere_name_no_text_is_quoted(made: Build) -> None:
    text = body(made, "law/only-named.md")
    assert "没有拿到能逐字核对的原文。所以这里不引条文。" in text
    assert "<blockquote" not in text
    assert "None" not in text


def test_the_page_of_a_law_holds_all_provisions_in_short(made: Build) -> None:
    text = body(made, "law/rules.md")
    labels = [words(h) for h in elements(text, "h2")]
    assert labels == [
        "第一条", "第二条（2020-01-01 起，到 2024-05-01 前） 已经改掉", "第二条（2024-05-01 起）",
        "第三条第一款第（二）项 有争议",
    ]  # fmt: skip
    links = {e.get("href") for e in elements(text, "a")}
    assert {f"../law/rules/{name}.html" for name in ("demo-1", "rules-3-1-2")} <= links
    assert '<a id="rules-2-now"></a>' in text
    for said in ("2019-12-01", "2024-05-01 修正第二条", "第二条改过一次。"):
        assert said in words(parse(text))
