# SPDX-License-Identifier: MIT
"""What readers see in another order, or joined otherwise, while nothing came or went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from generator.compare.names import Names, renamed
from generator.compare.results import TextChange
from generator.compare.titles import cited, part_words
from generator.model import Library, Outcome, Verdict
from generator.rules.subject import PARTS
from generator.verdicts import worse_than

_Key = tuple[str, int]
"""What a part names or says, and how often it stood above already."""


def orders(old: Library, new: Library, names: Names) -> Iterator[TextChange]:
    """Options and parts in another order, reasons with other provisions, verdicts reranked."""
    yield from _facts(old, new)
    for name in new.outcomes:
        was = _former(str(name), names.outcomes, old.outcomes)
        if was is not None:
            yield from _sections(str(name), old, new, old.outcomes[was], names)
            yield from _grounds(str(name), old, new, old.outcomes[was], names)
    yield from _ranks(old, new, names)


def _former(name: str, now: Mapping[str, str], old: Mapping[Any, Any]) -> Any:
    """The old key of what is called `name` today; None if it is new."""
    return next((was for was in old if now.get(str(was), str(was)) == name), None)


def _facts(old: Library, new: Library) -> Iterator[TextChange]:
    facts = renamed(new.facts, old.facts)
    for name, fact in new.facts.items():
        was = _former(str(name), facts, old.facts)
        if was is None:
            continue
        options = renamed(fact.options, old.facts[was].options)
        before = [options.get(str(option), str(option)) for option in old.facts[was].options]
        told = _moved(before, [str(option) for option in fact.options])
        if told:
            labels = ["\n".join(str(fact.options[o].label) for o in side) for side in told]
            yield TextChange("facts", str(name), str(fact.label), "options.order", *labels)


def _moved(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]] | None:
    """What both have, in both orders; None if that is the same order."""
    was = [one for one in before if one in after]
    now = [one for one in after if one in before]
    return (was, now) if was != now else None


# ---- outcomes ----------------------------------------------------------------------------------


def _sections(
    name: str, old: Library, new: Library, before: Outcome, names: Names
) -> Iterator[TextChange]:
    after = new.outcomes[name]
    for section in PARTS:
        was = [names.piece(section, part) for part in _named(before, section)]
        told = _moved(_counted(was), _counted(_named(after, section)))
        if told:
            words = [
                "\n".join(part_words(section, part, new, old) for part, _ in side) for side in told
            ]
            yield TextChange("outcomes", name, str(after.title), f"{section}.order", *words)


def _named(outcome: Outcome, section: str) -> list[str]:
    parts = getattr(outcome, section)
    return [
        str(getattr(part, next(field for field in type(part).model_fields if field != "when")))
        for part in parts
    ]


def _counted(parts: Sequence[str]) -> list[_Key]:
    return [(part, parts[:place].count(part)) for place, part in enumerate(parts)]


def _grounds(
    name: str, old: Library, new: Library, before: Outcome, names: Names
) -> Iterator[TextChange]:
    """Reasons that say the same as before and rest on other provisions now."""
    after = new.outcomes[name]
    law = {**cited(old), **cited(new)}
    was = {
        key: [names.piece("grounds", str(provision)) for provision in reason.provisions]
        for key, reason in zip(_counted(_named(before, "reasons")), before.reasons, strict=True)
    }
    keys = _counted(_named(after, "reasons"))
    for place, (key, reason) in enumerate(zip(keys, after.reasons, strict=True), 1):
        now = [str(provision) for provision in reason.provisions]
        if key in was and was[key] != now:
            words = ["\n".join(law.get(one, one) for one in side) for side in (was[key], now)]
            field = f"reasons.{place}.provisions"
            yield TextChange("outcomes", name, str(after.title), field, *words)


# ---- verdicts ----------------------------------------------------------------------------------


def _ranks(old: Library, new: Library, names: Names) -> Iterator[TextChange]:
    """Every two verdicts of which another one is the better now, or neither."""
    before, after = worse_than(old.verdicts), worse_than(new.verdicts)
    former = {names.verdict(str(was)): str(was) for was in old.verdicts}
    both = [str(name) for name in new.verdicts if str(name) in former]
    for one, other in combinations(both, 2):
        was = _rank(former[one], former[other], before)
        now = _rank(one, other, after)
        if was != now:
            labels = (_label(new.verdicts, one), _label(new.verdicts, other))
            words = (_rank_words(rank, *labels) for rank in (was, now))
            yield TextChange("verdicts", one, labels[0], f"better_than.{other}", *words)


def _rank(one: str, other: str, worse: Mapping[str, frozenset[str]]) -> int:
    return (other in worse[one]) - (one in worse[other])


def _label(verdicts: Mapping[Any, Verdict], name: str) -> str:
    return str(verdicts[name].label)


def _rank_words(rank: int, one: str, other: str) -> str:
    if not rank:
        return f"“{one}”和“{other}”分不出强弱"
    return f"“{one}”比“{other}”强" if rank > 0 else f"“{other}”比“{one}”强"
