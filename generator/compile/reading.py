# SPDX-License-Identifier: MIT
"""What to read on: from guides, outcomes and articles to articles, and back to the guides.

Everything is computed from what articles say of themselves and cite. What few articles share
counts more than what many do, so that a page that touches on everything does not come first
everywhere; equals stand in the order of the index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from generator.articles.model import TOPICS, Article
from generator.articles.proofreading import Sheet, shown_texts
from generator.citing.pages import Page
from generator.compile.articles import address, article_cites
from generator.compile.context import Context
from generator.compile.glossary import term_view
from generator.compile.mentions import outcome_cites
from generator.rules.texts import words_of
from generator.rules.unexplained_jargon import explained_by, jargon_in
from generator.views import ArticleEndView, ArticleIndexView, Link, TermView, TopicGroup

MOST_FOR_OUTCOME = 3
MOST_RELATED = 4
INDEX = "articles/"


@dataclass(frozen=True)
class Reading:
    """The articles of a site; `texts` are the pages themselves, by the same paths."""

    context: Context
    articles: Mapping[str, Article]
    texts: Mapping[str, bytes]

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """Paths in the order of the index: by topic, the front page's own first."""
        return tuple(sorted(self.articles, key=self._order))

    def _order(self, path: str) -> tuple[int, int, str]:
        article = self.articles[path]
        return TOPICS.index(article.topic), article.home or len(self.articles) + 9, path

    @cached_property
    def cites(self) -> Mapping[str, frozenset[str]]:
        """The provisions that each article cites."""
        return article_cites(self.context, {path: self.texts[path] for path in self.articles})

    # ---- lists -----------------------------------------------------------------------------

    def index(self) -> ArticleIndexView:
        """All articles by topic; topics without any are left out."""
        groups = ((t, [p for p in self.ordered if self.articles[p].topic == t]) for t in TOPICS)
        return ArticleIndexView(
            self.context.places.page(INDEX),
            tuple(TopicGroup(topic, self._links(paths)) for topic, paths in groups if paths),
        )

    def home(self) -> tuple[Link, ...]:
        """The articles that editors chose for the front page."""
        chosen = {p: a.home for p, a in self.articles.items() if a.home is not None}
        return self._links(sorted(chosen, key=lambda path: chosen[path]))

    def for_guide(self, tree: str) -> tuple[Link, ...]:
        """The articles that name guide `tree`: the front page's own, then those of few guides."""
        naming = [p for p in self.ordered if tree in self.articles[p].guides]
        return self._links(sorted(naming, key=self._closeness))

    def _closeness(self, path: str) -> tuple[bool, int]:
        article = self.articles[path]
        return article.home is None, len(article.guides)

    def for_outcome(self, name: str) -> tuple[Link, ...]:
        """The few articles that cite most of what outcome `name` cites.

        Those for a guide that leads there count double: a provision alone may be shared by chance.
        """
        library = self.context.checked.library
        cited = outcome_cites(library, library.outcomes[name])
        scores = {
            path: (self._near(path, name) * _weight(cited & own, self._common)) ** 2
            / max(1, len(own))
            for path, own in self.cites.items()
        }
        return self._links(_best(self.ordered, scores, MOST_FOR_OUTCOME))

    def _near(self, path: str, outcome: str) -> int:
        leading = self.context.leading[outcome]
        return 2 if any(guide in leading for guide in self.articles[path].guides) else 1

    def _links(self, paths: Iterable[str]) -> tuple[Link, ...]:
        return tuple(
            Link(str(a.title), address(self.context, path), str(a.description))
            for path, a in ((path, self.articles[path]) for path in paths)
        )

    # ---- one article -----------------------------------------------------------------------

    def end_of(self, path: str) -> ArticleEndView:
        """What stands below the article at `path`."""
        library, places = self.context.checked.library, self.context.places
        article = self.articles[path]
        guides = ((str(name), library.trees[name]) for name in article.guides)
        return ArticleEndView(
            url=address(self.context, path),
            index_url=places.page(INDEX),
            glossary_url=places.page("glossary"),
            guides=tuple(Link(str(t.title), places.guide(n), str(t.summary)) for n, t in guides),
            terms=self._terms(path),
            related=self._related(path),
            checked_on=self.context.law.checked_on(self.cites[path]),
            review_by=str(article.review_by),
        )

    def _related(self, path: str) -> tuple[Link, ...]:
        own = self._marks(path)
        others = [other for other in self.ordered if other != path]
        scores = {p: _weight(own & self._marks(p), self._marking) for p in others}
        return self._links(_best(others, scores, MOST_RELATED))

    def _marks(self, path: str) -> frozenset[str]:
        """What an article may share with another: its topic and its guides."""
        article = self.articles[path]
        return frozenset({f"topic/{article.topic}", *(f"guide/{name}" for name in article.guides)})

    def _terms(self, path: str) -> tuple[TermView, ...]:
        """The words of the article that need explaining, as the glossary explains them."""
        glossary = self.context.checked.library.glossary
        page = Page(path, self.texts[path].decode(errors="replace"))
        explained = explained_by(self.context.checked.library)
        texts = shown_texts(Sheet(page, self.articles[path]))
        used = frozenset(word for shown in texts for word in jargon_in(shown.text, explained))
        return tuple(
            term_view(str(name), term)
            for name, term in glossary.items()
            if used.intersection(words_of(term))
        )

    @cached_property
    def _common(self) -> dict[str, int]:
        """How common each provision is: what nearly all outcomes cite tells little of one."""
        library = self.context.checked.library
        outcomes = Counter(p for o in library.outcomes.values() for p in outcome_cites(library, o))
        articles = Counter(p for cited in self.cites.values() for p in cited)
        return {name: outcomes[name] * articles[name] for name in outcomes}

    @cached_property
    def _marking(self) -> Counter[str]:
        return Counter(mark for path in self.articles for mark in self._marks(path))


def _weight(shared: Iterable[str], counts: Mapping[str, int]) -> Fraction:
    return sum((Fraction(1, counts[one]) for one in shared), Fraction())


def _best(paths: Iterable[str], scores: Mapping[str, Fraction], most: int) -> list[str]:
    fitting = [path for path in paths if scores[path]]
    return sorted(fitting, key=lambda path: -scores[path])[:most]
