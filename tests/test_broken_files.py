# SPDX-License-Identifier: MIT
# ruff: noqa: E501 (a mistake and what is said of it read best side by side)
"""What an editor is told: every kind of mistake, with its place, code, words and mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

import pytest

from generator import rules
from generator.check import check
from generator.parse import parse
from generator.problems import Severity
from generator.rules import RULES
from generator.source import MAX_BYTES, read
from tests.libraries import BASE, library, outcomes

TREE = dedent(BASE["trees/demo.yaml"])
FACTS = dedent(BASE["facts/facts.yaml"])
LAW = dedent(BASE["law/demo.yaml"])

PART = """\
subtree: part
exits: [good, bad]
start: used
questions:
  used: {ask: used, options: {"no": exit/good}, next: exit/bad}
"""
DEADLINE = """\
deadlines:
  week: {title: 一周, kind: law, clock: 收到那天, days: 7, provisions: [demo-1]}
"""
LETTER = """\
letters:
  hello:
    title: 信
    to: 商家
    fields: {order: 订单号}
    body: 订单 {order} 没有到。
"""
STORY = """\
scenarios:
  - name: one
    story: 没到。
    answers: {arrived: "no"}
    outcome: late
"""
PAID = """\
facts:
  paid:
    label: 金额
    question: 付了多少？
    kind: number
    unit: 元
    options:
      tiny: {label: 不到十, below: 10}
      small: {label: 不到一百, below: 100}
      large: {label: 一百以上}
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
    named: tuple[str, ...] = field(default=("late", "fresh"))


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
    # --- references
    Mistake("dangling target", tree("next: used\n", "next: usde\n"), "trees/demo.yaml:10:11",
            "REF001", "没有叫“usde”的问题。", "是不是想写“used”？"),
    Mistake("outcome as question", tree("next: outcome/late", "next: late"),
            "trees/demo.yaml:14:11", "REF001", "没有叫“late”的问题。", "outcome/late"),
    Mistake("dangling start", tree("start: arrived", "start: begin"), "trees/demo.yaml:5:8",
            "REF001", "开始的问题“begin”不在这棵树里。", "一个问题的 id"),
    Mistake("unknown fact", tree("ask: used", "ask: uesd"), "trees/demo.yaml:12:10", "REF002",
            "没有叫“uesd”的事实。", "是不是想写“used”？"),
    Mistake("unknown option", tree('{"no": outcome/fresh}', "{never: outcome/fresh}"),
            "trees/demo.yaml:13:15", "REF003", "“用了没有”没有“never”这个选项。", "可以写：no、part、yes、unsure"),
    Mistake("unknown action", outcome("first-step", "frist-step"), "outcomes/o.yaml:7:13",
            "REF004", "没有叫“frist-step”的行动。", "是不是想写“first-step”？"),
    Mistake("unknown verdict", outcome("yes-you-can", "yes-you-may"), "outcomes/o.yaml:4:14",
            "REF004", "没有叫“yes-you-may”的结论种类。", "yes-you-can"),
    Mistake("unknown sub-tree", tree("ask: used\n    options: {\"no\": outcome/fresh}\n    next: outcome/late", "use: part"),
            "trees/demo.yaml:12:10", "REF005", "没有叫“part”的共用段。", "共用的问题"),
    Mistake("invented law", outcome("demo-1", "demo-99"), "outcomes/o.yaml:9:18", "CIT001",
            "法条库里没有“demo-99”。", "是不是想写“demo-1”？"),
    Mistake("repealed law", {"law__demo": LAW.replace("in_force", "repealed")},
            "outcomes/o.yaml:9:18", "CIT001", "已经废止", "换成现行的规定"),
    # --- meaning
    Mistake("no way on", tree("    next: used\n", ""), "trees/demo.yaml:7:3", "SHP001",
            "“arrived”没有写选“到了”之后去哪里。", "next"),
    Mistake("one option", facts('{"yes": {label: 到了}, "no": {label: 没到}}', '{"yes": {label: 到了}}'),
            "facts/facts.yaml:10:3", "SHP002", "“arrived”的选项太少。", "至少写两个"),
    Mistake("gap", tree("    next: used\n", '    cases: [{when: {arrived: "no"}, next: used}]\n'),
            "trees/demo.yaml:7:3", "GRA001", "例如：到了没有＝到了", "补一个 case"),
    Mistake("overlap", tree("    next: used\n", '    cases: [{when: {arrived: "yes"}, next: used}, {when: {not: {arrived: "no"}}, next: outcome/late}]\n'),
            "trees/demo.yaml:10:44", "GRA002", "同一种情形符合两条。例如：到了没有＝到了", "收窄"),
    Mistake("not asked yet", tree("    next: used\n", '    cases: [{when: {used: "yes"}, next: used}]\n    otherwise: used\n'),
            "trees/demo.yaml:10:41", "GRA003", "还没问过“用了没有”", "unasked"),
    Mistake("unsure slips", tree("    next: outcome/late\n", '    cases: [{when: {used: "yes"}, next: outcome/late}]\n    otherwise: outcome/late\n'),
            "trees/demo.yaml:15:16", "GRA004", "“用了没有”选“不确定”的人", "写明 unsure"),
    Mistake("endless lap", tree("    next: outcome/late\n", "    next: arrived\n"),
            "trees/demo.yaml:7:3", "GRA005", "会绕回来", "改掉其中一步"),
    Mistake("unreachable question", tree("    next: used\n", "    next: outcome/late\n"),
            "trees/demo.yaml:11:3", "GRA006", "没有一条路走到问题“used”。", "或者删掉它"),
    Mistake("unreachable outcome", {}, "outcomes/o.yaml:18:3", "GRA007",
            "没有一条路走到结论“extra”。", "outcome/extra", ("late", "fresh", "extra")),
    Mistake("no next step", outcome("today: [first-step]", "today: []"), "outcomes/o.yaml:2:3",
            "OUT001", "没有写“今天就做”", "至少写一项"),
    Mistake("part never decided", outcome("[因为这样。]", "[因为这样。, {text: 用完了。, when: {used: part}}]"),
            "outcomes/o.yaml:6:42", "PRT001", "有的没有问过“用了没有”", "used: [part, unasked]"),
    Mistake("dead transition", tree("    next: used\n", '    cases: [{when: {arrived: "yes"}, next: used}, {when: {arrived: "no"}, next: used}]\n'),
            "trees/demo.yaml:10:81", "GRA008", "没有一种情形会走这一条。", "删掉它"),
    Mistake("exit not bound", {"trees__part": PART, **tree("    ask: used\n    options: {\"no\": outcome/fresh}\n    next: outcome/late", "    use: part\n    exits: {good: outcome/fresh}")},
            "trees/demo.yaml:12:10", "REF006", "没有写“part”的出口“bad”去哪里。", "exits: {bad: 去向}"),
    Mistake("two lengths", {"deadlines__d": DEADLINE.replace("days: 7", "days: 7, years: 1")},
            "deadlines/d.yaml:2:3", "SHP003", "写了不止一种长度", "只写一个"),
    Mistake("limit without law", {"deadlines__d": DEADLINE.replace(", provisions: [demo-1]", "")},
            "deadlines/d.yaml:2:3", "SHP003", "没有写依据", "kind: practice"),
    Mistake("nameless blank", {"letters__l": LETTER.replace("{order}", "{oder}")},
            "letters/l.yaml:6:11", "OUT002", "信里的空“{oder}”没有说明。", "是不是想写“order”？"),
    Mistake("story goes elsewhere", {"scenarios__s": STORY.replace("outcome: late", "outcome: fresh")},
            "scenarios/s.yaml:5:14", "SCN001", "走到了“late”，不是“fresh”", "改故事，或者改树"),
    Mistake("story stops early", {"scenarios__s": STORY.replace('"no"', '"yes"')},
            "scenarios/s.yaml:2:11", "SCN001", "没有回答“用了没有”", "used: 选项"),
    Mistake("bands out of order", {"facts__paid": PAID.replace("below: 100}", "below: 5}")},
            "facts/paid.yaml:9:7", "SHP002", "没有比上一段大", "从小到大"),
    Mistake("no condition after when", tree("    next: used\n", "    cases: [{when: , next: used}]\n"),
            "trees/demo.yaml:10:20", "SCH009", "条件要写成“事实: 选项”", "条件"),
    Mistake("article nought", {"law__demo": LAW.replace("article: 1,", "article: 0,")},
            "law/demo.yaml:15:21", "SCH004", "这个数太小。", "从 1 开始"),
    Mistake("endless limit", {"deadlines__d": DEADLINE.replace("days: 7", "days: 999999999")},
            "deadlines/d.yaml:2:51", "SCH004", "这个数太大。", "多打了几位"),
    Mistake("unknown fact in a story", {"scenarios__s": STORY.replace("arrived", "arived")},
            "scenarios/s.yaml:4:15", "REF002", "没有叫“arived”的事实。", "是不是想写“arrived”？"),
    Mistake("verdicts in a circle", {"verdicts": dedent(BASE["verdicts.yaml"]).replace("tone: hard", "tone: hard, better_than: [yes-you-can]")},
            "verdicts.yaml:2:3", "SHP004", "比自己还好", "去掉 better_than"),
    Mistake("no question at all", {"trees__demo": 'tree: demo\ntitle: 演示\nsummary: 空。\nreview_by: "2027-01-01"\nstart: gate\nquestions:\n  gate: {next: outcome/late}\n'},
            "trees/demo.yaml:5:8", "GRA010", "一个问题也不问", "有 ask 的问题", ("late",)),
]  # fmt: skip


def test_every_rule_is_documented_and_has_a_mistake_that_it_finds() -> None:
    found = {mistake.code for mistake in MISTAKES} | {"GRA009", "REF007"}  # these have tests below
    for rule in RULES:
        assert rule.CODE in found, f"{rule.NAME} has no mistake here"
        for part in ("## Why\n", "## Fails\n", "## Passes\n"):
            assert part in (rule.__doc__ or ""), f"{rule.NAME} does not explain itself"
    codes = [rule.CODE for rule in RULES]
    assert len(codes) == len(set(codes))
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")}
    assert modules - {"__init__", "subject"} == {rule.__name__.rpartition(".")[2] for rule in RULES}


def test_what_explodes_is_refused_naming_the_facts_to_blame() -> None:
    count = 24
    text = "facts:\n" + "".join(
        f"  f{i}: {{label: 事实{i}, question: 是吗？, options: {{a: {{label: 甲}}, b: {{label: 乙}}}}}}\n"
        for i in range(count)
    )
    questions = "".join(f"  q{i}: {{ask: f{i}, next: q{i + 1}}}\n" for i in range(count))
    wanted = ", ".join(f"f{i}: a" for i in range(count))
    body = f"  q{count}: {{cases: [{{when: {{{wanted}}}, next: outcome/fresh}}], otherwise: outcome/late}}\n"
    # All facts are still needed at the end, in any combination: 2**24 ways to remember.
    parity = "".join(
        f"  p{i}: {{cases: [{{when: {{f{i}: a, f{i + 1}: b}}, next: outcome/fresh}}], otherwise: p{i + 1}}}\n"
        for i in range(count - 1)
    )
    tree_text = (
        'tree: demo\ntitle: 演示\nsummary: 太多。\nreview_by: "2027-01-01"\nstart: q0\nquestions:\n'
        + questions
        + body.replace("otherwise: outcome/late", "otherwise: p0")
        + parity
        + f"  p{count - 1}: {{cases: [{{when: {{f0: a}}, next: outcome/fresh}}], otherwise: outcome/late}}\n"
    )
    result = check(library(facts__facts=text, trees__demo=tree_text))
    problem = next(p for p in result.problems if p.code == "GRA009")
    assert "要同时记住的回答太多了：“事实" in problem.message
    assert "归成类" in problem.hint


def test_an_unused_piece_is_a_warning_that_stops_nothing() -> None:
    result = check(library(deadlines__d=DEADLINE))
    assert result.library is not None
    assert [(p.code, p.severity, p.message) for p in result.problems] == [
        ("REF007", Severity.WARNING, "没有一个结论用到期限“week”。")
    ]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_each_mistake_is_placed_named_and_mendable(mistake: Mistake) -> None:
    result = check(library(*mistake.named, **mistake.files))
    assert result.library is None
    said = [f"{p.span} {p.code} {p.message} {p.hint}" for p in result.problems]
    matching = [p for p in result.problems if str(p.span) == mistake.place]
    assert mistake.code in [p.code for p in matching], said
    problem = next(p for p in matching if p.code == mistake.code)
    assert mistake.message in problem.message, said
    assert mistake.hint in problem.hint, said


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
