# SPDX-License-Identifier: MIT
# ruff: noqa: E501 (a mistake and what is said of it read best side by side)
"""What an editor is told of files that cannot be read: place, code, words and mend.

What rules say of files that can be read is in `tests/rules/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

import pytest

from generator.check import check
from generator.parse import parse
from generator.source import MAX_BYTES, read
from tests.libraries import BASE, library, outcomes

TREE = dedent(BASE["trees/demo.yaml"])
FACTS = dedent(BASE["facts/facts.yaml"])
LAW = dedent(BASE["law/demo.yaml"])

DEADLINE = """\
deadlines:
  week: {title: 一周, kind: law, clock: 收到那天, days: 7, provisions: [demo-1]}
"""


@dataclass(frozen=True)
class Mistake:
    """Files with one mistake, and what must be said about it."""

    name: str
    files: dict[str, str]
    place: str
    code: str
    message: str
    hint: str


def tree(old: str, new: str) -> dict[str, str]:
    assert old in TREE
    return {"trees__demo": TREE.replace(old, new)}


def facts(old: str, new: str) -> dict[str, str]:
    assert old in FACTS
    return {"facts__facts": FACTS.replace(old, new)}


def outcome(old: str, new: str) -> dict[str, str]:
    text = outcomes("late", "fresh")
    assert old in text
    return {"outcomes__o": text.replace(old, new, 1)}


MISTAKES = [
    # --- the file itself
    Mistake("tab", tree("  arrived:\n", "\tarrived:\n"), "trees/demo.yaml:7:1", "YML004",
            "缩进用了制表符（Tab）。", "把 Tab 换成两个空格"),
    Mistake("unclosed quote", tree('"2027-01-01"', '"2027-01-01'), "trees/demo.yaml:4:12", "YML005",
            "引号没有成对", "补上另一半引号"),
    Mistake("chinese colon", tree("title: 演示", "title：演示"), "trees/demo.yaml:3:1", "YML005",
            "后面没有冒号", "不是中文冒号"),
    Mistake("two colons", tree("summary: 一棵小树。", "summary: 说明: 一棵小树。"),
            "trees/demo.yaml:3:12", "YML005", "不能再出现“: ”", "用引号括起来"),
    Mistake("indentation", tree("    ask: used", "   ask: used"), "trees/demo.yaml:13:12", "YML005",
            "不能再出现“: ”", "检查缩进"),
    Mistake("duplicate key", tree("    next: used\n", "    next: used\n    next: used\n"),
            "trees/demo.yaml:11:5", "YML011", "“next”写了两次。", "后写的会悄悄盖掉先写的"),
    Mistake("anchor", tree("title: 演示", "title: &a 演示"), "trees/demo.yaml:2:8", "YML012",
            "不能用锚点 &a。", "按 id 引用"),
    Mistake("alias", tree("title: 演示", "title: *a"), "trees/demo.yaml:2:8", "YML012",
            "不能用别名 *a。", "按 id 引用"),
    Mistake("tag", tree("title: 演示", "title: !!python/object:os.system 演示"),
            "trees/demo.yaml:2:8", "YML013", "不能用类型标记", "删掉 ! 开头的标记"),
    Mistake("two documents", {"trees__demo": TREE + "---\n" + TREE}, "trees/demo.yaml:15:1",
            "YML006", "只能有一份 YAML 文档", "删掉 ---"),
    Mistake("empty", {"trees__demo": "# 什么也没有\n"}, "trees/demo.yaml:1:1", "YML008",
            "文件是空的。", "删掉这个文件"),
    Mistake("a list", {"trees__demo": "- 甲\n- 乙\n"}, "trees/demo.yaml:1:1", "YML009",
            "最外层应当是“键: 值”", "tree: 名字"),
    Mistake("hidden character", tree("演示", "演\u200b示"), "trees/demo.yaml:2:9", "YML003",
            "U+200B", "重新输入这一行"),
    Mistake("direction override", tree("演示", "演\u202e示"), "trees/demo.yaml:2:9", "YML003",
            "U+202E", "重新输入这一行"),
    Mistake("deep", {"trees__demo": "a: " + "[" * 60 + "]" * 60 + "\n"}, "trees/demo.yaml:1:43",
            "YML007", "嵌套超过 40 层", "检查括号"),
    # --- shape
    Mistake("unknown folder", {"bees__demo": TREE}, "bees/demo.yaml:1:1", "SCH001",
            "不知道这个文件是什么", "trees/"),
    Mistake("unknown key", tree("summary:", "sumary:"), "trees/demo.yaml:3:1", "SCH002",
            "不认识的键“sumary”。", "是不是想写“summary”？"),
    Mistake("unknown key deep", facts("{label: 没用}", "{lable: 没用}"), "facts/facts.yaml:6:14",
            "SCH002", "不认识的键“lable”。", "是不是想写“label”？"),
    Mistake("missing key", tree("title: 演示\n", ""), "trees/demo.yaml:1:1", "SCH003",
            "缺少“title”。", "加上 title"),
    Mistake("number for text", tree("title: 演示", "title: 404"), "trees/demo.yaml:2:8", "SCH004",
            "这里要写文字。", "用引号括起来"),
    Mistake("text for list", outcome("[因为这样。]", "因为这样。"), "outcomes/o.yaml:6:14",
            "SCH004", "这里要写列表。", "以 - 开头"),
    Mistake("empty text", tree("title: 演示", 'title: " "'), "trees/demo.yaml:2:8", "SCH004",
            "这里是空的。", "写上文字"),
    Mistake("not a word of ours", {"law__demo": LAW.replace("in_force", "inforce")},
            "law/demo.yaml:8:9", "SCH005", "“inforce”不是这里允许的值。", "是不是想写“in_force”？"),
    Mistake("bad id", outcome("  late:", "  Late:"), "outcomes/o.yaml:2:3", "SCH006",
            "id 的写法不对。", "小写英文字母"),
    Mistake("bad target", tree("next: used", "next: outcomes/late"), "trees/demo.yaml:10:11",
            "SCH007", "去向的写法不对。", "outcome/结论id"),
    Mistake("bad date", tree('"2027-01-01"', '"2027-02-30"'), "trees/demo.yaml:4:12", "SCH008",
            "日期的写法不对。", "2026-11-22"),
    Mistake("bad condition", tree("next: used\n", "cases: [{when: yes, next: used}]\n"),
            "trees/demo.yaml:10:20", "SCH009", "条件要写成“事实: 选项”", "条件"),
    Mistake("same id twice", {"outcomes__p": outcomes("late")}, "outcomes/p.yaml:2:3", "SCH010",
            "“late”这个 id 已经用过了。", "换一个 id"),
    Mistake("article nought", {"law__demo": LAW.replace("article: 1,", "article: 0,")},
            "law/demo.yaml:15:21", "SCH004", "这个数太小。", "从 1 开始"),
    Mistake("endless limit", {"deadlines__d": DEADLINE.replace("days: 7", "days: 999999999")},
            "deadlines/d.yaml:2:51", "SCH004", "这个数太大。", "多打了几位"),
    Mistake("nothing after the colon", tree("next: used", "next:"), "trees/demo.yaml:10:5", "YML015",
            "“next”后面是空的。", "不需要就删掉它"),
    Mistake("no condition after when", tree("    next: used\n", "    cases: [{when: , next: used}]\n"),
            "trees/demo.yaml:10:14", "YML015", "“when”后面是空的。", "写上内容"),
    Mistake("no condition after when of a part", outcome("[因为这样。]", "[因为这样。, {text: 没到。, when: }]"),
            "outcomes/o.yaml:6:34", "YML015", "“when”后面是空的。", "写上内容"),
    Mistake("nothing after the dash", outcome("[因为这样。]", "\n    - 因为这样。\n    -"),
            "outcomes/o.yaml:8:6", "YML015", "列表里有一项是空的。", "在 - 后面写上内容"),
    Mistake("nul by escape", tree("title: 演示", 'title: "演示\\0"'), "trees/demo.yaml:2:11", "YML003",
            "U+0000", "删掉反斜杠"),
    Mistake("override by escape on a second line", tree("title: 演示", 'title: "演\\\\示\n  甲\\u202e乙"'),
            "trees/demo.yaml:3:4", "YML003", "双引号里用反斜杠写出了看不见的字符 U+202E。", "改用单引号"),
    Mistake("soft hyphen", tree("演示", "演\u00ad示"), "trees/demo.yaml:2:9", "YML003",
            "U+00AD", "重新输入这一行"),
    Mistake("half a character by escape", tree("title: 演示", 'title: "演\\ud800"'), "trees/demo.yaml:2:12",
            "YML005", "双引号里用反斜杠写的字符不存在。", "直接写出来"),
    Mistake("target as a list", tree('"no": outcome/late', '"no": [outcome/late]'), "trees/demo.yaml:9:21",
            "SCH007", "去向的写法不对。", "outcome/结论id"),
    Mistake("bad target in a branch", tree('"no": outcome/late', '"no": {cases: [{when: {arrived: "no"}, next: late/}]}'),
            "trees/demo.yaml:9:60", "SCH007", "去向的写法不对。", "outcome/结论id"),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_each_mistake_is_placed_named_and_mendable(mistake: Mistake) -> None:
    result = check(library(**mistake.files))
    assert result.library is None
    told = [f"{p.span} {p.code} {p.message} {p.hint}" for p in result.problems]
    # A key misspelt is unknown, and the right one is missing: one mistake may be told twice.
    assert len(result.problems) <= 2, told
    here = [p for p in result.problems if (str(p.span), p.code) == (mistake.place, mistake.code)]
    assert [mistake.message in p.message and mistake.hint in p.hint for p in here] == [True], told


def test_all_mistakes_are_told_at_once() -> None:
    result = check(
        library(
            trees__demo=TREE.replace("title: 演示", "titel: 演示"),
            facts__facts=FACTS.replace("{label: 没用}", "{lable: 没用}"),
            law__demo="instrument:\n\t- x\n",
        )
    )
    assert [f"{p.span} {p.code}" for p in result.problems] == [
        "facts/facts.yaml:6:13 SCH003",
        "facts/facts.yaml:6:14 SCH002",
        "law/demo.yaml:2:1 YML004",
        "trees/demo.yaml:1:1 SCH003",
        "trees/demo.yaml:2:1 SCH002",
    ]


def test_a_broken_entry_does_not_hide_its_neighbours() -> None:
    parsed = parse(library(outcomes__o=outcomes("late", "Fresh")))
    assert list(parsed.library.outcomes) == ["late"]
    assert [p.code for p in parsed.problems] == ["SCH006"]


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        ("标题: 演示".encode("gbk"), "x.yaml:1:1", "YML002"),
        ("甲: 1\n乙: ".encode() + b"\xff\xfe", "x.yaml:2:4", "YML002"),
        (b"a" * (MAX_BYTES + 1), "x.yaml:1:1", "YML001"),
        (b"[" * 200_000, "x.yaml:1:41", "YML007"),
        (b"- " * 300_000, "x.yaml:1:81", "YML007"),
        (b"a:\n" + b"- 1\n" * 250_000, "x.yaml:199998:3", "YML001"),
        (b"? [a, b]\n: c\n", "x.yaml:1:3", "YML010"),
        (b"a: 1\x00\n", "x.yaml:1:5", "YML003"),
        ("a: 一\x85b: 二\n".encode(), "x.yaml:1:5", "YML003"),
        (b"a: &x [*x]\n", "x.yaml:1:4", "YML012"),
        (b"%YAML 1.2\n%TAG ! tag:evil\n---\na: 1\n", "x.yaml:1:1", "YML014"),
    ],
    ids=["gbk", "half utf-8", "huge", "200k brackets", "300k dashes", "250k items", "list as key",
         "nul", "foreign line break", "recursive anchor", "directives"],
)  # fmt: skip
def test_hostile_bytes_are_refused_with_a_place(data: bytes, place: str, code: str) -> None:
    document = read(data, "x.yaml")
    assert (place, code) in [(str(p.span), p.code) for p in document.problems]


def test_words_that_other_yaml_readers_change_stay_text() -> None:
    document = read(b"no: on\ntime: 12:30\nversion: 1.10\nold: 010\nday: 2027-01-01\n", "x.yaml")
    assert document.problems == ()
    assert document.value == {
        "no": "on", "time": "12:30", "version": "1.10", "old": "010", "day": "2027-01-01",
    }  # fmt: skip


def test_every_key_and_value_keeps_its_place() -> None:
    value = read("名字: 张三\n列表:\n  - 甲\n  - {乙: 丙}\n".encode(), "x.yaml").value
    assert value is not None
    key = next(k for k in value if k == "列表")
    assert str(key.span) == "x.yaml:2:1"
    assert str(value["名字"].span) == "x.yaml:1:5"
    assert str(value["列表"].value_spans[0]) == "x.yaml:3:5"
    assert str(value["列表"][1]["乙"].span) == "x.yaml:4:9"
