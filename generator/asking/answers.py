# SPDX-License-Identifier: MIT
"""Reading answers as an editor types them: `problem=not_arrived`, `proof=page,chat`, `amount=350`.

Every fault is a Chinese sentence that begins with the argument it is about; all are collected.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.catalogue import NO, YES
from generator.check import CheckedLibrary
from generator.model import Fact
from generator.problems import did_you_mean

NONE = "none"
_LONGEST_SHOWN = 40
_LONGEST_MATCHED = 100
_MOST_LISTED = 12
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_DAYS = re.compile(r"-?\d+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_RAW_HINTS = {
    "number": "也可以直接写数字，例如 128 或 128.5。",
    "date": "也可以直接写日期，例如 2026-05-01，或者过了几天，例如 3。",
}


@dataclass(frozen=True)
class Read:
    """`answers` by fact id; they are only to be used if there are no `faults`."""

    answers: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def quoted(text: str) -> str:
    """`text` in quotation marks, safe to print: cut if long, control characters spelled out."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}……"
    return f"“{''.join(c if c.isprintable() else repr(c)[1:-1] for c in short)}”"


def tree_faults(checked: CheckedLibrary, tree: str) -> tuple[str, ...]:
    """What is wrong with `tree` as the name of a guide; empty if nothing is."""
    if tree in checked.library.trees:
        return ()
    there = f"这里有：{_listed(map(str, checked.library.trees))}。"
    if not tree:
        return (f"要先写是哪一棵树。{there}",)
    if "=" in tree:
        return (f"{quoted(tree)}：第一个要写树的 id，后面才写“事实=选项”。{there}",)
    if tree in checked.library.subtrees:
        return (f"{quoted(tree)}：这是共用段，不是树。{there}",)
    return (f"{quoted(tree)}：没有这棵树。{_near(tree, checked.library.trees)}{there}",)


def read_answers(checked: CheckedLibrary, arguments: Sequence[str], today: date) -> Read:
    """Read `arguments`, each `fact=option`; `today` is what a typed date is counted to."""
    given: dict[str, dict[str, str]] = {}
    faults: list[str] = []
    for argument in dict.fromkeys(arguments):
        read = _argument(checked, argument, today)
        faults += read.faults
        for fact, option in read.answers.items():
            given.setdefault(fact, {}).setdefault(option, argument)
    faults += dict.fromkeys(_contradictions(checked, given))
    return Read({fact: next(iter(options)) for fact, options in given.items()}, tuple(faults))


def _contradictions(
    checked: CheckedLibrary, given: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    for fact, options in given.items():
        if len(options) > 1:
            said = "和".join(quoted(argument) for argument in options.values())
            key = checked.facts.facts[fact].group or fact
            label = checked.library.facts[key].label
            yield f"{said}：同一件事（{label}）说了两种，只留一种。"


def _argument(checked: CheckedLibrary, argument: str, today: date) -> Read:
    name, equals, value = (piece.strip() for piece in argument.partition("="))
    if not equals or not name or "=" in value:
        return Read(faults=(f"{quoted(argument)}：{_malformed(argument)}",))
    read = _value(checked, name, value, today)
    return Read(read.answers, tuple(f"{quoted(argument)}：{fault}" for fault in read.faults))


def _malformed(argument: str) -> str:
    form = "要写成“事实=选项”，例如 problem=not_arrived。"
    if argument.count("=") > 1:
        return f"只能有一个等号。{form}"
    if "=" in argument:
        return f"等号前面要写事实的 id。{form}"
    return f"等号要用半角的“=”。{form}" if "＝" in argument else f"没有等号。{form}"


def _value(checked: CheckedLibrary, name: str, value: str, today: date) -> Read:
    if name in checked.facts.groups:
        return _several(checked, name, value)
    if name not in checked.facts.facts:
        empty = ("等号后面要写选项。",) if not value else ()
        return Read(faults=(_unknown_fact(checked, name), *empty))
    info = checked.facts.facts[name]
    fact = checked.library.facts[info.group or name]
    band = _band(fact, value, today)
    if band:
        return Read({name: band})
    if value in info.classes and value not in info.options:
        inside = _listed(option for option in info.options if option in info.classes[value])
        return Read(faults=(f"“{value}”是一个类，要写里面的一个选项：{inside}。",))
    labels = [(label, option) for option, label in info.option_labels.items()]
    if not info.group:
        labels += [(str(option.label), str(key)) for key, option in fact.options.items()]
    option, fault = _match(value, info.options, labels)
    return Read({name: option}) if option else Read(faults=(fault + _raw_hint(fact, value),))


def _raw_hint(fact: Fact, value: str) -> str:
    if fact.kind == "date" and _DAY.fullmatch(value):
        return "日历上也没有这一天。"
    return _RAW_HINTS.get(fact.kind, "")


def _unknown_fact(checked: CheckedLibrary, name: str) -> str:
    labelled = [str(key) for key, fact in checked.library.facts.items() if fact.label == name]
    if len(labelled) == 1:
        return f"请写事实的 id：{labelled[0]}。"
    known = [*checked.facts.facts, *checked.facts.groups]
    return f"没有{quoted(name)}这个事实。{_near(name, known)}"


def _several(checked: CheckedLibrary, group: str, value: str) -> Read:
    """The short form of a multi-select: the members that are there, or `none`."""
    fact = checked.library.facts[group]
    members = [str(key) for key in fact.options]
    labels = [
        (str(text), str(key))
        for key, option in fact.options.items()
        for text in (option.label, option.short)
        if text
    ]
    nothing = value in (NONE, fact.none)
    whole = any(value == label for label, _ in labels)
    pieces = [] if nothing else [value] if whole else re.split("[,，]", value)
    if NONE in pieces and NONE not in members:
        return Read(faults=("none 是“一样也没有”，不能和别的一起写。",))
    matched = [_match(piece.strip(), members, labels) for piece in pieces]
    faults = tuple(dict.fromkeys(fault for _, fault in matched if fault))
    ticked = {member for member, _ in matched}
    answers = {f"{group}.{member}": YES if member in ticked else NO for member in members}
    return Read(faults=faults) if faults else Read(answers)


def _match(value: str, ids: Sequence[str], labels: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """(the option that `value` names by id or by label, "") or ("", what is wrong)."""
    if value in ids:
        return value, ""
    may = f"可以写：{_listed(ids)}。"
    if not value:
        return "", f"等号后面要写选项，每一项都不能空着。{may}"
    named = list(labels)
    meant = list(dict.fromkeys(option for label, option in named if label == value))
    if len(meant) == 1:
        return meant[0], ""
    if meant:
        return "", f"有几个选项都叫{quoted(value)}，请写 id：{_listed(meant)}。"
    near = _near(value, [*ids, *(label for label, _ in named)])
    return "", f"没有{quoted(value)}这个选项。{near}{may}"


def _band(fact: Fact, value: str, today: date) -> str:
    """The band of a number or date fact that holds the raw `value`; empty if it is none."""
    number = _number(value) if fact.kind == "number" else None
    number = _days(value, today) if fact.kind == "date" else number
    if number is None:
        return ""
    return next(str(k) for k, o in fact.options.items() if o.below is None or number < o.below)


def _number(value: str) -> Decimal | None:
    """As on the page: full-width digits, thousands commas and ¥ or 元 are fine."""
    plain = re.sub(r"[\s,¥元]", "", unicodedata.normalize("NFKC", value))
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _days(value: str, today: date) -> Decimal | None:
    """Whole days from a day until `today`, or that number itself."""
    plain = unicodedata.normalize("NFKC", value)
    if _DAYS.fullmatch(plain):
        return Decimal(plain)
    try:
        return Decimal((today - date.fromisoformat(plain)).days) if _DAY.fullmatch(plain) else None
    except ValueError:
        return None


def _near(word: str, known: Iterable[str]) -> str:
    return did_you_mean(word[:_LONGEST_MATCHED], map(str, known))


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return "、".join(every[:_MOST_LISTED]) + ("……" if len(every) > _MOST_LISTED else "")
