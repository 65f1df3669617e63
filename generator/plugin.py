# SPDX-License-Identifier: MIT
"""The MkDocs plugin: hands the compiled site to MkDocs. The only importer of mkdocs.

A build goes into a folder beside the site and takes its place at the very end; one that fails
leaves the old site as it was. While serving, faults in the sources stop nothing: they are printed,
shown on every page, and the last good content stays.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config.base import Config, ValidationError
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from generator import disk, finish, preview, report, site
from generator.folder import FolderFault, read_folder
from generator.problems import Problem, Span, has_errors
from generator.search import index as search

_THEME = Path(__file__).parent / "theme"
# MkDocs needs a date on every page to stamp the sitemap; the day of the build would make two
# equal builds differ. Pages without a date of their own get this one, and it is not shown.
_NO_DATE = "1980-01-01"
_NO_DATE_TAG = f"<lastmod>{_NO_DATE}</lastmod>"

_Commands = Literal["build", "gh-deploy", "serve"]


class TreesDir(Type[str]):
    """A folder of trees, relative to mkdocs.yml. It must exist."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)
        self._base = Path()

    def pre_validation(self, config: Config, key_name: str) -> None:
        """Remember where mkdocs.yml is."""
        self._base = Path(config.config_file_path or "mkdocs.yml").resolve().parent

    def run_validation(self, value: object) -> str:
        """The absolute path of the folder."""
        if not isinstance(value, str):
            raise ValidationError(f"这里要写文件夹的名字，不能写 {value!r}。")
        folder = self._base / value
        if not folder.is_dir():
            raise ValidationError(
                f"找不到文件夹“{value}”（{folder}）。"
                "它应当放着决策树的 YAML 文件，路径从 mkdocs.yml 所在的文件夹算起。"
            )
        return str(folder)


class Switch(Type[bool]):
    """`true` or `false`."""

    def __init__(self, default: bool) -> None:
        super().__init__(bool, default=default)

    def run_validation(self, value: object) -> bool:
        """The value itself."""
        if not isinstance(value, bool):
            raise ValidationError(f"这里只能写 true 或 false，不能写 {value!r}。")
        return value


class LubiaoConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say about the plugin."""

    trees_dir = TreesDir("decision_trees")
    exports = Switch(True)


class LubiaoPlugin(BasePlugin[LubiaoConfig]):  # type: ignore[no-untyped-call]
    """Compiles the trees and gives MkDocs the pages."""

    def __init__(self) -> None:
        self._serving = False
        self._seen: tuple[object, site.Build] | None = None
        self._good: site.Build | None = None
        self._problems: tuple[Problem, ...] = ()
        self._entries: list[search.Entry] = []
        self._target = Path()

    # ---- before the build ------------------------------------------------------------------

    def on_startup(self, *, command: _Commands, dirty: bool) -> None:
        """Remember the command. MkDocs keeps plugins with this event between rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the sources; nothing has been cleaned or written yet."""
        self._entries = []
        config.watch.append(self.config.trees_dir)
        self._compile(config)
        _add_theme(config)
        _add_assets(config)
        self._target = Path(config.site_dir)
        config.site_dir = str(disk.staging_folder(self._target))
        return config

    def _compile(self, config: MkDocsConfig) -> None:
        folder, pages = Path(self.config.trees_dir), Path(config.docs_dir)
        settings = site.Settings(
            name=config.site_name,
            site_url=config.site_url or "",
            exports=self.config.exports,
            directories=config.use_directory_urls,
            articles=disk.read_site(pages, {".md"}),
        )
        build = self._built(folder, settings)
        problems = (*_from_here(build.problems, folder), *_from_here(build.page_problems, pages))
        self._problems = problems if has_errors(problems) else ()
        self._good = self._good if self._problems else build
        self._tell(problems)

    def _built(self, folder: Path, settings: site.Settings) -> site.Build:
        try:
            sources = read_folder(folder)
        except FolderFault as fault:
            return site.Build({}, fault.problems)
        if self._seen is None or self._seen[0] != (sources, settings):
            self._seen = ((sources, settings), site.build(sources, settings))
        return self._seen[1]

    def _tell(self, problems: Sequence[Problem]) -> None:
        if not (told := report.text(problems)):
            return
        if self._problems and not self._serving:
            raise PluginError(f"源文件有问题，没有生成网站，原来的网站没有动：\n{told}")
        # Not through the logger: with `strict`, a logged warning would end the server.
        print(told, file=sys.stderr, flush=True)
        if self._problems:
            _forgive_warnings()

    # ---- during the build ------------------------------------------------------------------

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every compiled file, each with the address of the YAML behind it."""
        made_files = self._good.files if self._good else {}
        for path, made in sorted(made_files.items()):
            _put(files, _generated(config, path, self._content(path, made), self._source(made)))
        _put(files, _generated(config, finish.SEARCH_PAGE_PATH, search.page_script()))
        if self._problems:
            _put(files, _generated(config, preview.STYLE_PATH, preview.style()))
            if not any(file.dest_uri == "index.html" for file in files):
                _put(files, _generated(config, "index.md", preview.empty_home()))
        return files

    def _source(self, made: site.SiteFile) -> str:
        return str(Path(self.config.trees_dir, made.source)) if made.source else ""

    def _content(self, path: str, made: site.SiteFile) -> bytes:
        if self._problems and path.endswith(".html"):
            return self._warned(made.content.decode(), path).encode()
        return made.content

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Date the page by its own front matter, not by the day of the build."""
        page.update_date = str(page.meta.get("date") or _NO_DATE)
        return markdown

    @event_priority(100)
    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Note what search should know of the page (in Material's stead); end an article."""
        if not (page.meta.get("search") or {}).get("exclude"):
            words = search.keywords(page.meta.get("keywords") or page.meta.get("synonyms"))
            title = str(page.meta.get("title") or page.title)
            self._entries += search.page_entries(page.url, title, page.content or "", words)
        page.meta["search"] = {"exclude": True}
        context["article_end"] = self._good.endings.get(page.file.src_uri) if self._good else None
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Warn of faults in the sources at the top of the page."""
        return self._warned(output, page.url) if self._problems else output

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Leave made-up dates out of the sitemap; warn of faults on the 404 page."""
        if template_name == "sitemap.xml":
            return output_content.replace(_NO_DATE_TAG, "")
        if template_name.endswith(".html") and self._problems:
            root = urlsplit(config.site_url or "/").path
            return preview.with_banner(output_content, self._banner(root))
        return output_content

    def _warned(self, page: str, url: str) -> str:
        return preview.with_banner(page, self._banner(preview.root_of(url)))

    def _banner(self, root: str) -> str:
        is_stale = self._good is not None
        return preview.banner(self._problems, is_stale=is_stale, root=root)

    # ---- after the build -------------------------------------------------------------------

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put in our search and the policy, then put the site in place."""
        staged = Path(config.site_dir)
        built = disk.read_site(staged, finish.READ_SUFFIXES)
        # The preview server adds a script of its own to each page: no policy there.
        done = finish.finish(built, self._entries, with_policy=not self._serving)
        if done.problems and not self._serving:
            raise PluginError(
                f"网站没有通过安全检查，原来的网站没有动：\n{report.text(done.problems)}"
            )
        if done.problems:
            print(report.text(done.problems), file=sys.stderr, flush=True)
        disk.write_files(staged, done.files)
        if not _warned_so_far():
            disk.replace_contents(self._target, staged)
        config.site_dir = str(self._target)

    def on_build_error(self, *, error: Exception) -> None:
        """Throw away what was built so far."""
        disk.discard(disk.staging_path(self._target))


def _add_theme(config: MkDocsConfig) -> None:
    """Our templates before Material's, but after those of the site itself."""
    if _THEME.is_dir() and str(_THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))


def _add_assets(config: MkDocsConfig) -> None:
    # In the head, before Material's script: it stands in for `Worker` on pages from a folder.
    config.extra["polyfills"] = [*config.extra.get("polyfills", []), finish.SEARCH_PAGE_PATH]


class _AsIs(File):
    """A file that is served as it is, even if its name ends in `.md` (a checklist to download)."""

    def is_documentation_page(self) -> bool:
        """Never: nothing is rendered."""
        return False


def _generated(config: MkDocsConfig, path: str, content: bytes, source: str = "") -> File:
    # Pages carry front matter; that is what tells them from Markdown to download.
    is_page = path.endswith(".md") and content.startswith(b"---\n")
    file = (File if is_page else _AsIs).generated(config, path, content=content)
    file.edit_uri = Path(os.path.relpath(source, config.docs_dir)).as_posix() if source else None
    return file


def _put(files: Files, file: File) -> None:
    """Add `file`, unless a page was written by hand under its name: a home page may well be."""
    if not files.get_file_from_path(file.src_uri):
        files.append(file)
    elif file.src_uri != "index.md":
        _log.warning("%s 有手写的文件，决策树生成的同名文件没有用上。", file.src_uri)


def _from_here(problems: Sequence[Problem], folder: Path) -> tuple[Problem, ...]:
    """`problems` with files named from the working directory, as terminals and editors expect."""

    def here(span: Span) -> Span:
        return replace(span, file=Path(os.path.relpath(folder / span.file)).as_posix())

    return tuple(
        replace(p, span=here(p.span), related=tuple((here(s), note) for s, note in p.related))
        for p in problems
    )


def _forgive_warnings() -> None:
    """Stop counting warnings: with pages missing, dead links must not end the server."""
    logger = logging.getLogger("mkdocs")
    for handler in [h for h in logger.handlers if isinstance(h, CountHandler)]:
        logger.removeHandler(handler)


def _warned_so_far() -> bool:
    """True if `strict` is on and something was warned of: MkDocs will call this a failure."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(h, CountHandler) and h.get_counts() for h in handlers)


_log = logging.getLogger("mkdocs.plugins.lubiao")
