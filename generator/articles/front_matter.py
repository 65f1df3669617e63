# SPDX-License-Identifier: MIT
"""Front matter to articles. Every fault becomes a problem; nothing is raised.

An article is a page in the folder `articles/`. Its front matter is read like any other source, so
that faults have a line and a column.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from pydantic import ValidationError

from generator import source
from generator.articles.model import Article
from generator.located import LocatedDict
from generator.problems import Problem, Severity, Span, did_you_mean
from generator.shape_faults import validation_problems

FOLDER = "articles"
FRONT_MATTER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
_CODES = {
    "SCH002": "ART002",
    "SCH003": "ART003",
    "SCH005": "ART004",
    "SCH008": "ART005",
}
_SHAPE = "ART006"


@dataclass(frozen=True)
class Articles:
    """All that could be read, by path below the documentation folder, and all that could not."""

    entries: Mapping[str, Article] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_articles(pages: Mapping[str, bytes], guides: Collection[str] | None) -> Articles:
    """The articles among `pages`; `guides` are those that exist, or None if that is not known."""
    entries: dict[str, Article] = {}
    problems = [*_undecodable(pages)]
    for path in sorted(filter(is_article, pages)):
        article, faults = _read(path, pages[path])
        problems += faults
        if article is not None:
            entries[path] = article
    problems += () if guides is None else _unknown_guides(entries, guides)
    problems += _taken_places(entries)
    return Articles(entries, tuple(sorted(problems)))


def is_article(path: str) -> bool:
    """Whether the page at `path` is an article; an index written by hand is none."""
    parts = PurePosixPath(path)
    return parts.parts[0] == FOLDER and parts.suffix == ".md" and parts.name != "index.md"


def overdue(articles: Mapping[str, Article], today: str) -> Iterator[Problem]:
    """A warning for each article whose day of review has passed."""
    for article in articles.values():
        if article.review_by < today:
            message = f"文章“{article.title}”应当在 {article.review_by} 以前复查，已经过了。"
            hint = "从头读一遍，核对事实和法条，再改 review_by。"
            span = article.review_by.span
            yield Problem(span, "ART009", message, hint, severity=Severity.WARNING)


def _undecodable(pages: Mapping[str, bytes]) -> Iterator[Problem]:
    """Of every hand-written page: MkDocs can read nothing but UTF-8."""
    for path, data in pages.items():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
            span = Span(path, line, len(before.decode("utf-8", "replace")) + 1)
            hint = "用编辑器把文件另存为 UTF-8 编码（不是 GBK）。"
            yield Problem(span, "ART010", "这里的字节不是 UTF-8 文字。", hint)


def _read(path: str, data: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    matter = FRONT_MATTER.match(data)
    if matter is None:
        message = "这篇文章开头没有写明标题、主题这些事。"
        hint = "第一行写 ---，下面写 title、description、topic、review_by，再写一行 ---。"
        return None, (Problem(Span(path), "ART001", message, hint),)
    # The empty line stands for the first ---, so that lines are counted as in the page.
    document = source.read(b"\n" + matter[1].decode("utf-8", "replace").encode(), path)
    if document.value is None:
        return None, document.problems
    article, faults = _validate(document.value)
    return article, (*document.problems, *faults)


def _validate(raw: LocatedDict) -> tuple[Article | None, tuple[Problem, ...]]:
    try:
        return Article.model_validate(raw), ()
    except ValidationError as error:
        faults = validation_problems(error.errors(), raw, raw.span, Article)
        return None, tuple(replace(f, code=_CODES.get(f.code, _SHAPE)) for f in faults)


def _unknown_guides(articles: Mapping[str, Article], guides: Collection[str]) -> Iterator[Problem]:
    for article in articles.values():
        for name in article.guides:
            if name not in guides:
                hint = did_you_mean(name, guides) or f"现在有：{'、'.join(sorted(guides))}。"
                yield Problem(name.span, "ART007", f"没有叫“{name}”的指引。", hint)


def _taken_places(articles: Mapping[str, Article]) -> Iterator[Problem]:
    takers: dict[int, Article] = {}
    for article in articles.values():
        if article.home is None:
            continue
        first = takers.setdefault(article.home, article)
        if first is not article:
            message = f"首页的第 {article.home} 个位置已经给了“{first.title}”。"
            hint = "换一个没有用过的数；首页不放这一篇，就删掉 home。"
            related = ((first.title.span, "先占这个位置的文章"),)
            yield Problem(article.title.span, "ART008", message, hint, related)
