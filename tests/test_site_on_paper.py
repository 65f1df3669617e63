# SPDX-License-Identifier: MIT
"""An outcome with answers, printed: few sheets, and only what concerns the reader."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from site_fixture import REAL

# Answers of a reader, and the outcome they lead to: typical ones, and the one with most to say.
PRINTED = ("not-arrived-overdue", "code-already-used", "misdescribed-with-proof")


# What the answers have hidden, where nothing that is left says the same.
_LEFT_OUT = """() => {
  const left = document.querySelector("outcome-view").cloneNode(true);
  left.querySelectorAll("[hidden], script").forEach((one) => one.remove());
  const texts = document.querySelectorAll("[data-when][hidden] :is(h3, p, summary)");
  return [...texts].map((one) => one.textContent.trim())
    .filter((text) => text.length > 9 && !left.textContent.includes(text));
}"""


@pytest.mark.skipif(not REAL, reason="no mkdocs.yml at the root")
@pytest.mark.parametrize("outcome", PRINTED)
def test_an_outcome_with_answers_prints_on_a_few_sheets(
    built_site: Path, site_address: str, chromium: Browser, outcome: str
) -> None:
    text = (built_site / "guides" / "full-refund.html").read_text("utf-8")
    found = re.search(r'class="lb-data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    answers = way_to(json.loads(found.group(1)), outcome)
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site_address}outcomes/{outcome}.html#{answers}")
    page.locator("[data-slot=answers] .lb-trail").wait_for()
    quote = page.locator(".lb-law:not([hidden]) .lb-law__text").first.text_content() or ""
    left_out = page.evaluate(_LEFT_OUT)
    sheets = printed(page)
    words = "".join(sheets)
    assert len(sheets) <= 6
    assert "没有展开的原文不印在纸上" in words
    assert plain(quote)[:20] not in words
    assert left_out
    assert not [text for text in left_out if plain(text) in words]
    page.locator(".lb-law:not([hidden]) summary").first.click()
    assert plain(quote)[:20] in "".join(printed(page))
    page.close()


def printed(page: Page) -> list[str]:
    """The text of each A4 sheet, without spaces."""
    paper = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [plain(sheet.extract_text()) for sheet in paper.pages]


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def way_to(data: dict[str, Any], outcome: str) -> str:
    """Answers that lead from the first question to `outcome`, as they stand in an address."""
    goal = -1 - [entry[0] for entry in data["outcomes"]].index(outcome)
    ways: dict[int, dict[str, str]] = {data["starts"]["full-refund"]: {}}
    todo = list(ways)
    while goal not in ways:
        node = todo.pop(0)
        fact, destinations = data["nodes"][node][:2]
        for option, to in zip(data["facts"][fact]["options"], destinations, strict=True):
            if to not in ways:
                ways[to] = ways[node] | {fact: option["id"]}
                todo += [to] if to >= 0 else []
    return fragment_of(data["facts"], ways[goal])


def fragment_of(facts: dict[str, Any], answers: dict[str, str]) -> str:
    pairs: dict[str, str] = {}
    for fact, option in answers.items():
        group = facts[fact].get("group")
        if not group:
            pairs[fact] = option
            continue
        ticked = [*pairs.get(group, "").split(",")] if pairs.get(group, "none") != "none" else []
        ticked += [fact.removeprefix(f"{group}.")] if option == "yes" else []
        pairs[group] = ",".join(ticked) or "none"
    return "&".join(f"{key}={value}" for key, value in pairs.items())
