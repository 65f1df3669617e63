# SPDX-License-Identifier: MIT
"""What editors are told about a mention that the library does not answer."""

from __future__ import annotations

from generator.citing.names import plain_name
from generator.citing.shelf import Shelf
from generator.model import Instrument, Provision
from generator.problems import did_you_mean

_SHOWN = 6
_ONLY_A_WARNING = "只是提醒别人不要引用，写进 misquotes.yaml。"
_TOO_SHORT = frozenset({"司法解释", "实施条例", "实施办法", "实施细则", "暂行办法", "若干规定"})


def place_of(
    article: int, inserted: int | None = None, paragraph: int | None = None, item: int | None = None
) -> str:
    """第24条第1款第3项, in Arabic so that it is quickly compared."""
    if not article:
        return "这样的条号"
    text = f"第{article}条" + (f"之{inserted}" if inserted else "")
    text += f"第{paragraph}款" if paragraph is not None else ""
    return text + (f"第{item}项" if item is not None else "")


def held_nearby(instrument: Instrument, article: int) -> str:
    """The provisions next to `article` that the library holds."""
    held = sorted(instrument.provisions.values(), key=lambda p: (abs(p.article - article), _key(p)))
    near = "、".join(_written(p) for p in sorted(held[:_SHOWN], key=_key))
    add = f"条号没有错，就先把原文放进 {instrument.instrument.span.file}。"
    return f"法条库里有：{near}。{add}" if near else add


def _key(provision: Provision) -> tuple[int, int, int]:
    return provision.article, provision.paragraph or 0, provision.item or 0


def _written(provision: Provision) -> str:
    return place_of(provision.article, None, provision.paragraph, provision.item)


def unknown_name(name: str, shelf: Shelf) -> str:
    """What to do about a name that no instrument has."""
    if name in _TOO_SHORT:
        return "写全名字，例如“消费者权益保护法实施条例”。"
    in_force = (n for n, found in shelf.by_name.items() if found[0].status == "in_force")
    near = did_you_mean(plain_name(name), sorted(in_force))
    return near or f"名字没有错，就先在 law/ 里登记这一部；{_ONLY_A_WARNING}"


def ends(instrument: Instrument) -> str:
    """That `instrument` no longer applies."""
    when = f"{instrument.effective_to} 起" if instrument.effective_to else "已经"
    return f"《{instrument.short}》{when}不再有效。"


def starts(instrument: Instrument) -> str:
    """That `instrument` does not apply yet."""
    return f"《{instrument.short}》{instrument.effective_from} 才施行。"


def instead(instrument: Instrument) -> str:
    """What to write in place of a repealed one."""
    new = "、".join(instrument.replaced_by)
    first = f"换成接替它的 {new}。" if new else "换成现行的规定。"
    return f"{first}{_ONLY_A_WARNING}"


def not_verbatim(instrument: Instrument) -> tuple[str, str]:
    """Message and mend for a place in an instrument of which only the name is known."""
    return (
        f"《{instrument.short}》只知道名字，没有核对过原文，不能写第几条。",
        f"只写名字；或者找到原文，放进 {instrument.instrument.span.file}。",
    )
