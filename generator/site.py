# SPDX-License-Identifier: MIT
"""Everything compiled to {path: bytes}: the one list of what the site holds.

Pure: no disk, no clock. Paths are relative to the documentation folder; `.md` pages carry front
matter and one raw HTML block, everything else is served as it is. Any shell that can render
Markdown pages can serve the result; the MkDocs plugin is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from generator.articles.front_matter import read_articles
from generator.check import check
from generator.compile import law_json
from generator.compile.addresses import download, root
from generator.compile.articles import article_mentions
from generator.compile.channels import channel_index, channel_view
from generator.compile.checklists import checklist
from generator.compile.context import Context, context
from generator.compile.formerly import moved_views, old_names
from generator.compile.front import front, unreached
from generator.compile.glossary import glossary_view
from generator.compile.guides import guide_view, node_views
from generator.compile.law_pages import instrument_views, law_index
from generator.compile.mentions import cited_by
from generator.compile.misquotes import misquotes_view
from generator.compile.outcomes import outcome_view
from generator.compile.provisions import provision_pages
from generator.compile.reading import Reading
from generator.components import bundle
from generator.export import EXPORTERS, Exporter
from generator.model import Library
from generator.problems import Problem, has_errors
from generator.render import pages as render
from generator.render.styles import style_sheets
from generator.views import Checklist, Download, GuideView, HomeView, InstrumentView, OutcomeView


@dataclass(frozen=True)
class Settings:
    """What the pages need to know about the site they stand in.

    `articles` are its hand-written Markdown pages, by path.
    """

    name: str = "退款路标"
    site_url: str = ""
    exports: bool = True
    directories: bool = True
    articles: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class SiteFile:
    """One file; `source` is the YAML file behind it (for the edit link), or empty."""

    content: bytes
    source: str = ""


@dataclass(frozen=True)
class Build:
    """`files` is empty if anything is wrong.

    `problems` are in the sources, `page_problems` in the hand-written pages. `endings` holds what
    stands below each article, by the path of its page.
    """

    files: Mapping[str, SiteFile]
    problems: tuple[Problem, ...]
    page_problems: tuple[Problem, ...] = ()
    endings: Mapping[str, str] = field(default_factory=dict)


def build(sources: Mapping[str, bytes], settings: Settings) -> Build:
    """Compile `sources` (paths relative to the trees folder, to bytes) into the site's files."""
    checked = check(sources)
    known = frozenset(map(str, checked.library.library.trees)) if checked.library else None
    articles = read_articles(settings.articles, known)
    if checked.library is None or has_errors(articles.problems):
        return Build({}, checked.problems, articles.problems)
    compiled = context(checked.library, directories=settings.directories)
    reading = Reading(compiled, articles.entries, settings.articles)
    files = dict(_Builder(compiled, settings, reading).files())
    return Build(files, checked.problems, articles.problems, dict(_endings(reading)))


def _endings(reading: Reading) -> Iterator[tuple[str, str]]:
    for path in reading.articles:
        view = reading.end_of(path)
        yield path, render.render_article_end(view, root(view.url))


@dataclass(frozen=True)
class _Builder:
    context: Context
    settings: Settings
    reading: Reading

    def files(self) -> Iterator[tuple[str, SiteFile]]:
        guides = tuple(self._guide(str(tree)) for tree in self._library.trees)
        instruments = tuple(instrument_views(self._library.instruments, self.context.law))
        yield from self._guides(guides)
        yield from self._nodes()
        yield from self._outcomes()
        yield from self._law(instruments)
        yield from self._glossary()
        yield from self._misquotes()
        yield from self._channels()
        yield from self._articles()
        yield from self._home(guides, instruments)
        yield from self._moved()
        yield law_json.PATH, SiteFile(law_json.law_json(self._library))
        yield from assets()

    @property
    def _library(self) -> Library:
        return self.context.checked.library

    def _guide(self, tree: str) -> GuideView:
        return replace(guide_view(self.context, tree), reading=self.reading.for_guide(tree))

    def _guides(self, guides: tuple[GuideView, ...]) -> Iterator[tuple[str, SiteFile]]:
        for view in guides:
            body = render.render_guide(view, root(view.url))
            front = _matter(view.title, view.summary, view.review_by, view.keywords)
            words = {"": list(view.keywords), "guide-about": list(view.asked)}
            matter = {**front, "keywords": words, "script": "guide"}
            yield _page(f"guides/{view.id}.md", matter, body, self._source("trees", view.id))
        here = self.context.places.page("guides/")
        body = render.render_guide_index(guides, root(here))
        yield _page("guides/index.md", {"title": "全部指引"}, body, "")

    def _nodes(self) -> Iterator[tuple[str, SiteFile]]:
        for path, view in node_views(self.context):
            here = root(self.context.places.page(path))
            page = render.render_node(view, here, self.settings.name)
            yield self.context.places.file(path), SiteFile(page.encode())

    def _outcomes(self) -> Iterator[tuple[str, SiteFile]]:
        for name in self._library.outcomes:
            bare = outcome_view(self.context, str(name))
            made = tuple(self._downloads(bare)) if self.settings.exports else ()
            yield from self._checklists(str(name), made)
            view = replace(
                bare,
                downloads=tuple(download for download, _ in made),
                reading=self.reading.for_outcome(str(name)),
            )
            front = _matter(view.title, view.summary, view.review_by, view.synonyms)
            body = render.render_outcome(view, root(view.url))
            yield _page(f"outcomes/{name}.md", front, body, name.span.file)

    def _checklists(
        self, name: str, made: tuple[tuple[Download, bytes], ...]
    ) -> Iterator[tuple[str, SiteFile]]:
        # A file cannot send the reader on, so an old address holds the same bytes.
        shelf = self._library.outcomes
        for bearing in (name, *old_names(shelf[name].formerly, shelf)):
            for one, content in made:
                yield download(bearing, PurePosixPath(one.url).suffix), SiteFile(content)

    def _downloads(self, view: OutcomeView) -> Iterator[tuple[Download, bytes]]:
        day = view.checked_on
        for exporter in EXPORTERS:
            document = checklist(view, self.settings.site_url, day, brief=exporter.for_paper)
            content = _export(exporter, document, day)
            url = download(view.id, exporter.suffix)
            yield Download(exporter.kind, url, f"{max(1, round(len(content) / 1024))} KB"), content

    def _law(self, instruments: tuple[InstrumentView, ...]) -> Iterator[tuple[str, SiteFile]]:
        for view in instruments:
            front = _matter(view.short, view.title, view.review_by, view.aliases)
            body = render.render_instrument(view, root(view.url))
            yield _page(f"law/{view.id}.md", front, body, self._source("instruments", view.id))
        yield from self._provisions(instruments)
        here = self.context.places.page("law/")
        body = render.render_law_index(law_index(instruments, self._library.topics), root(here))
        yield _page("law/index.md", {"title": "法条"}, body, "")

    def _provisions(
        self, instruments: tuple[InstrumentView, ...]
    ) -> Iterator[tuple[str, SiteFile]]:
        articles = article_mentions(self.context, self.settings.articles)
        cited = cited_by(self.context, articles)
        for law in instruments:
            source = self._source("instruments", law.id)
            for view in provision_pages(law, self.context.law, cited):
                one = view.provision
                edition = f"（{one.edition}）" if one.edition else ""
                title = one.citation.short + edition
                front = _matter(title, one.plain, law.review_by, one.keywords)
                body = render.render_provision(view, root(one.citation.url))
                yield _page(f"law/{law.id}/{one.anchor}.md", front, body, source)

    def _glossary(self) -> Iterator[tuple[str, SiteFile]]:
        glossary = self._library.glossary
        if glossary:
            view = glossary_view(glossary, self.context.places.page("glossary"))
            words = {t.anchor: list(t.also) for group in view.groups for t in group.terms if t.also}
            front = {"title": "词汇表", "keywords": {"": ["名词解释", "术语", "行话"], **words}}
            body = render.render_glossary(view, root(view.url))
            yield _page("glossary.md", front, body, next(iter(glossary)).span.file)

    def _misquotes(self) -> Iterator[tuple[str, SiteFile]]:
        misquotes = self._library.misquotes
        if misquotes:
            here = self.context.places.page("misquotes")
            view = misquotes_view(misquotes, self.context.law, here)
            claims = (claim for group in view.groups for claim in group.claims)
            words = {claim.anchor: list(claim.heard) for claim in claims if claim.heard}
            front = {"title": "常见误引", "keywords": {"": ["谣言", "辟谣", "网上说的"], **words}}
            body = render.render_misquotes(view, root(here))
            yield _page("misquotes.md", front, body, next(iter(misquotes)).span.file)

    def _channels(self) -> Iterator[tuple[str, SiteFile]]:
        for name in self._library.channels:
            view = channel_view(self.context, str(name))
            front = _matter(view.title, view.summary, view.review_by, view.synonyms)
            body = render.render_channel(view, root(view.url))
            yield _page(f"channels/{name}.md", front, body, name.span.file)
        if self._library.channels:
            index = channel_index(self.context)
            front = {"title": "渠道", "keywords": ["去哪投诉", "找谁", "怎么维权"]}
            body = render.render_channel_index(index, root(index.url))
            yield _page("channels/index.md", front, body, "")

    def _articles(self) -> Iterator[tuple[str, SiteFile]]:
        index = self.reading.index()
        if index.groups:
            front = {"title": "知识", "keywords": ["文章", "常识", "科普"]}
            body = render.render_article_index(index, root(index.url))
            yield _page("articles/index.md", front, body, "")

    def _home(
        self, guides: tuple[GuideView, ...], instruments: tuple[InstrumentView, ...]
    ) -> Iterator[tuple[str, SiteFile]]:
        if guides:
            count = sum(len(view.provisions) for view in instruments)
            quoted = sum(bool(view.provisions) for view in instruments)
            ways = front(self.context, guides[0])
            others = unreached(guides, ways)
            view = HomeView(guides[0], ways, others, count, quoted, self.reading.home())
            matter = {"title": self.settings.name, "description": guides[0].summary}
            yield _page("index.md", matter, render.render_home(view, "", self.settings.name), "")

    def _moved(self) -> Iterator[tuple[str, SiteFile]]:
        pages = dict(moved_views(self.context))
        for path, view in pages.items():
            here = root(self.context.places.page(path))
            page = render.render_moved(view, here, self.settings.name)
            yield self.context.places.file(path), SiteFile(page.encode())
        if pages:
            yield f"assets/lubiao/{bundle.MOVED}.js", SiteFile(bundle.bundle(bundle.MOVED))

    def _source(self, kind: str, name: str) -> str:
        return str(next(key.span.file for key in getattr(self._library, kind) if key == name))


@lru_cache(maxsize=1024)
def _export(exporter: Exporter, document: Checklist, day: str) -> bytes:
    # While editing, most documents stay as they were; making them is most of a build.
    return exporter.export(document, as_of=date.fromisoformat(day))


def assets() -> Iterator[tuple[str, SiteFile]]:
    """The scripts and styles that every page shares."""
    for name in bundle.PAGES:
        yield f"assets/lubiao/{name}.js", SiteFile(bundle.bundle(name))
    for name, content in style_sheets():
        yield f"assets/lubiao/{name}", SiteFile(content)


def _matter(title: str, description: str, review_by: str, words: Sequence[str]) -> dict[str, Any]:
    return {
        "title": title,
        "description": description,
        "review_by": review_by,
        "keywords": list(words),
    }


def _page(path: str, front: Mapping[str, Any], body: str, source: str) -> tuple[str, SiteFile]:
    # JSON strings are YAML strings, so any text is safe in front matter.
    settings = {**front, "template": "lubiao-page.html"}
    head = "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in settings.items() if v)
    return path, SiteFile(f"---\n{head}\n---\n\n{body}".encode(), source)
