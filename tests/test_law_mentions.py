# SPDX-License-Identifier: MIT
"""What a provision's page says of its users, against the source files read in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check import check
from generator.compile.articles import article_mentions
from generator.compile.context import Context, context
from generator.compile.mentions import LABELS, cited_by
from generator.compile.outcomes import outcome_view
from generator.render.pages import render_outcome
from tests import shipped as ours
from tests.law_cases import law_files
from tests.law_reading import ARTICLES
from tests.libraries import library

TREES = Path(__file__).parents[1] / "decision_trees"
PIECES = {
    "actions": ("today", "road"),
    "letters": ("letters",),
    "deadlines": ("deadlines",),
    "evidence": ("evidence",),
    "replies": ("replies",),
    "warnings": ("warnings",),
    "sums": ("sums",),
}
SINGULAR = {"actions": "action", "letters": "letter", "deadlines": "deadline",
            "evidence": "evidence", "replies": "reply", "warnings": "warning",
            "sums": "sum"}  # fmt: skip


def compiled(sources: dict[str, bytes]) -> Context:
    checked = check(sources).library
    assert checked is not None
    return context(checked, directories=False)


@pytest.fixture(scope="module")
def real() -> Context:
    return context(ours.library(), directories=False)


def shelf(kind: str) -> dict[str, Any]:
    """Everything under the key `kind` in all source files."""
    entries: dict[str, Any] = {}
    for file in sorted(TREES.rglob("*.yaml")):
        loaded = yaml.safe_load(file.read_text("utf-8"))
        if "tree" not in loaded:
            entries |= loaded.get(kind) or {}
    return entries


def uses(outcome: dict[str, Any], kind: str) -> Iterator[str]:
    for field in PIECES[kind]:
        for use in outcome.get(field, ()):
            yield use if isinstance(use, str) else use[SINGULAR[kind]]


def cites(outcome: dict[str, Any]) -> set[str]:
    found = {
        use if isinstance(use, str) else use["provision"] for use in outcome.get("provisions", ())
    }
    for reason in outcome["reasons"]:
        found |= set(reason.get("provisions", ())) if isinstance(reason, dict) else set()
    for kind in PIECES:
        for name in uses(outcome, kind):
            found |= set(shelves[kind][name].get("provisions", ()))
    return found


shelves = {kind: shelf(kind) for kind in (*PIECES, "outcomes", "channels", "misquotes")}


def told(real: Context, kind: str) -> set[tuple[str, str]]:
    """(provision, title) of every link of a kind."""
    return {
        (name, link.title)
        for name, groups in cited_by(real).items()
        for group in groups
        if group.label == LABELS[kind]
        for link in group.links
    }


def test_every_outcome_that_cites_a_provision_is_named(real: Context) -> None:
    outcomes = shelves["outcomes"].values()
    assert told(real, "outcomes") == {(p, o["title"]) for o in outcomes for p in cites(o)}


def test_the_guides_that_lead_to_them_are_named(real: Context) -> None:
    titles = {
        loaded["tree"]: loaded["title"]
        for file in (TREES / "trees").glob("*.yaml")
        if "tree" in (loaded := yaml.safe_load(file.read_text("utf-8")))
    }
    leading = {(outcome, titles[tree]) for outcome, trees in real.leading.items() for tree in trees}
    assert told(real, "guides") == {
        (p, title) for outcome, title in leading for p in cites(shelves["outcomes"][outcome])
    }


@pytest.mark.parametrize("kind", PIECES)
def test_every_piece_that_cites_a_provision_and_is_used_is_named(real: Context, kind: str) -> None:
    used = {name for o in shelves["outcomes"].values() for name in uses(o, kind)}
    title = {"replies": "they_say", "warnings": "text"}.get(kind, "title")
    wanted = {
        (p, shelves[kind][name][title])
        for name in used
        for p in shelves[kind][name].get("provisions", ())
    }
    assert told(real, kind) == wanted


def test_channels_and_wrong_claims_that_cite_a_provision_are_named(real: Context) -> None:
    wrong = {
        (p, m["claim"]) for m in shelves["misquotes"].values() for p in m.get("provisions", ())
    }
    assert told(real, "misquotes") == wrong
    lists = ("can", "cannot", "steps", "limits", "order", "costs")
    channels = {
        (p, c["title"])
        for c in shelves["channels"].values()
        for field in lists
        for fact in c.get(field, ())
        for p in (fact.get("provisions", ()) if isinstance(fact, dict) else ())
    }
    assert told(real, "channels") == channels


def test_a_piece_leads_to_its_place_on_the_first_outcome_that_uses_it() -> None:
    action = "actions:\n  first-step: {title: 第一步, stage: self_check, steps: [看。], "
    groups = cited_by(compiled(library(actions__a=action + "provisions: [demo-1]}\n")))["demo-1"]
    [step] = [g for g in groups if g.label == "要做的事"]
    assert [(link.url, link.note) for link in step.links] == [
        ("outcomes/late.html#step-first-step", "用在“late 的结论”等 2 个结论")
    ]
    assert [g.label for g in groups] == ["指引", "结论", "要做的事"]


def test_links_into_outcomes_have_their_place(real: Context) -> None:
    links = {link.url for groups in cited_by(real).values() for g in groups for link in g.links}
    ids: dict[str, set[str]] = {}
    for path, _, anchor in (url.partition("#") for url in links):
        if anchor and path.startswith("outcomes/"):
            name = path.removeprefix("outcomes/").removesuffix(".html")
            if name not in ids:
                page = render_outcome(outcome_view(real, name), "../")
                ids[name] = set(re.findall(r' id="([^"]*)"', page))
            assert anchor in ids[name], f"{path}#{anchor}"


# ---- articles ----------------------------------------------------------------------------------


def test_articles_that_link_to_a_provision_are_named() -> None:
    here = compiled({**library(), **law_files()})
    articles = {path: text.encode() for path, text in ARTICLES.items()}
    found = cited_by(here, article_mentions(here, articles))
    links = {
        name: [(link.title, link.url) for g in groups if g.label == "文章" for link in g.links]
        for name, groups in found.items()
    }
    assert links["rules-2-new"] == [("第一篇", "articles/one.html"), ("首页", "index.html")]
    assert links["demo-1"] == [
        ("Two", "articles/html.html"), ("index", "articles/index.html"),
        ("第一篇", "articles/one.html"),
    ]  # fmt: skip
    assert not any("none" in url for some in links.values() for _, url in some)
