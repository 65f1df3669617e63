# SPDX-License-Identifier: MIT
"""Articles written by hand: their front matter, their words, and the ways to and from them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import sites
from click.testing import CliRunner

from generator.articles.front_matter import read_articles
from generator.articles.lint import citations, lint
from generator.articles.model import TOPICS
from generator.citing.pages import MARK, Page
from generator.citing.shelf import shelf
from generator.commands.lint import lint_command
from generator.compile.context import context
from generator.compile.reading import MOST_FOR_OUTCOME, MOST_RELATED, Reading
from generator.disk import read_site
from generator.model import Library
from generator.parse import parse
from generator.report import text as as_text
from tests import shipped as ours
from tests.libraries import library

TREES = sites.ROOT / "decision_trees"
CONTENT = sites.ROOT / "content"
DAY = "2026-11-22"
GOOD = """---
title: 一篇文章
description: 它说什么。
topic: 先弄懂
synonyms: [别的说法]
guides: [demo]
review_by: "2027-05-21"
---

# 一篇文章

{}
"""


def page(words: str = "一句话。", **changes: str) -> bytes:
    """A sound article with `words`, some lines of its front matter replaced (or left out)."""
    lines = GOOD.format(words).split("\n")
    for key, line in changes.items():
        place = next(n for n, old in enumerate(lines) if old.startswith(f"{key}:"))
        lines[place : place + 1] = [line] if line else []
    return "\n".join(lines).encode()


def faults(data: bytes) -> list[tuple[str, int, int]]:
    found = read_articles({"articles/a.md": data}, frozenset({"demo"})).problems
    assert all(problem.message and problem.hint for problem in found)
    return [(problem.code, problem.span.line, problem.span.col) for problem in found]


# ---- front matter ------------------------------------------------------------------------------


def test_a_sound_article_is_read_as_it_is() -> None:
    read = read_articles({"articles/a.md": page(), "about.md": b"# x"}, frozenset({"demo"}))
    assert read.problems == ()
    [(path, article)] = read.entries.items()
    assert (path, article.title, article.topic) == ("articles/a.md", "一篇文章", "先弄懂")
    assert article.guides == ("demo",)
    with pytest.raises(ValueError, match="frozen"):
        article.home = 1


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", [("ART001", 1, 1)]),
        (b"# No front matter\n", [("ART001", 1, 1)]),
        (b"---\ntitle: never closed\n", [("ART001", 1, 1)]),
        (page(title="titel: 一篇文章"), [("ART003", 2, 1), ("ART002", 2, 1)]),
        (page(title=""), [("ART003", 2, 1)]),
        (page(description=""), [("ART003", 2, 1)]),
        (page(topic=""), [("ART003", 2, 1)]),
        (page(review_by=""), [("ART003", 2, 1)]),
        (page(topic="topic: 别的"), [("ART004", 4, 8)]),
        (page(review_by="review_by: 2027-02-30"), [("ART005", 7, 12)]),
        (page(review_by="review_by: 明年"), [("ART005", 7, 12)]),
        (page(synonyms="synonyms: [12315]"), [("ART006", 5, 12)]),
        (page(synonyms="home: 7"), [("ART006", 5, 7)]),
        (page(guides="guides: [demo, dmeo]"), [("ART007", 6, 16)]),
        (page(title="title: [一"), [("YML005", 3, 12)]),
        (page(title="title:"), [("YML015", 2, 1)]),
        (page().replace("的".encode(), b"\xff"), [("ART010", 5, 13), ("YML003", 5, 13)]),
    ],
)
def test_each_fault_has_its_place(data: bytes, wanted: list[tuple[str, int, int]]) -> None:
    found = faults(data)
    assert {code for code, _, _ in wanted} & {code for code, _, _ in found}, found
    assert wanted[0] in found, found


def test_two_articles_cannot_have_one_place_on_the_front_page() -> None:
    both = {f"articles/{name}.md": page(synonyms="home: 1") for name in "ab"}
    [problem] = read_articles(both, frozenset({"demo"})).problems
    assert (problem.code, problem.span.file) == ("ART008", "articles/b.md")
    assert problem.related[0][0].file == "articles/a.md"


# ---- words -------------------------------------------------------------------------------------


def known() -> Library:
    return parse(library()).library


def told(words: str, today: str = DAY) -> list[tuple[str, int, int]]:
    found = lint({"articles/a.md": page(words)}, known(), shelf(known()), today)
    return [(p.code, p.span.line, p.span.col) for p in found if p.code != "CIT006"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("商家要退。" * 9, []),
        ("长" * 41 + "。", [("TXT001", 12, 1)]),
        ("- 短的。" + "长" * 41, [("TXT001", 12, 3)]),
        ("| 甲 | " + "长" * 41 + " |", [("TXT001", 12, 7)]),
        ("不是不能退。", [("TXT002", 12, 1)]),
        ("照着做，一定能退。", [("TXT005", 12, 1)]),
        ("可以申请强制退款。", [("TXT006", 12, 1)]),
        (f"可以申请强制退款。{MARK}", []),
        ("有人说“可以申请强制退款”。", []),
        ("好的，您看。", [("ART011", 12, 4)]),
        ("太好了！", [("ART011", 12, 4)]),
        ("他说“您好！”。", []),
        (f"`{'长' * 41}`", []),
        (f"[短的](../law/{'x' * 60}.md)。", []),
    ],
)
def test_the_words_of_a_page_follow_the_rules_of_the_trees(
    words: str, wanted: list[tuple[str, int, int]]
) -> None:
    assert told(words) == wanted


def test_the_title_and_the_description_are_read_too() -> None:
    data = page(description="description: 可以申请强制退款。")
    [problem] = lint({"articles/a.md": data}, known(), shelf(known()), DAY)
    assert (problem.code, problem.span.line, problem.span.col) == ("TXT006", 3, 14)


def test_a_passed_day_of_review_is_a_warning() -> None:
    assert told("一句话。", "2027-05-21") == []
    assert told("一句话。", "2027-05-22") == [("ART009", 7, 12)]


def test_a_mark_for_a_known_error_is_not_idle() -> None:
    needed = Page("a.md", f"可以申请强制退款。{MARK}")
    assert citations(needed, shelf(known()), DAY) == ()
    idle = Page("a.md", f"可以要求退款。{MARK}")
    assert [p.code for p in citations(idle, shelf(known()), DAY)] == ["CIT006"]


def test_the_shipped_pages_have_nothing_to_report() -> None:
    result = CliRunner().invoke(lint_command, [str(TREES), "--content", str(CONTENT)])
    assert result.exit_code == 0, result.output
    assert "错误[" not in result.output


def test_the_command_names_the_place_from_where_one_stands(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_bytes(page("太好了！", topic="topic: 别的"))
    result = CliRunner().invoke(lint_command, [str(TREES), "--content", str(tmp_path)])
    assert result.exit_code == 1
    assert f"{tmp_path}/articles/a.md:4:8 错误[ART004]" in result.output
    assert "可以写：先弄懂" in result.output


# ---- ways to and from --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Reading:
    checked = ours.checked()
    assert checked.library is not None, as_text(checked.problems)
    pages = read_site(CONTENT, {".md"})
    compiled = context(checked.library, directories=False)
    return Reading(compiled, read_articles(pages, None).entries, pages)


def test_the_index_has_every_article_once_in_the_order_of_topics(real: Reading) -> None:
    groups = real.index().groups
    assert [group.title for group in groups] == list(TOPICS)
    urls = [link.url for group in groups for link in group.articles]
    assert sorted(urls) == sorted(f"{path.removesuffix('.md')}.html" for path in real.articles)


def test_guides_and_articles_name_each_other(real: Reading) -> None:
    for path, article in real.articles.items():
        for guide in article.guides:
            assert str(article.title) in [link.title for link in real.for_guide(guide)]
        ends = real.end_of(path)
        assert len(ends.guides) == len(article.guides)
        assert ends.review_by == article.review_by
        assert date.fromisoformat(ends.checked_on)


def test_an_outcome_leads_to_few_articles_with_law_in_common(real: Reading) -> None:
    for name in real.context.checked.library.outcomes:
        found = real.for_outcome(str(name))
        assert 0 < len(found) <= MOST_FOR_OUTCOME, name
        assert found == real.for_outcome(str(name))
        assert len({link.url for link in found}) == len(found)


def test_the_right_articles_stand_on_outcomes(real: Reading) -> None:
    wanted = {
        "renewal-": "auto-renewal",
        "minor-": "minors",
        "police-": "safety",
        "account-": "account-trading",
        "void-": "void-contracts",
        "dropped-": "order-states",
        "changed-mind-": "no-refund-myth",
    }
    outcomes = [str(name) for name in real.context.checked.library.outcomes]
    for beginning, article in wanted.items():
        found = {
            link.url
            for name in outcomes
            if name.startswith(beginning)
            for link in real.for_outcome(name)
        }
        assert f"articles/{article}.html" in found, beginning


def test_related_articles_are_others_and_few(real: Reading) -> None:
    for path in real.articles:
        urls = [link.url for link in real.end_of(path).related]
        assert 0 < len(urls) <= MOST_RELATED, path
        assert f"{path.removesuffix('.md')}.html" not in urls


def test_words_that_need_explaining_are_explained_at_the_end(real: Reading) -> None:
    terms = {term.term for term in real.end_of("articles/order-states.md").terms}
    assert {"掉单", "核销"} <= terms


def test_the_front_page_has_the_chosen_articles_in_their_order(real: Reading) -> None:
    places = sorted(a.home for a in real.articles.values() if a.home is not None)
    assert places == list(range(1, len(places) + 1))
    assert 4 <= len(places) <= 6
    assert len(real.home()) == len(places)


# ---- on a site ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, plugin_installed: None) -> Path:
    made = sites.copy_of(sites.SECOND_SITE, tmp_path_factory.mktemp("articles") / "project")
    (made / "content/articles").mkdir()
    (made / "content/articles/a.md").write_bytes(page(guides="guides: [overdue]"))
    settings = made / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("not_in_nav: |\n", "not_in_nav: |\n  /articles/\n")
    settings.write_text(text, "utf-8")
    return made


def test_an_article_stands_among_the_other_pages(project: Path) -> None:
    site = sites.build(project, project / "site")
    article = (site / "articles/a/index.html").read_text("utf-8")
    assert 'data-review-by="2027-05-21"' in article
    assert "用指引走一遍" in article
    assert 'href="../../guides/overdue/"' in article
    assert "一篇文章" in (site / "articles/index.html").read_text("utf-8")
    assert "延伸阅读" in (site / "guides/overdue/index.html").read_text("utf-8")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    [entry] = [e for e in index["docs"] if e["location"] == "articles/a/"]
    assert entry["keywords"] == ["别的说法"]
    assert "用指引走一遍" not in entry["text"]


def test_a_fault_in_an_article_stops_the_build_like_any_other(project: Path) -> None:
    articles = project / "content/articles"
    (articles / "b.md").write_bytes(page(topic="topic: 别的"))
    (articles / "c.md").write_bytes(page())
    done = sites.mkdocs("build", cwd=project)
    for name in ("b.md", "c.md"):
        (articles / name).unlink()
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "content/articles/b.md:4:8 错误[ART004]" in said
    assert "content/articles/c.md:6:10 错误[ART007] 没有叫“demo”的指引" in said
    assert "Traceback" not in said
