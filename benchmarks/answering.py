# SPDX-License-Identifier: MIT
"""Answer to next question: script, style and layout time in Chromium at 6x CPU slow-down.

The floor is the same measurement of a button on an empty page whose handler does nothing.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.tables import table
from tests.browser import ARGS, CHROMIUM, serving

SLOWDOWN = 6
ROUNDS = 120
_COSTS = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
_EMPTY = "<!doctype html><title>empty</title><button type=button>x</button>"
_CLICK = """() => { const options = document.querySelectorAll(
  'decision-guide button.lb-option'); options[0].click();
  return document.body.offsetHeight; }"""
_CLICK_EMPTY = (
    "() => { document.querySelector('button').click(); return document.body.offsetHeight; }"
)


def report(site: Path) -> None:
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        page = browser.new_page(viewport={"width": 390, "height": 844})
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        rows = [
            ("empty page (floor)", *_numbers(_floor(page, session))),
            ("answer to next question", *_numbers(_answers(page, session, address))),
        ]
        browser.close()
    title = f"Script + style + layout at {SLOWDOWN}x slow-down, {ROUNDS} clicks, ms"
    table(title, ("what", "median", "p95", "max"), rows)


def _floor(page: Page, session: CDPSession) -> list[float]:
    page.set_content(_EMPTY)
    return [_cost(page, session, _CLICK_EMPTY) for _ in range(ROUNDS)]


def _answers(page: Page, session: CDPSession, address: str) -> list[float]:
    taken: list[float] = []
    while len(taken) < ROUNDS:
        page.goto(f"{address}guides/full-refund.html")
        page.wait_for_selector("decision-guide button.lb-option")
        for _ in range(4):  # the first four questions after the first option of each
            taken.append(_cost(page, session, _CLICK))
    return taken[:ROUNDS]


def _cost(page: Page, session: CDPSession, script: str) -> float:
    before = _metrics(session)
    page.evaluate(script)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return (_metrics(session) - before) * 1000


def _metrics(session: CDPSession) -> float:
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    return float(
        sum(metrics[k] for k in ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration"))
    )


def _numbers(values: list[float]) -> tuple[str, str, str]:
    ordered = sorted(values)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{statistics.median(values):.1f}", f"{p95:.1f}", f"{max(values):.1f}"
