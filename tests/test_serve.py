# SPDX-License-Identifier: MIT
"""`mkdocs serve` as an editor uses it: edit, break, mend, and watch the browser's side."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sites
from browser import watched
from playwright.sync_api import Browser

TREE = "trees/trees/overdue.yaml"
TITLE = "title: 图书馆借书逾期怎么办"
PATIENCE = 60


@dataclass
class Preview:
    """A running server and what it has printed."""

    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def page(self, path: str = "guides/overdue/") -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return str(error.read().decode())
        except OSError:
            return ""

    def wait_for(self, met: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not met():
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < until, self.log.read_text("utf-8")
            time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(project: Path) -> Iterator[Preview]:
    port = free_port()
    log = project.parent / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command, cwd=project, env=sites.environment(), stdout=out, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            yield Preview(f"http://127.0.0.1:{port}/a/b/", log, process)
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture
def project(tmp_path: Path, plugin_installed: None) -> Path:
    return sites.copy_of(sites.SECOND_SITE, tmp_path / "project")


def write(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_shows_a_fault_warns_and_keeps_the_page_and_the_mend_clears_it(
    project: Path,
) -> None:
    tree = project / TREE
    with serving(project) as preview:
        preview.wait_for(lambda: "图书馆借书逾期怎么办" in preview.page())
        assert "lb-preview" not in preview.page()

        write(tree, TITLE, "title: 书过期了怎么办")
        preview.wait_for(lambda: "书过期了怎么办" in preview.page())

        write(tree, "start: lateness", "start: latenes")
        preview.wait_for(lambda: "lb-preview" in preview.page())
        broken = preview.page()
        assert "trees/trees/overdue.yaml:7:8" in broken
        assert "上一次没有问题时的内容" in broken
        assert "书过期了怎么办" in broken
        assert "lb-preview" in preview.page("")
        assert "overdue.yaml:7:8" in preview.log.read_text("utf-8")

        write(tree, "start: latenes\n", "start: lateness\n")
        preview.wait_for(lambda: "lb-preview" not in preview.page())
        assert "书过期了怎么办" in preview.page()
        assert "Traceback" not in preview.log.read_text("utf-8")


def test_an_open_page_follows_the_source_by_itself(project: Path, chromium: Browser) -> None:
    tree = project / TREE
    with serving(project) as preview:
        preview.wait_for(lambda: "图书馆借书逾期怎么办" in preview.page())
        with watched(chromium, preview.address.removesuffix("a/b/")) as watch:
            watch.page.goto(preview.address + "guides/overdue/")
            write(tree, "start: lateness", "start: latenes")
            watch.page.locator(".lb-preview").wait_for(timeout=PATIENCE * 1000)
            write(tree, "start: latenes\n", "start: lateness\n")
            watch.page.locator(".lb-preview").wait_for(state="detached", timeout=PATIENCE * 1000)
            # The page may still be loading anew: wait, do not look once.
            watch.page.get_by_text("图书馆借书逾期怎么办").first.wait_for()


def test_a_start_with_faults_shows_them_and_the_mend_brings_the_site(project: Path) -> None:
    tree = project / TREE
    write(tree, "start: lateness", "start: latenes")
    with serving(project) as preview:
        preview.wait_for(lambda: "overdue.yaml:7:8" in preview.page(""))
        assert "上一次没有问题" not in preview.page("")
        # The guide does not exist yet: its address must tell why.
        assert "overdue.yaml:7:8" in preview.page()
        assert "CSP0" not in preview.log.read_text("utf-8")

        write(tree, "start: latenes\n", "start: lateness\n")
        preview.wait_for(lambda: "图书馆借书逾期怎么办" in preview.page())
        assert "lb-preview" not in preview.page("")
        assert "Traceback" not in preview.log.read_text("utf-8")


def test_the_banner_escapes_what_the_source_says(project: Path) -> None:
    write(project / TREE, "start: lateness", "start: lateness\n<script>x</script>: 1")
    with serving(project) as preview:
        preview.wait_for(lambda: "lb-preview" in preview.page(""))
        assert "<script>x" not in preview.page("")
