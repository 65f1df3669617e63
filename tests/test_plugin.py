# SPDX-License-Identifier: MIT
"""The plugin inside mkdocs: what lands in the site, and what happens when something is wrong."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import sites

TREE = "trees/trees/overdue.yaml"


@pytest.fixture
def project(tmp_path: Path, plugin_installed: None) -> Path:
    return sites.copy_of(sites.SECOND_SITE, tmp_path / "project")


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def fails(project: Path, *args: str) -> str:
    """What mkdocs says when it refuses, with exit code 1 and no traceback."""
    done = sites.mkdocs("build", *args, cwd=project)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    return said


# ---- what is built -----------------------------------------------------------------------------


def test_the_compiled_pages_are_in_the_site(second_site: Path) -> None:
    guide = (second_site / "guides/overdue/index.html").read_text("utf-8")
    assert "图书馆借书逾期怎么办" in guide
    assert list(second_site.glob("guides/overdue/q/*/index.html"))
    assert "assets/lubiao/guide.js" in guide


def test_the_edit_link_leads_to_the_yaml(second_site: Path) -> None:
    guide = (second_site / "guides/overdue/index.html").read_text("utf-8")
    assert "https://books.example/source/edit/main/trees/trees/overdue.yaml" in guide


@pytest.mark.parametrize(
    ("page", "script"),
    [("index.html", "page"), ("guides/overdue/index.html", "guide"), ("law/index.html", "page")],
)
def test_each_page_loads_its_one_script_deferred(second_site: Path, page: str, script: str) -> None:
    text = (second_site / page).read_text("utf-8")
    ours = re.findall(r'<script src="[./]*assets/lubiao/([\w-]+)\.js"( defer)?></script>', text)
    assert ours == [(script, " defer")]


def test_one_policy_on_every_page(second_site: Path) -> None:
    policies = set()
    for path in second_site.rglob("*.html"):
        found = re.findall(r'Content-Security-Policy" content="([^"]*)"', path.read_text("utf-8"))
        assert len(found) == 1, path
        policies |= set(found)
    assert len(policies) == 1


def test_only_the_worker_of_material_is_replaced(second_site: Path) -> None:
    [worker] = second_site.glob("assets/javascripts/workers/search.*.min.js")
    assert b"SPDX-License-Identifier: MIT" in worker.read_bytes()
    [bundle] = second_site.glob("assets/javascripts/bundle.*.min.js")
    assert b"SPDX" not in bundle.read_bytes()


def test_the_sitemap_has_the_pages_own_dates_and_no_made_up_ones(second_site: Path) -> None:
    sitemap = (second_site / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<loc>") > 1
    assert re.search(r"/sayings/</loc>\s*<lastmod>2026-11-01</lastmod>", sitemap)
    assert time.strftime("%Y-%m-%d") not in sitemap
    assert "1980" not in sitemap


def test_a_checklist_in_markdown_is_a_download_not_a_page(second_site: Path) -> None:
    files = list(second_site.glob("downloads/*.md"))
    assert files
    assert not list(second_site.glob("downloads/**/*.html"))


def test_without_exports_there_are_no_downloads(project: Path) -> None:
    replace_in(project / "mkdocs.yml", "{trees_dir: trees}", "{trees_dir: trees, exports: false}")
    site = sites.build(project, project / "site")
    assert not (site / "downloads").exists()


# ---- the same bytes every time -----------------------------------------------------------------

ANOTHER_DAY = """
import datetime, time
SHIFT = 400 * 24 * 3600 + 12345
_now = time.time
time.time = lambda: _now() + SHIFT
class Shifted(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
datetime.datetime = Shifted
class ShiftedDate(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
datetime.date = ShiftedDate
"""


def test_another_day_folder_time_zone_and_hash_seed_give_the_same_bytes(
    second_site: Path, project: Path, tmp_path: Path
) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(ANOTHER_DAY)
    env = {
        "PYTHONPATH": f"{clock}:{sites.environment().get('PYTHONPATH', '')}",
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "LANG": "C",
    }
    again = sites.build(project, tmp_path / "elsewhere" / "site", env)
    assert sites.digests(again) == sites.digests(second_site)


# ---- faults in the sources ---------------------------------------------------------------------


@pytest.fixture
def built(project: Path) -> dict[str, str]:
    """The hashes of a good build in `project`/site."""
    return sites.digests(sites.build(project, project / "site"))


def left_alone(project: Path, before: dict[str, str]) -> None:
    assert sites.digests(project / "site") == before
    assert not (project / ".site.next").exists()


def test_a_fault_in_a_tree_stops_the_build_and_leaves_the_old_site(
    project: Path, built: dict[str, str]
) -> None:
    replace_in(project / TREE, "start: lateness", "start: latenes")
    said = fails(project)
    assert re.search(r"trees/trees/overdue\.yaml:7:8", said)
    assert "latenes" in said
    left_alone(project, built)


def test_every_fault_is_told_at_once(project: Path) -> None:
    replace_in(project / TREE, 'review_by: "2027-05-01"', 'review_by: "2027-15-01"')
    replace_in(project / "trees/actions/desk.yaml", "stage: negotiate", "stage: talk")
    said = fails(project)
    assert "overdue.yaml:5:12" in said
    assert "desk.yaml:11:12" in said


def test_yaml_that_cannot_be_read_is_told_with_its_place(
    project: Path, built: dict[str, str]
) -> None:
    replace_in(project / TREE, "  lateness:\n", "  lateness: [\n")
    assert re.search(r"trees/trees/overdue\.yaml:\d+:\d+", fails(project))
    left_alone(project, built)


# ---- faults in the pages -----------------------------------------------------------------------


def test_what_the_policy_would_block_stops_the_build(project: Path, built: dict[str, str]) -> None:
    page = project / "content/index.md"
    page.write_text(page.read_text("utf-8") + '\n<p style="color:red">红</p>\n', "utf-8")
    said = fails(project)
    assert re.search(r"index\.html:\d+:\d+", said)
    assert "CSP002" in said
    left_alone(project, built)


def test_a_dead_link_stops_a_strict_build_and_leaves_the_old_site(
    project: Path, built: dict[str, str]
) -> None:
    replace_in(project / "content/index.md", "guides/overdue.md", "guides/overdu.md")
    assert "guides/overdu.md" in fails(project, "--strict")
    left_alone(project, built)


def test_files_of_an_older_build_go(project: Path, built: dict[str, str]) -> None:
    (project / "site/old").mkdir()
    (project / "site/old/index.html").write_text("old")
    (project / "site/.keep").write_text("")
    sites.build(project, project / "site")
    assert sites.digests(project / "site") == built | {
        ".keep": sites.digests(project / "site")[".keep"]
    }


# ---- faults in mkdocs.yml ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("{trees_dir: tress}", "找不到文件夹“tress”"),
        ("{}", "找不到文件夹“decision_trees”"),
        ("{trees_dir: 3}", "要写文件夹的名字"),
        ("{trees_dir: [a]}", "要写文件夹的名字"),
        ("{trees_dir: mkdocs.yml}", "找不到文件夹“mkdocs.yml”"),
        ("{trees_dir: trees, exports: 是}", "只能写 true 或 false"),
    ],
)
def test_a_wrong_setting_is_told_plainly(project: Path, options: str, words: str) -> None:
    replace_in(project / "mkdocs.yml", "{trees_dir: trees}", options)
    assert words in fails(project)


def test_an_unknown_setting_is_refused(project: Path) -> None:
    replace_in(project / "mkdocs.yml", "{trees_dir: trees}", "{trees_dir: trees, tree_dir: x}")
    assert "tree_dir" in fails(project, "--strict")
