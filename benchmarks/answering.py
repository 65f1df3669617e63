# SPDX-License-Identifier: MIT
"""From a tap on an answer to the frame that shows the next question, at 6x CPU slow-down.

Real taps on a phone-sized page. What is timed, in the page itself:

* *work to the frame*: what the main thread does for the reader's eyes: the task of the click,
  then the next frame from its start to its end (style, layout, paint).
* *tap to frame*: the same with the wait for the frame, which comes every 16.7 ms.
* *script, style, layout until at rest*: also what the guide leaves for after that frame: address,
  focus, announcement. Layout forced by scripts is counted twice here, as the browser counts it.

The floor is a page of one button whose handler changes one word. Every fourth tap is on a page
just loaded, so its code and glyphs are met for the first time, as a reader meets them.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from benchmarks.tables import table
from tests.browser import ARGS, CHROMIUM, serving

SLOWDOWN = 6
ROUNDS = 80
PER_PAGE = 4
_REST_MS = 600
"""After a tap: for the frame, the work after it, and the time in which a double tap is refused."""
_COSTS = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
_EMPTY = """<!doctype html><meta name=viewport content="width=device-width"><title>empty</title>
<button type=button>x</button><script>
document.querySelector("button").addEventListener("click", (event) => {
  event.target.firstChild.data += "x"; });
</script>"""
_WATCH = """
const soon = (work) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = work;
  channel.port2.postMessage(0);
};
window.addEventListener("click", () => {
  const start = performance.now();
  const tap = window.lbTap = {};
  let idle = 0; // from the end of the tap's own task to the start of the frame
  soon(() => { idle = performance.now(); });
  requestAnimationFrame(() => {
    const frame = performance.now();
    const waited = idle ? frame - idle : 0;
    soon(() => {
      tap.whole = performance.now() - start;
      tap.work = tap.whole - waited;
    });
  });
}, true);
"""
_PLACE = """(() => {
  const { x, y } = document.querySelector("decision-guide .lb-option, body > button")
    .getBoundingClientRect();
  return [x + 6, y + 6];
})()"""


@dataclass(frozen=True)
class Tap:
    """What one tap cost, in milliseconds."""

    work: float
    whole: float
    rest: float


def report(site: Path) -> None:
    """Print the table for the first guide of `site`."""
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
        )
        guide = f"{address}guides/full-refund.html"
        floor = list(_taps(context, lambda page: page.set_content(_EMPTY)))
        ours = list(_taps(context, lambda page: page.goto(guide)))
        browser.close()
    rows = [row for what, taps in _KINDS for row in _rows(what, taps, floor, ours)]
    title = f"Answer to next question at {SLOWDOWN}x slow-down, {ROUNDS} taps, ms"
    table(title, ("what", "page", "median", "p95", "max"), rows)


_KINDS: tuple[tuple[str, Callable[[Tap], float]], ...] = (
    ("work to the frame", lambda tap: tap.work),
    ("tap to frame", lambda tap: tap.whole),
    ("script, style, layout until at rest", lambda tap: tap.rest),
)


def _rows(
    what: str, cost: Callable[[Tap], float], floor: list[Tap], ours: list[Tap]
) -> Iterator[tuple[str, ...]]:
    for name, taps in (("one button (floor)", floor), ("guide", ours)):
        yield (what, name, *_numbers([cost(tap) for tap in taps]))


def _taps(context: BrowserContext, show: Callable[[Page], object]) -> Iterator[Tap]:
    for _ in range(ROUNDS // PER_PAGE):
        page = context.new_page()
        show(page)
        page.evaluate(_WATCH)
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.wait_for_timeout(_REST_MS)
        for _ in range(PER_PAGE):
            yield _tap(page, session)
        page.close()


def _tap(page: Page, session: CDPSession) -> Tap:
    before = _metrics(session)
    page.touchscreen.tap(*page.evaluate(_PLACE))
    page.wait_for_timeout(_REST_MS)
    rest = (_metrics(session) - before) * 1000
    seen = page.evaluate("window.lbTap")
    return Tap(seen["work"], seen["whole"], rest)


def _metrics(session: CDPSession) -> float:
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    return float(sum(metrics[name] for name in _COSTS))


def _numbers(values: list[float]) -> tuple[str, str, str]:
    ordered = sorted(values)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{statistics.median(values):.1f}", f"{p95:.1f}", f"{max(values):.1f}"
