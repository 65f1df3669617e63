# SPDX-License-Identifier: MIT
"""Who cites a provision: every page of the site, and where on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.compile.context import Context
from generator.model import Channel, Library, Outcome
from generator.views import Link, MentionGroup

SHELVES = {
    "today": ("action", "actions"),
    "road": ("action", "actions"),
    "letters": ("letter", "letters"),
    "deadlines": ("deadline", "deadlines"),
    "evidence": ("evidence", "evidence"),
    "replies": ("reply", "replies"),
    "warnings": ("warning", "warnings"),
    "sums": ("sum", "sums"),
}
"""Each list of an outcome: the field that names a piece, and the shelf it is on."""
LABELS = {
    "guides": "指引",
    "outcomes": "结论",
    "actions": "要做的事",
    "sums": "退多少",
    "letters": "要发的话",
    "deadlines": "期限",
    "evidence": "证据",
    "replies": "对方会说",
    "warnings": "提醒",
    "channels": "渠道",
    "misquotes": "常见误引",
    "articles": "文章",
}
"""The kinds of places that cite, in the order in which a page lists them."""
_TITLES = {"replies": "they_say", "warnings": "text"}
_PLACES = {
    "actions": "step-{}",
    "letters": "letter-{}",
    "sums": "sum-{}",
    "deadlines": "deadlines",
    "evidence": "evidence",
    "replies": "replies",
}


@dataclass(frozen=True)
class Mention:
    """Something of `kind` (a key of LABELS) at `link` that cites `provisions`."""

    kind: str
    link: Link
    provisions: frozenset[str]


def cited_by(
    context: Context, articles: Iterable[Mention] = ()
) -> dict[str, tuple[MentionGroup, ...]]:
    """For each provision all that cites it, by kind, in reading order.

    A piece that no outcome uses stands on no page, and is left out.
    """
    mentions = (*_mentions(context), *articles)
    cited = dict.fromkeys(name for m in mentions for name in sorted(m.provisions))
    return {name: _groups([m for m in mentions if name in m.provisions]) for name in cited}


def _groups(mentions: Sequence[Mention]) -> tuple[MentionGroup, ...]:
    groups = ((label, [m.link for m in mentions if m.kind == k]) for k, label in LABELS.items())
    return tuple(MentionGroup(label, tuple(links)) for label, links in groups if links)


def _mentions(context: Context) -> Iterator[Mention]:
    yield from _guides(context)
    yield from _outcomes(context)
    yield from _pieces(context)
    yield from _channels(context)
    yield from _misquotes(context)


def _guides(context: Context) -> Iterator[Mention]:
    library = context.checked.library
    for tree in context.checked.diagram.starts:
        led = [name for name, trees in context.leading.items() if tree in trees]
        cited = (outcome_cites(library, library.outcomes[name]) for name in led)
        link = Link(str(library.trees[tree].title), context.places.guide(tree))
        yield Mention("guides", link, frozenset().union(*cited))


def _outcomes(context: Context) -> Iterator[Mention]:
    library = context.checked.library
    for name, outcome in library.outcomes.items():
        link = Link(str(outcome.title), context.places.outcome(str(name)))
        yield Mention("outcomes", link, outcome_cites(library, outcome))


def outcome_cites(library: Library, outcome: Outcome) -> frozenset[str]:
    """The provisions that the page of `outcome` cites."""
    pieces = [getattr(library, shelf)[name] for shelf, name in _uses(outcome)]
    cited = {str(p) for piece in (*pieces, *outcome.reasons) for p in piece.provisions}
    return frozenset(cited | {str(use.provision) for use in outcome.provisions})


def _uses(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """(shelf, id) of every piece of `outcome`."""
    for field, (name, shelf) in SHELVES.items():
        yield from ((shelf, str(getattr(use, name))) for use in getattr(outcome, field))


def _pieces(context: Context) -> Iterator[Mention]:
    """Pieces have no page of their own: each leads to the first outcome that uses it."""
    library = context.checked.library
    users: dict[tuple[str, str], dict[str, Outcome]] = {}
    for name, outcome in library.outcomes.items():
        for use in _uses(outcome):
            users.setdefault(use, {})[str(name)] = outcome
    for (shelf, piece), outcomes in sorted(users.items(), key=_written(library)):
        model = getattr(library, shelf)[piece]
        link = _piece_link(context, shelf, piece, outcomes)
        yield Mention(shelf, link, frozenset(map(str, model.provisions)))


def _written(library: Library) -> Any:
    """Sort key: pieces in the order in which their files say them."""
    order = {
        (shelf, str(name)): place
        for shelf in {shelf for _, shelf in SHELVES.values()}
        for place, name in enumerate(getattr(library, shelf))
    }
    return lambda item: order[item[0]]


def _piece_link(context: Context, shelf: str, piece: str, outcomes: dict[str, Outcome]) -> Link:
    model = getattr(context.checked.library, shelf)[piece]
    first = next(iter(outcomes))
    place = _place(shelf, model).format(piece)
    url = f"{context.places.outcome(first)}#{place}"
    more = f"等 {len(outcomes)} 个结论" if len(outcomes) > 1 else ""
    title = str(getattr(model, _TITLES.get(shelf, "title")))
    return Link(title, url, f"用在“{outcomes[first].title}”{more}")


def _place(shelf: str, model: Any) -> str:
    if shelf == "warnings":
        return "verdict" if model.tone == "danger" else "care"
    return _PLACES[shelf]


def _channels(context: Context) -> Iterator[Mention]:
    for name, channel in context.checked.library.channels.items():
        link = Link(str(channel.title), context.places.channel(str(name)))
        yield Mention("channels", link, _channel_cites(channel))


def _channel_cites(channel: Channel) -> frozenset[str]:
    parts = (channel.can, channel.cannot, channel.steps, channel.limits, channel.order)
    facts = (fact for part in (*parts, channel.costs) for fact in part)
    return frozenset(str(p) for fact in facts for p in fact.provisions)


def _misquotes(context: Context) -> Iterator[Mention]:
    page = context.places.page("misquotes")
    for name, misquote in context.checked.library.misquotes.items():
        link = Link(str(misquote.claim), f"{page}#{name}")
        yield Mention("misquotes", link, frozenset(map(str, misquote.provisions)))
