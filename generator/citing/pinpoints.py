# SPDX-License-Identifier: MIT
"""Where in a law: 第二十四条第一款第（三）项, lists (、和) and ranges (至) of such places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.citing.counting import NUMBER, read_number

Level = Literal["article", "paragraph", "item"]
_LEVELS: dict[str, Level] = {"条": "article", "款": "paragraph", "项": "item"}
MOST = 60
"""A range longer than this is only looked at from its two ends."""

_AND = r"\s*(?:、|，|,|/|／|和|与|及|以及|或者?|[至到]|—{1,2}|–|-|~|～)\s*"
_ONE = rf"(?:[（(]\s*{NUMBER}\s*[）)]|{NUMBER})"
# Atomic: without a unit behind it, a long row of digits would be cut up in every way there is.
_GROUP = re.compile(
    rf"(?P<and>{_AND})?(?P<first>第)?\s*(?P<numbers>(?>{_ONE}(?:(?:{_AND})?(?:第\s*)?{_ONE})*))"
    rf"\s*(?P<unit>[条款项])(?P<of>之{NUMBER})?(?:的?规定的?(?=第))?\s*"
)
# 民法典第577, 民法典§577: the unit may be missing after an Arabic number.
_UNITLESS = re.compile(
    r"(?:第|§)\s*([0-9０-９]{1,4})(?![0-9０-９])(?!\s*[条款项章节编次届个位名年月页号])"
)
_NUMBERS = re.compile(rf"(?P<and>{_AND})?(?:第\s*)?[（(]?\s*(?P<number>{NUMBER})\s*[）)]?")
# 第三条建议, 第1款游戏: what follows is counted, not cited.
COUNTED = (
    "消息|短信|信息|记录|建议|评论|微博|微信|朋友圈|回复|留言|通知|新闻|语音|意见|提醒|广告|差评|好评"
    "|私信|弹幕|邮件|数据|笔记|承诺|线索|链接|理由|聊天|路|命|腿|裤|鱼|狗|船|街|河|线|帖|动态|说说"
    "|游戏|手机|产品|软件|应用|皮肤|套餐|商品|会员|车|包|鞋|衣|是|[：:]"
)
_COUNTED = re.compile(COUNTED)
# 第二十五条第一款（三）: 项 may be missing.
_ITEM_ONLY = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)](?![条款项])")
_RANGE = re.compile(r"[至到—–\-~～]")
# Without 第 only Arabic or several signs count: 消法三条都说了 names three of them.
_BARE_ARTICLE = re.compile(r"[0-9０-９]|..")


@dataclass(frozen=True)
class Pinpoint:
    """A place in a law and where it is written. `article` 0 is a number nobody can read.

    None means not given. `inserted` is 1 in 第二百八十七条之一.
    """

    start: int
    end: int
    article: int | None = None
    inserted: int | None = None
    paragraph: int | None = None
    item: int | None = None


def pinpoints(text: str, start: int, *, named: bool = True) -> tuple[Pinpoint, ...]:
    """The places written from `start` on; `named` if the name of a law stands right before."""
    done: list[Pinpoint] = []
    open_: list[Pinpoint] = []
    at = start
    while (group := _GROUP.match(text, at)) and _belongs(group, open_, named):
        level = _LEVELS[group["unit"]]
        base = open_[-1] if open_ else Pinpoint(group.start(), group.start())
        if group["and"]:
            done, open_ = [*done, *open_], []
        elif open_:
            done, open_ = [*done, *open_[:-1]], []
        before = getattr(base, level) if _RANGE.search(group["and"] or "") else None
        open_ += _members(group, _above(base, level, group), level, before)
        at = group.end()
    if open_ and (bare := _ITEM_ONLY.match(text, at)) and open_[-1].item is None:
        item = replace(open_[-1], item=read_number(bare[1]) or 0, end=bare.end())
        open_ = [*open_[:-1], item]
    if named and at == start and (found := _UNITLESS.match(text, start)):
        return (Pinpoint(start, found.end(), read_number(found[1])),)
    return tuple(replace(place, end=_trimmed(text, place)) for place in (*done, *open_))


def _belongs(group: re.Match[str], before: list[Pinpoint], named: bool) -> bool:
    """Whether `group` is the first place after a name, or carries on from those before."""
    level = _LEVELS[group["unit"]]
    marked = bool(group["first"]) or group["numbers"][0] in "（("
    if not before:
        if group["and"] or not (level == "article" or not named):
            return False
        return bool(group["first"] or (named and _BARE_ARTICLE.match(group["numbers"])))
    if group["and"]:
        if level == "article":
            if not marked and group["numbers"][0].isdecimal():
                return True
            whole = marked or bool(_BARE_ARTICLE.match(group["numbers"]))
            return whole and not _COUNTED.match(group.string, group.end())
        carries_on = group["and"].strip() == "、" and getattr(before[-1], level) is not None
        return (marked or carries_on) and group["and"].strip() not in "，,"
    return level != "article" and getattr(before[-1], level) is None


def _above(base: Pinpoint, level: Level, group: re.Match[str]) -> Pinpoint:
    """The place that `group` says more of, or stands beside."""
    start = base.start if not group["and"] else group.start() + len(group["and"])
    kept = {"article": 0, "paragraph": 1, "item": 2}[level]
    return Pinpoint(
        start,
        group.end(),
        base.article if kept else None,
        base.inserted if kept else None,
        base.paragraph if kept == 2 else None,
    )


def _members(
    group: re.Match[str], base: Pinpoint, level: Level, last: int | None
) -> Iterator[Pinpoint]:
    """Every place in `group`: 第四十八至五十条 has three. `last` is where its range began."""
    is_range = last is not None
    inserted = read_number(group["of"][1:]) if group["of"] else base.inserted
    for found in _NUMBERS.finditer(group["numbers"]):
        value = read_number(found["number"]) or 0
        is_range = is_range or bool(_RANGE.search(found["and"] or ""))
        for number in _through(last, value, is_range):
            yield _set(replace(base, inserted=inserted), level, number)
        last, is_range = value, False


def _through(last: int | None, value: int, is_range: bool) -> Iterator[int]:
    if is_range and last and last < value <= last + MOST:
        yield from range(last + 1, value)
    yield value


def _set(place: Pinpoint, level: Level, number: int) -> Pinpoint:
    if level == "article":
        return replace(place, article=number)
    return replace(place, paragraph=number) if level == "paragraph" else replace(place, item=number)


def _trimmed(text: str, place: Pinpoint) -> int:
    return place.start + len(text[place.start : place.end].rstrip())
