# SPDX-License-Identifier: MIT
"""The JSON that the browser walks. Its form is described in docs/page-data.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.check import CheckedLibrary
from generator.compile import addresses
from generator.compile.conditions import Table
from generator.compile.context import Context
from generator.compile.formerly import old_words
from generator.model import Fact, Option
from generator.scenarios import given


def guide_data(context: Context, tree: str) -> str:
    """Data of the guide page of `tree`."""
    root = addresses.root(context.places.guide(tree))
    data = _walkable(context, (tree,), root, for_guide=True)
    said = given(context.checked.library.trees[tree])
    return _dump({**data, **({"given": said} if said else {})})


def outcome_data(context: Context, name: str, tables: Sequence[Table]) -> str:
    """Data of the page of outcome `name`."""
    root = addresses.root(context.places.outcome(name))
    data = _walkable(context, context.leading[name], root, for_guide=False)
    data["outcome"] = name
    data["parts"] = [[list(facts), bits] for facts, bits in tables]
    return _dump(data)


def _dump(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _walkable(
    context: Context, trees: tuple[str, ...], root: str, *, for_guide: bool
) -> dict[str, Any]:
    checked, diagram, wording = context.checked, context.checked.diagram, for_guide
    kept = sorted({i for tree in trees for i in diagram.reachable(diagram.starts[tree])})
    number = {old: new for new, old in enumerate(kept)}
    reached = [diagram.outcome(e.to) for i in kept for e in diagram.nodes[i].edges if e.to < 0] + [
        diagram.outcome(diagram.starts[t]) for t in trees if diagram.starts[t] < 0
    ]
    outcomes = list(dict.fromkeys(reached))

    def place(to: int) -> int:
        return number[to] if to >= 0 else -1 - outcomes.index(diagram.outcome(to))

    facts = dict.fromkeys(diagram.nodes[i].fact for i in kept)
    asked = {checked.facts.facts[fact].group or fact for fact in facts}
    old = old_words(checked.library, asked, trees)
    return {
        "v": 1,
        "root": root,
        "tree": trees[0],
        "starts": {tree: place(diagram.starts[tree]) for tree in trees},
        "guides": {tree: context.places.guide(tree) for tree in trees},
        "facts": {fact: _fact(checked, fact, wording=wording) for fact in facts},
        "groups": _groups(checked, facts, wording=wording),
        "nodes": [
            [
                diagram.nodes[i].fact,
                [
                    place(diagram.nodes[i].to(option))
                    for option in diagram.facts.facts[diagram.nodes[i].fact].options
                ],
                *diagram.screens[i],
            ]
            for i in kept
        ],
        "outcome_page": context.places.outcome("{}"),
        "outcomes": [_outcome(context, name, trees[0], for_guide=for_guide) for name in outcomes],
        **({"formerly": old} if old else {}),
    }


def _outcome(context: Context, name: str, tree: str, *, for_guide: bool) -> list[str]:
    # A guide never shows the title, and most outcomes belong to the page's own guide.
    usual = context.leading[name][0]
    title = "" if for_guide else str(context.checked.library.outcomes[name].title)
    entry = [name, title, "" if usual == tree else usual]
    while not entry[-1]:
        entry.pop()
    return entry


def _fact(checked: CheckedLibrary, name: str, *, wording: bool) -> dict[str, Any]:
    info = checked.facts.facts[name]
    if info.group:
        options = [{"id": o, "label": info.option_labels[o]} for o in info.options]
        return {"label": info.label, "kind": "choice", "group": info.group, "options": options}
    fact = checked.library.facts[name]
    data: dict[str, Any] = {
        "label": str(fact.label),
        "kind": fact.kind,
        "options": [
            _option(str(key), option, wording=wording) for key, option in fact.options.items()
        ],
    }
    if fact.unit is not None:
        data["unit"] = str(fact.unit)
    return {**data, **_wording(fact)} if wording else data


def _wording(fact: Fact) -> dict[str, str]:
    texts = {"q": fact.question, "help": fact.help, "picture": fact.picture}
    return {key: str(text) for key, text in texts.items() if text is not None}


def _option(key: str, option: Option, *, wording: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"id": key, "label": str(option.label)}
    if option.short is not None:
        data["short"] = str(option.short)
    if wording and option.hint is not None:
        data["hint"] = str(option.hint)
    if option.below is not None:
        data["below"] = option.below
    return data


def _groups(checked: CheckedLibrary, facts: dict[str, None], *, wording: bool) -> dict[str, Any]:
    groups = {}
    for name, members in checked.facts.groups.items():
        if any(member in facts for member in members):
            fact = checked.library.facts[name]
            data = {"label": str(fact.label), "none": str(fact.none), "members": list(members)}
            groups[name] = {**data, **_wording(fact)} if wording else data
    return groups
