# SPDX-License-Identifier: MIT
"""What a reader does with <decision-guide>, and what they then see, in words of the tests."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from component_fixture import FACTS
from playwright.sync_api import Locator, Page, expect

GUIDE = "guides/refund/"
FAR = "problem=not_arrived&delivery=promised&amount=under_500&proof=page"
LOST = "链接里有些回答已经对不上了，我们带你回到能接着答的地方。"
# The guide finishes its work (address, focus) just after the frame that shows a new question.
_REST = """() => new Promise((done) =>
  requestAnimationFrame(() => setTimeout(() => setTimeout(done))))"""


def rest(page: Page) -> None:
    """Wait until the page has done all it does after a tap."""
    page.evaluate(_REST)


def fragment(page: Page) -> str:
    """The answers in the address, once the page has come to rest."""
    rest(page)
    return urlsplit(page.evaluate("location.href")).fragment


def asks(page: Page, fact: str) -> None:
    """The question on show is that of `fact`, or of the group `proof`."""
    question = "手上有哪些证据？" if fact == "proof" else FACTS[fact]["q"]
    expect(page.locator("decision-guide h2")).to_have_text(question)
    rest(page)


def option(page: Page, label: str) -> Locator:
    """The answers whose words hold `label`."""
    return page.locator(".lb-option", has_text=label)


def tap(page: Page, label: str) -> None:
    """Tap the first such answer, as a person does: not before the question could be read."""
    page.wait_for_timeout(400)
    option(page, label).first.click()


def notice(page: Page) -> Locator:
    """What the guide says has happened."""
    return page.locator("decision-guide .lb-notice")


def trail(page: Page) -> list[str]:
    """The answers listed, one text a row; the list is made when it is opened."""
    page.locator(".lb-trail").evaluate("(fold) => { fold.open = true; }")
    page.wait_for_function("document.querySelector('.lb-trail__row') !== null")
    rows = page.locator(".lb-trail__row").all()
    return [re.sub(r"\s+", "", row.text_content() or "") for row in rows]


def focused(page: Page) -> str:
    """The text of the element that has the focus, once the page has come to rest."""
    rest(page)
    return str(page.evaluate("document.activeElement.textContent"))
