# SPDX-License-Identifier: MIT
"""Guides and the static page of every question."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import NO, YES
from generator.check import CheckedLibrary
from generator.compile import addresses, page_data
from generator.compile.addresses import Addresses
from generator.diagram import census
from generator.model import Verdict
from generator.views import (
    GuideView,
    NodeView,
    OptionView,
    OutcomeCard,
    QuestionView,
    VerdictView,
)


def guide_view(checked: CheckedLibrary, tree: str, places: Addresses, root: str) -> GuideView:
    """The page of guide `tree`."""
    source = checked.library.trees[tree]
    start = checked.diagram.starts[tree]
    counted = census(checked.diagram, tree)
    shortest, longest = checked.diagram.screens[start]
    return GuideView(
        id=tree,
        title=str(source.title),
        summary=str(source.summary),
        url=addresses.guide(tree),
        start=question_view(checked, start, places),
        outcomes=tuple(outcome_card(checked, name) for name in counted.by_outcome),
        situations=f"{counted.situations:,}",
        shortest=shortest,
        longest=longest,
        review_by=str(source.review_by),
        data=page_data.guide_data(checked, tree, root),
    )


def outcome_card(checked: CheckedLibrary, name: str) -> OutcomeCard:
    """Outcome `name` as an entry of a list."""
    outcome = checked.library.outcomes[name]
    verdict = checked.library.verdicts[outcome.verdict]
    return OutcomeCard(
        str(outcome.title), addresses.outcome(name), verdict_view(str(outcome.verdict), verdict)
    )


def verdict_view(name: str, verdict: Verdict) -> VerdictView:
    """A verdict as templates show it."""
    return VerdictView(name, str(verdict.label), str(verdict.meaning), verdict.tone)


def node_views(checked: CheckedLibrary, places: Addresses) -> Iterator[tuple[str, NodeView]]:
    """(address, page) of every node that is not itself a guide's page."""
    starts = set(checked.diagram.starts.values())
    for index, node in enumerate(checked.diagram.nodes):
        if index not in starts:
            tree = node.step.partition(".")[0]
            title = str(checked.library.trees[tree].title)
            view = question_view(checked, index, places)
            yield places.of_node[index], NodeView(title, addresses.guide(tree), view)


def question_view(checked: CheckedLibrary, index: int, places: Addresses) -> QuestionView:
    """Node `index` as a question with plain links."""
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
        options=_options(checked, index, places),
        url=places.of_node[index],
        is_start=index in checked.diagram.starts.values(),
        shortest=shortest,
        longest=longest,
    )


def _options(checked: CheckedLibrary, index: int, places: Addresses) -> tuple[OptionView, ...]:
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
