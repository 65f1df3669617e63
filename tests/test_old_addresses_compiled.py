# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Old ids in what is compiled: page data, pages that lead on, anchors, downloads."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import html5lib
import pytest

from generator.check import check
from generator.csp import page_faults
from generator.site import Build, Settings, build
from tests.libraries import library
from tests.renamed_library import FACTS, TREE, made, page_data, renamed


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
