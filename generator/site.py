# SPDX-License-Identifier: MIT
"""Everything compiled to {path: bytes}: the one list of what the site holds.

Pure: no disk, no clock. Paths are relative to the documentation folder; `.md` pages carry front
matter and one raw HTML block, everything else is served as it is. Any shell that can render
Markdown pages can serve the result; the MkDocs plugin is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.check import CheckedLibrary, check
from generator.compile import addresses
from generator.compile.addresses import Addresses
from generator.compile.checklists import checklist
from generator.compile.citations import Law, law
from generator.compile.guides import guide_view, node_views
from generator.compile.law_pages import cited_by, instrument_view, law_index
from generator.compile.outcomes import outcome_view
from generator.components import bundle
from generator.diagram import census
from generator.export import EXPORTERS
from generator.problems import Problem
from generator.render import pages as render
from generator.views import Download, GuideView, HomeView, InstrumentView, OutcomeView


@dataclass(frozen=True)
class Settings:
    """What the pages need to know about the site they stand in."""

    name: str = "退款路标"
    site_url: str = ""
    exports: bool = True


@dataclass(frozen=True)
class SiteFile:
    """One file; `source` is the YAML file behind it (for the edit link), or empty."""

    content: bytes
    source: str = ""


@dataclass(frozen=True)
class Build:
    """`files` is empty if any of `problems` is an error."""

    files: Mapping[str, SiteFile]
    problems: tuple[Problem, ...]


def build(sources: Mapping[str, bytes], settings: Settings) -> Build:
    """Compile `sources` (paths relative to the trees folder, to bytes) into the site's files."""
    checked = check(sources)
    if checked.library is None:
        return Build({}, checked.problems)
    return Build(dict(_Builder(checked.library, settings).files()), checked.problems)


@dataclass(frozen=True)
class _Builder:
    checked: CheckedLibrary
    settings: Settings

    def files(self) -> Iterator[tuple[str, SiteFile]]:
        places = addresses.addresses(self.checked.diagram)
        statutes = law(self.checked.library)
        guides = tuple(self._guides(places))
        instruments = tuple(self._instruments(statutes))
        yield from self._guide_pages(guides)
        yield from self._nodes(places)
        yield from self._outcomes(statutes)
        yield from self._law(instruments)
        yield from self._home(guides, instruments)
        yield "assets/lubiao/lubiao.js", SiteFile(bundle.bundle())
        yield "assets/lubiao/decision-guide.css", SiteFile(bundle.stylesheet())

    def _guides(self, places: Addresses) -> Iterator[GuideView]:
        for tree in self.checked.library.trees:
            yield guide_view(self.checked, str(tree), places, "../../")

    def _guide_pages(self, guides: tuple[GuideView, ...]) -> Iterator[tuple[str, SiteFile]]:
        for view in guides:
            source = self._source("trees", view.id)
            body = render.render_guide(view, "../../")
            front = {"title": view.title, "description": view.summary, "review_by": view.review_by}
            yield _page(f"guides/{view.id}.md", front, body, source)
        body = render.render_guide_index(guides, "../")
        yield _page("guides/index.md", {"title": "全部指引"}, body, "")

    def _nodes(self, places: Addresses) -> Iterator[tuple[str, SiteFile]]:
        for url, view in node_views(self.checked, places):
            root = "../" * url.count("/")
            page = render.render_node(view, root)
            yield f"{url}index.html", SiteFile(page.encode())

    def _outcomes(self, statutes: Law) -> Iterator[tuple[str, SiteFile]]:
        leading: dict[str, list[str]] = {}
        for tree in self.checked.diagram.starts:
            for name in census(self.checked.diagram, tree).by_outcome:
                leading.setdefault(name, []).append(tree)
        for name in self.checked.library.outcomes:
            trees = tuple(leading[str(name)])
            bare = outcome_view(self.checked, str(name), trees, statutes, (), "../../")
            downloads = tuple(self._downloads(bare, statutes)) if self.settings.exports else ()
            for download, content in downloads:
                yield download.url, SiteFile(content)
            offered = tuple(download for download, _ in downloads)
            view = outcome_view(self.checked, str(name), trees, statutes, offered, "../../")
            front = {
                "title": view.title,
                "description": view.summary,
                "review_by": view.review_by,
                "keywords": " ".join(view.synonyms),
            }
            body = render.render_outcome(view, "../../")
            yield _page(f"outcomes/{name}.md", front, body, name.span.file)

    def _downloads(self, view: OutcomeView, statutes: Law) -> Iterator[tuple[Download, bytes]]:
        days = [str(statutes.entries[p.citation.id][0].checked_on) for p in view.provisions]
        for exporter in EXPORTERS:
            document = checklist(view, self.settings.site_url, min(days), brief=exporter.for_paper)
            content = exporter.export(document, as_of=date.fromisoformat(document.checked_on))
            url = addresses.download(view.id, exporter.suffix)
            yield Download(exporter.kind, url, f"{max(1, round(len(content) / 1024))} KB"), content

    def _instruments(self, statutes: Law) -> Iterator[InstrumentView]:
        cited = cited_by(self.checked)
        for instrument in self.checked.library.instruments.values():
            yield instrument_view(instrument, statutes, cited)

    def _law(self, instruments: tuple[InstrumentView, ...]) -> Iterator[tuple[str, SiteFile]]:
        for view in instruments:
            front = {"title": view.short, "description": view.title, "review_by": view.review_by}
            source = self._source("instruments", view.id)
            body = render.render_instrument(view, "../../")
            yield _page(f"law/{view.id}.md", front, body, source)
        body = render.render_law_index(law_index(instruments), "../")
        yield _page("law/index.md", {"title": "法条"}, body, "")

    def _home(
        self, guides: tuple[GuideView, ...], instruments: tuple[InstrumentView, ...]
    ) -> Iterator[tuple[str, SiteFile]]:
        if guides:
            count = sum(len(view.provisions) for view in instruments)
            view = HomeView(guides[0], guides, count, len(instruments))
            front = {"title": self.settings.name, "description": guides[0].summary}
            yield _page("index.md", front, render.render_home(view, ""), "")

    def _source(self, kind: str, name: str) -> str:
        shelf = getattr(self.checked.library, kind)
        return str(next(key.span.file for key in shelf if key == name))


def _page(path: str, front: dict[str, str], body: str, source: str) -> tuple[str, SiteFile]:
    # JSON strings are YAML strings, so any text is safe in front matter.
    settings = {**front, "template": "lubiao-page.html"}
    head = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in settings.items() if v)
    return path, SiteFile(f"---\n{head}\n---\n\n{body}".encode(), source)
