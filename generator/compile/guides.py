# SPDX-License-Identifier: MIT
"""Guides and the static page of every question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue import NO, YES
from generator.compile import page_data
from generator.compile.context import Context
from generator.compile.front import words_of_ways
from generator.diagram import census
from generator.model import Verdict
from generator.scenarios import given
from generator.views import (
    GuideView,
    NodeView,
    OptionView,
    OutcomeCard,
    QuestionView,
    VerdictView,
)


def guide_view(context: Context, tree: str) -> GuideView:
    """The page of guide `tree`."""
    checked = context.checked
    source = checked.library.trees[tree]
    start = checked.entries[tree]
    counted = census(checked.diagram, tree, given(source))
    shortest, longest = checked.diagram.screens[start]
    return GuideView(
        id=tree,
        title=str(source.title),
        summary=str(source.summary),
        url=context.places.guide(tree),
        start=question_view(context, start),
        outcomes=tuple(outcome_card(context, name) for name in counted.by_outcome),
        situations=f"{counted.situations:,}",
        shortest=shortest,
        longest=longest,
        review_by=str(source.review_by),
        data=page_data.guide_data(context, tree),
        keywords=_own_words(context, tree),
        asked=_asked_words(context, counted.facts),
        checked_on=_checked_on(context, counted.by_outcome),
    )


def _checked_on(context: Context, outcomes: Iterable[str]) -> str:
    """The earliest day on which law that the outcomes quote was checked."""
    shelf = context.checked.library.outcomes
    quoted = (str(use.provision) for name in outcomes for use in shelf[name].provisions)
    return context.law.checked_on(quoted)


def _own_words(context: Context, tree: str) -> tuple[str, ...]:
    """Everyday words for what the guide is about."""
    library = context.checked.library
    words = [*library.trees[tree].synonyms, *words_of_ways(library.front, tree)]
    return tuple(dict.fromkeys(map(str, words)))


def _asked_words(context: Context, facts: tuple[str, ...]) -> tuple[str, ...]:
    """Everyday words for what it asks on the way."""
    library = context.checked.library
    words: list[str] = []
    for name in facts:
        if fact := library.facts.get(name):
            words += map(str, fact.synonyms)
            words += (str(word) for option in fact.options.values() for word in option.synonyms)
    return tuple(dict.fromkeys(words))


def outcome_card(context: Context, name: str) -> OutcomeCard:
    """Outcome `name` as an entry of a list."""
    checked = context.checked
    outcome = checked.library.outcomes[name]
    verdict = checked.library.verdicts[outcome.verdict]
    shown = verdict_view(str(outcome.verdict), verdict)
    return OutcomeCard(str(outcome.title), context.places.outcome(name), shown)


def verdict_view(name: str, verdict: Verdict) -> VerdictView:
    """A verdict as templates show it."""
    return VerdictView(name, str(verdict.label), str(verdict.meaning), verdict.tone)


def node_views(context: Context) -> Iterator[tuple[str, NodeView]]:
    """(path, page) of every node that is not itself a guide's page."""
    checked = context.checked
    guides = {f"guides/{tree}" for tree in checked.library.trees}
    for index, node in enumerate(checked.diagram.nodes):
        if context.places.nodes[index] not in guides:
            tree = node.step.partition(".")[0]
            title = str(checked.library.trees[tree].title)
            view = question_view(context, index)
            yield (
                context.places.nodes[index],
                NodeView(
                    guide_title=title,
                    guide_url=context.places.guide(tree),
                    question=view,
                    home_url=context.places.page(""),
                    guides_url=context.places.page("guides/"),
                    law_url=context.places.page("law/"),
                ),
            )


def question_view(context: Context, index: int) -> QuestionView:
    """Node `index` as a question with plain links."""
    checked = context.checked
    node = checked.diagram.nodes[index]
    info = checked.facts.facts[node.fact]
    fact = checked.library.facts[info.group or node.fact]
    shortest, longest = checked.diagram.screens[index]
    return QuestionView(
        fact=node.fact,
        question=f"你有这一项吗：{info.label}？" if info.group else str(fact.question),
        kind="multi" if info.group else fact.kind,
        help=str(fact.help or ""),
        picture=str(fact.picture or ""),
        options=_options(context, index),
        url=context.places.node(index),
        shortest=shortest,
        longest=longest,
    )


def _options(context: Context, index: int) -> tuple[OptionView, ...]:
    checked, places = context.checked, context.places
    node = checked.diagram.nodes[index]
    info = checked.facts.facts[node.fact]
    if info.group:
        yes_no = {YES: "有", NO: "没有"}
        return tuple(OptionView(o, t, "", places.to(node.to(o))) for o, t in yes_no.items())
    options = checked.library.facts[node.fact].options
    return tuple(
        OptionView(str(o), str(v.label), str(v.hint or ""), places.to(node.to(str(o))))
        for o, v in options.items()
    )
