# SPDX-License-Identifier: MIT
"""A small law library for the tests of citations. Its provisions say nothing: only places count."""

from __future__ import annotations

from generator.citing.shelf import Shelf, shelf
from generator.parse import parse

ITEMS = "有下列情形之一：\\n（一）甲；\\n（二）乙；\\n（三）丙。"
TWO = "第一段。\\n第二段。"

# instrument: title, short, aliases, provisions as article[-paragraph[-item]], and other keys.
LAWS: dict[str, tuple[str, str, str, str, str]] = {
    "xf": (
        "中华人民共和国消费者权益保护法",
        "消费者权益保护法",
        "消法, 消保法",
        "2 23-2 24-1 25-1-3 25-2 39=items 44-1 44-2 48 49 50 55=two",
        "version: 2013 年第二次修正",
    ),
    "tl": (
        "中华人民共和国消费者权益保护法实施条例",
        "消费者权益保护法实施条例",
        "消法实施条例",
        "10-2 19-1 19-2",
        "number: 国务院令第778号",
    ),
    "mf": (
        "中华人民共和国民法典",
        "民法典",
        "民法, 合同编",
        "145-1 145-2 152-1-1 157 188 502 505 563-1-3 563-1-4 565-1 566-1 577",
        "",
    ),
    "ds": ("中华人民共和国电子商务法", "电子商务法", "电商法", "48-2 49-2 62", ""),
    "xingfa": ("中华人民共和国刑法", "刑法", "", "266", ""),
    "ht": (
        "最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释",
        "民法典合同编通则解释",
        "",
        "10-3",
        "number: 法释〔2023〕13号",
    ),
    "wx": (
        "最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）",
        "网络消费纠纷规定（一）",
        "",
        "9",
        "number: 法释〔2022〕8号",
    ),
    "hf": (
        "最高人民法院关于互联网法院审理案件若干问题的规定",
        "互联网法院规定（2018）",
        "",
        "11-2",
        "",
    ),
    "wj": (
        "网络交易监督管理办法",
        "网络交易监督管理办法",
        "",
        "14=items 24-1",
        "number: 国家市场监督管理总局令第37号",
    ),
    "ts": (
        "市场监督管理投诉举报处理办法",
        "投诉举报处理办法",
        "",
        "10 15=two",
        "number: 国家市场监督管理总局令第121号",
    ),
    "zx": ("人民法院在线诉讼规则", "在线诉讼规则", "", "16", ""),
    "named": ("电信用户申诉处理办法", "电信用户申诉处理办法", "", "", "grade: named"),
    "gone": (
        "网络交易管理办法",
        "网络交易管理办法",
        "",
        "",
        'status: repealed\neffective_to: "2021-05-01"\nreplaced_by: [wj]',
    ),
    "soon": ("未来法", "未来法", "", "1", 'effective_from: "2028-01-01"'),
    "amended": ("改过法", "改过法", "", "1=ended 2=both 3=coming", ""),
}
_TEXTS = {"items": ITEMS, "two": TWO}


def law_shelf() -> Shelf:
    """The library above, parsed as if it lay in `law/`."""
    parsed = parse({f"law/{name}.yaml": text.encode() for name, text in law_files().items()})
    assert not parsed.problems, parsed.problems
    return shelf(parsed.library)


def law_files() -> dict[str, str]:
    """The library above as YAML files, by name of the instrument."""
    return {name: _file(name) for name in LAWS}


def _file(name: str) -> str:
    title, short, aliases, places, more = LAWS[name]
    keys = {
        "instrument": name,
        "title": title,
        "short": short,
        "aliases": f"[{aliases}]",
        "kind": "law",
        "issuer": "某机关",
        "version": "2020 年",
        "effective_from": '"2020-01-01"',
        "status": "in_force",
        "official": "无",
        "grade": "B",
        "verified": "只用于测试。",
        "checked_on": '"2026-11-21"',
        "review_by": '"2027-02-21"',
    }
    keys |= dict(line.split(": ", 1) for line in more.splitlines())
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"{head}provisions:\n{''.join(_provisions(name, places))}" if places else head


def _provisions(name: str, places: str) -> list[str]:
    return [line for place in places.split() for line in _provision(name, place)]


def _provision(name: str, place: str) -> list[str]:
    where, _, kind = place.partition("=")
    numbers = dict(zip(("article", "paragraph", "item"), where.split("-"), strict=False))
    head = ", ".join(f"{level}: {number}" for level, number in numbers.items())
    body = f'{head}, text: "{_TEXTS.get(kind, "原文。")}", plain: 白话。, use: 用得上的时候。'
    ended, coming = 'effective_to: "2025-01-01"', 'effective_from: "2025-01-01"'
    later = 'effective_from: "2028-01-01"'
    versions = {
        "ended": [("", ended)],
        "both": [("-old", ended), ("", coming)],
        "coming": [("", later)],
    }.get(kind, [("", "")])
    return [
        f"  {name}-{where}{suffix}: {{{body}{', ' + dates if dates else ''}}}\n"
        for suffix, dates in versions
    ]
