# SPDX-License-Identifier: MIT
"""Channels: their pages, the table of all, how firm each statement is, and who leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.check import Checked, CheckedLibrary, check
from generator.compile.channels import channel_index, channel_of, channel_view
from generator.compile.context import Context, context
from generator.compile.outcomes import outcome_view
from generator.model import Channel, Library
from generator.site import Build, Settings, build
from tests import shipped as ours
from tests.libraries import library
from tests.page_reading import front_matter, parsed_page, words

TREES = Path(__file__).parents[1] / "decision_trees"
OFFICIAL_NUMBERS = {"110", "96110", "12315", "12345", "12363", "12377"}
FILE = """\
channels:
  self_check:
    title: 自己先看
    summary: 先看清。
    run_by: 你自己
    good_for: [刚下单, 还没问]
    can:
      - {text: 看订单。, grade: law, provisions: [demo-1]}
    cannot:
      - {text: 不能替你要钱。, grade: B, source: 某通告}
    bring: [订单号]
    steps:
      - {text: 点开订单。, grade: advice}
    limits:
      - {text: 两天内。, grade: practice}
    order:
      - {text: 先看再问。, grade: advice}
    checked_on: "2026-11-21"
    review_by: "2027-05-21"
    formerly: [look-yourself]
"""
POLICE = FILE.replace("self_check:", "police:").replace("[look-yourself]", "[]")
OWN = FILE.replace("self_check:", "first-step:").replace("[look-yourself]", "[]")


def sources(text: str = FILE, **files: str) -> dict[str, bytes]:
    return library(channels__c=text, **files)


def built(text: str = FILE, *, directories: bool = False) -> Build:
    return build(sources(text), Settings(exports=False, directories=directories))


def compiled(checked: CheckedLibrary | None) -> Context:
    assert checked is not None
    return context(checked, directories=False)


def small(text: str = FILE) -> Context:
    return compiled(check(sources(text)).library)


@pytest.fixture(scope="module")
def checked() -> Checked:
    return ours.checked()


@pytest.fixture(scope="module")
def shipped(checked: Checked) -> Library:
    assert checked.library is not None
    return checked.library.library


@pytest.fixture(scope="module")
def real() -> Build:
    return ours.built()


# ---- one channel ---------------------------------------------------------------------------------


def test_a_page_says_when_it_must_be_looked_at_again() -> None:
    front, body = front_matter(built().files["channels/self_check.md"])
    assert front["review_by"] == "2027-05-21"
    root = next(e for e in parsed_page(body) if "lb-page" in (e.get("class") or ""))
    assert root.get("data-review-by") == "2027-05-21"
    assert "核对日期" in words(root)
    assert "2026-11-21" in words(root)


def test_each_statement_wears_how_firm_it_is() -> None:
    view = channel_view(small(), "self_check")
    tags = [fact.tag.word if fact.tag else "" for fact in (*view.can, *view.cannot, *view.steps)]
    assert tags == ["法定", "待核对", ""]
    assert [tag.word for tag in view.legend] == ["法定", "待核对", "平台惯例"]
    assert view.cannot[0].source == "某通告"
    assert [c.id for c in view.can[0].citations] == ["demo-1"]


def test_the_tags_on_a_page_are_explained_on_it() -> None:
    every = parsed_page(front_matter(built().files["channels/self_check.md"])[1])
    tags = [words(e) for e in every if "lb-tag" in (e.get("class") or "").split()]
    assert tags == ["法定", "待核对", "平台惯例", "法定", "待核对", "平台惯例"]


def test_what_nobody_said_has_no_heading() -> None:
    text = built().files["channels/self_check.md"].content.decode()
    assert 'id="costs"' not in text
    assert 'id="limits"' in text


def test_a_former_address_leads_on() -> None:
    text = built().files["channels/look-yourself.html"].content.decode()
    assert 'href="../channels/self_check.html"' in text or 'href="self_check.html"' in text


# ---- who leads to it -----------------------------------------------------------------------------


def test_an_action_leads_to_the_channel_of_its_rung() -> None:
    made = small()
    assert channel_of(made.checked.library, "first-step") == "self_check"
    leading = channel_view(made, "self_check").outcomes
    assert [link.url for link in leading] == ["outcomes/late.html", "outcomes/fresh.html"]
    [step] = outcome_view(made, "late").today
    assert step.channel is not None
    assert step.channel.url == "channels/self_check.html"


def test_a_channel_with_the_own_id_of_the_action_comes_first() -> None:
    both = FILE + OWN.removeprefix("channels:\n")
    assert channel_of(small(both).checked.library, "first-step") == "first-step"


def test_an_action_without_a_channel_leads_nowhere() -> None:
    made = small(POLICE)
    assert channel_of(made.checked.library, "first-step") == ""
    assert outcome_view(made, "late").today[0].channel is None
    assert channel_view(made, "police").outcomes == ()


def test_the_outcome_page_links_to_the_channel() -> None:
    text = built().files["outcomes/late.md"].content.decode()
    assert 'href="../channels/self_check.html"' in text


# ---- all channels --------------------------------------------------------------------------------


def test_rows_stand_in_the_order_of_the_files_with_the_first_of_each_kind() -> None:
    made = small(FILE + POLICE.removeprefix("channels:\n"))
    index = channel_index(made)
    assert [row.url for row in index.rows] == ["channels/self_check.html", "channels/police.html"]
    row = index.rows[0]
    assert row.good_for == ("刚下单", "还没问")
    assert row.limit is not None
    assert row.limit.text == "两天内。"
    assert row.cost is None
    assert [group.channel.title for group in index.order] == ["自己先看"] * 2


def test_what_the_sources_leave_open_is_said() -> None:
    every = parsed_page(front_matter(built().files["channels/index.md"])[1])
    cells = [words(e) for e in every if e.get("role") == "cell"]
    assert cells[-1] == "要钱吗没有核对到来源"


def test_the_police_stand_above_the_table_if_there_is_such_a_channel() -> None:
    with_police = front_matter(built(POLICE).files["channels/index.md"])[1]
    assert with_police.index('id="urgent"') < with_police.index("<table")
    assert 'id="urgent"' not in front_matter(built().files["channels/index.md"])[1]


def test_without_channels_there_are_no_pages() -> None:
    files = build(library(), Settings(exports=False)).files
    assert [path for path in files if path.startswith("channels/")] == []


# ---- what we ship --------------------------------------------------------------------------------


def statements(shipped: Library) -> Iterator[tuple[str, Any]]:
    for name, channel in shipped.channels.items():
        yield from ((str(name), fact) for fact in channel.facts())


def texts(channel: Channel) -> Iterator[str]:
    yield from (channel.title, channel.summary, channel.run_by, channel.where or "")
    yield from (*channel.good_for, *channel.bring)
    for fact in channel.facts():
        yield from (fact.text, fact.source or "")


def test_every_rung_that_leads_away_from_the_two_of_you_has_a_channel(shipped: Library) -> None:
    for name, action in shipped.actions.items():
        if action.stage in ("platform", "payment", "court", "police"):
            assert channel_of(shipped, str(name)), name
    reached = {channel_of(shipped, str(name)) for name in shipped.actions}
    assert {"complain-12315", "consumer-association", "pboc-complaint"} <= reached
    assert "telecom-complaint" in reached


def test_what_is_called_law_names_its_provision_and_the_rest_its_source(shipped: Library) -> None:
    for name, fact in statements(shipped):
        if fact.grade == "law":
            assert fact.provisions, (name, fact.text)
            assert fact.source is None, (name, fact.text)
        else:
            assert not fact.provisions, (name, fact.text)
        if fact.grade in ("A", "A-", "B"):
            assert fact.source, (name, fact.text)


def test_every_period_is_law_with_a_provision_or_said_not_to_be(shipped: Library) -> None:
    period = re.compile(r"[\d一二两三四五六七八九十百]+ ?(?:个)?(?:工作)?(?:日|天|个月|年|小时)")
    for name, fact in statements(shipped):
        if period.search(re.sub(r"20\d\d 年|上一年", "", fact.text)):
            assert fact.grade in ("law", "practice", "B"), (name, fact.text)


def test_what_others_can_change_any_day_is_reviewed_sooner(shipped: Library) -> None:
    for name, channel in shipped.channels.items():
        doubtful = any(f.source and f.grade in ("B", "practice") for f in channel.limits)
        assert not doubtful or channel.review_by <= "2027-02-21", name


def test_no_number_but_the_official_public_ones_appears(shipped: Library) -> None:
    number = re.compile(r"(?<![\d-])\d{3,}(?![\d-])(?!\s*(?:年|元|名|条))")
    said = [text for channel in shipped.channels.values() for text in texts(channel)]
    said += [
        text
        for entry in shipped.misquotes.values()
        for text in (entry.claim, *entry.heard, entry.wrong, entry.right)
    ]
    found = {n for text in said for n in number.findall(text)}
    found -= {"2013"}  # “2013 到 2014 年”
    assert found <= OFFICIAL_NUMBERS
    assert {"110", "12315"} <= found
    digits = re.compile(r"400[- ]?\d{3}|0\d{2,3}-\d{7}|1\d{10}|95\d{3}")
    assert [text for text in said if digits.search(text)] == []


def test_the_shipped_channels_raise_no_problem(checked: Checked) -> None:
    found = [p for p in checked.problems if str(p.span).startswith("channels/")]
    assert [f"{p.span} {p.message}" for p in found] == []


def test_every_page_is_sound_and_every_link_leads_somewhere(real: Build) -> None:
    bodies = {
        path.replace(".md", ".html"): front_matter(page)[1]
        for path, page in real.files.items()
        if path.endswith(".md") and page.content.startswith(b"---\n")
    }
    pages = {path: body for path, body in bodies.items() if path.startswith("channels/")}
    assert len(pages) >= 12
    for path, body in pages.items():
        ids = [e.get("id") for e in parsed_page(body) if e.get("id")]
        assert len(ids) == len(set(ids)), path
        for element in parsed_page(body):
            href = element.get("href") or ""
            if href.startswith("../"):
                target, _, anchor = href.removeprefix("../").partition("#")
                assert target in bodies, (path, href)
                assert not anchor or f'id="{anchor}"' in bodies[target], (path, href)
            else:
                assert href in ("", "tel:110"), (path, href)


def test_both_are_two_taps_from_home_on_a_phone() -> None:
    config = (TREES.parent / "mkdocs.yml").read_text("utf-8")
    footer = config[config.index("footer:") : config.index("plugins:")]
    for page in ("channels/index.md", "misquotes.md"):
        assert footer.count(f"url: {page}}}") == 1
        assert sum(line.endswith(f": {page}") for line in config.splitlines()) == 1, "in the nav"
