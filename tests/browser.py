# SPDX-License-Identifier: MIT
"""A small static server, Chromium, and a watch on everything a page does wrong."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
_LISTEN = """
window.lbViolations = [];
document.addEventListener('securitypolicyviolation', (e) =>
  window.lbViolations.push(
    `${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below `prefix`, with its 404.html, as a static host would."""

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serving(folder: Path, prefix: str = "/") -> Iterator[str]:
    """The address of `folder`, served until the block ends."""
    handler = partial(_Handler, directory=str(folder), prefix=prefix)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Watch:
    """What went wrong on one page while it was open."""

    page: Page
    origin: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Policy violations, console errors and requests to other origins."""
        violations = self.page.evaluate("window.lbViolations")
        return [*violations, *self.console, *self.foreign]

    def forget(self) -> None:
        """Start over, before the next page."""
        self.console.clear()
        self.foreign.clear()


@contextlib.contextmanager
def watched(browser: Browser, origin: str, **options: Any) -> Iterator[Watch]:
    """A fresh page whose faults are noted. `origin` is what every request must start with."""
    context = browser.new_context(locale="zh-CN", **options)
    page = context.new_page()
    page.add_init_script(_LISTEN)
    watch = Watch(page, origin)
    page.on("console", lambda m: watch.console.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: watch.console.append(str(error)))
    page.on("request", lambda request: _note(watch, request.url))
    try:
        yield watch
    finally:
        context.close()


def _note(watch: Watch, url: str) -> None:
    if not url.startswith((watch.origin, "data:", "blob:")):
        watch.foreign.append(url)
