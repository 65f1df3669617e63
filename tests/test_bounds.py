# SPDX-License-Identifier: MIT
"""Inputs far beyond any real library end soon, in problems; none hangs or overflows the check."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from generator.check import check, proved
from generator.citing.pinpoints import pinpoints
from generator.problems import Problem
from generator.rules.long_sentence import length_of
from generator.rules.texts import in_our_voice, without_quotations
from generator.source import MAX_TEXT, read
from tests.libraries import library, outcomes

SECONDS = 10  # of one processor, on a busy machine; each takes one or two
T = TypeVar("T")
TREE = 'tree: {name}\ntitle: 演示\nsummary: 小树。\nreview_by: "2027-01-01"\n'


def tree(name: str, questions: str, start: str = "q0") -> str:
    return f"{TREE.format(name=name)}start: {start}\nquestions:\n{questions}"


def facts(count: int, options: int = 2) -> str:
    offered = ", ".join(f"o{j}: {{label: 选{j}}}" for j in range(options))
    return "facts:\n" + "".join(
        f"  f{i}: {{label: 事{i}, question: 问{i}？, options: {{{offered}}}}}\n"
        for i in range(count)
    )


def chain(count: int, asked: int) -> str:
    """Questions one after the other; those after the first `asked` ask known facts again."""
    return "".join(
        f"  q{i}: {{ask: f{i % asked}, options: {{o0: outcome/late}}, "
        f"next: {f'q{i + 1}' if i < count - 1 else 'outcome/fresh'}}}\n"
        for i in range(count)
    )


def shown_if(condition: str) -> str:
    part = f"    avoid: [{{text: 别付。, when: {condition}}}]\n"
    return outcomes("late", "fresh").replace("    today:", f"{part}    today:", 1)


def summary(text: str) -> str:
    return outcomes("late", "fresh").replace("一句话。", f'"{text}"', 1)


def subtrees(count: int, uses: int, *, round_: bool = False) -> dict[str, str]:
    """Sub-trees s0, s1, …: each uses the next `uses` times, the last the first if `round_`."""
    found = {"trees__demo": tree("demo", "  q0: {use: s0, exits: {d: outcome/late}}\n")}
    for i in range(count):
        onward = f"s{(i + 1) % count}"
        inner = "".join(
            f"  q{n}: {{use: {onward}, exits: {{d: {to}}}}}\n"
            for n, to in enumerate([*(f"q{n}" for n in range(1, uses)), "exit/d"])
        )
        if i == count - 1 and not round_:
            inner = "  q0: {ask: used, next: exit/d}\n"
        found[f"trees__s{i}"] = f"subtree: s{i}\nexits: [d]\nstart: q0\nquestions:\n{inner}"
    return found


def problems(**files: str) -> tuple[Problem, ...]:
    return within(lambda: check(library(**files)).problems)


def within(do: Callable[[], T]) -> T:
    began = time.process_time()
    result = do()
    assert time.process_time() - began < SECONDS
    return result


def told(found: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {(problem.code, problem.message) for problem in found}


# ---- sub-trees ---------------------------------------------------------------------------------


def test_six_hundred_subtrees_inside_one_another_are_refused() -> None:
    message = "树“demo”里，共用段一层套一层，有 600 层，最多 50 层。"
    assert told(problems(**subtrees(600, 1))) == {("REF009", message)}
    assert told(within(lambda: proved(library(**subtrees(600, 1))).problems)) == {
        ("REF009", message)
    }


@pytest.mark.parametrize("doublings", [12, 40, 400])
def test_subtrees_that_double_at_each_level_are_refused(doublings: int) -> None:
    found = told(problems(**subtrees(doublings, 2)))
    assert found == {("SHP006", "所有的树一共超过 1,000 个问题。")}


def test_steps_of_multi_selects_count_too() -> None:
    many = ", ".join(f"p{i}: {{label: 项{i}}}" for i in range(300))
    multi = f"label: 多, question: 哪些？, kind: multi, none: 无, options: {{{many}}}"
    fact = f"facts:\n  m: {{{multi}}}\n"
    asks = "".join(
        f"  q{i}: {{ask: m, next: {f'q{i + 1}' if i < 69 else 'outcome/late'}}}\n"
        for i in range(70)
    )
    found = told(problems(facts__m=fact, trees__demo=tree("demo", asks)))
    assert ("REF009", "树“demo”放进共用段以后，超过 20,000 步。") in found


def test_a_circle_of_many_subtrees_is_told_of_each_up_to_a_number() -> None:
    found = problems(**subtrees(300, 1, round_=True))
    assert {problem.code for problem in found} == {"REF005"}
    assert len(found) == 201
    assert ("REF005", "共用段“s0”绕回来用了自己。") in told(found)
    assert ("REF005", "这一类错误超过 200 个，从这里起没有再查。") in told(found)


def test_what_only_leads_into_a_circle_is_not_in_it() -> None:
    files = subtrees(3, 1, round_=True)
    files["trees__s0"] = files["trees__s0"].replace("subtree: s0", "subtree: outer", 1)
    files["trees__s2"] = files["trees__s2"].replace("use: s0", "use: s1", 1)
    files["trees__demo"] = files["trees__demo"].replace("use: s0", "use: outer", 1)
    assert told(problems(**files)) == {
        ("REF005", "共用段“s1”绕回来用了自己。"),
        ("REF005", "共用段“s2”绕回来用了自己。"),
    }


# ---- texts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["“", "《", "{", "甲"])
def test_one_endless_text_is_refused_where_it_stands(sign: str) -> None:
    found = problems(outcomes__o=summary(sign * 600_000))
    assert told(found) == {("YML016", "这一段文字有 600,000 个字，最多 20,000 个。")}
    assert str(found[0].span) == "outcomes/o.yaml:5:14"
    assert found[0].hint


def test_a_text_of_just_the_longest_length_is_read() -> None:
    for length, codes in ((MAX_TEXT, []), (MAX_TEXT + 1, ["YML016"])):
        document = read(f"a: {'甲' * length}\n".encode(), "a.yaml")
        assert [problem.code for problem in document.problems] == codes


@pytest.mark.parametrize(
    "signs", ["“", "《", "“《", "{甲", "不非", "第1、", "《民法典》的的的", "必退"]
)
def test_many_long_texts_are_read_quickly(signs: str) -> None:
    text = (signs * MAX_TEXT)[:MAX_TEXT]
    one = summary(text).partition("  fresh:")[0].removeprefix("outcomes:\n")
    body = "".join(one.replace("late", f"late{i}") for i in range(6))
    found = problems(outcomes__o=f"{outcomes('late', 'fresh')}{body}")
    assert any(problem.code == "TXT001" for problem in found)


def test_a_long_row_of_digits_is_no_riddle() -> None:
    assert within(lambda: pinpoints("第" + "1" * 5_000 + "x", 0)) == ()
    assert within(lambda: pinpoints("第" + "一" * 5_000, 0)) == ()
    assert len(pinpoints("第一、二条和第三条", 0)) == 3


def test_what_is_emptied_stays_the_same() -> None:
    assert without_quotations("甲“乙”丙“丁“戊”己“庚") == "甲“”丙“”己“庚"
    assert in_our_voice("《甲》“乙”《丙《丁》戊《己") == "《》“”《》戊《己"
    assert length_of("按《甲法》第五条办《乙") == 5


def test_a_letter_of_open_braces_is_told_up_to_a_number() -> None:
    letters = "letters:\n" + "".join(
        f'  l{i}: {{title: 信, to: 商家, fields: {{a: 甲}}, body: "{"{" * 15_000}"}}\n'
        for i in range(20)
    )
    found = problems(letters__l=letters)
    assert sum(problem.code == "OUT002" for problem in found) == 201


# ---- mistakes without end ----------------------------------------------------------------------


def test_thousands_of_unknown_keys_are_told_up_to_a_number() -> None:
    found = problems(trees__x="tree: x\n" + "".join(f"zz{i}: a\n" for i in range(10_000)))
    assert len(found) == 201
    assert ("SCH011", "这一段里写错的地方有 200 处或者更多，后面的没有再查。") in told(found)


def test_thousands_of_keys_written_twice_are_told_up_to_a_number() -> None:
    keys = "".join(f"zz{i}: a\n" for i in range(5_000))
    found = problems(trees__x=f"tree: x\n{keys}{keys}")
    assert ("YML017", "这个文件里的错误超过 200 个，从这里起没有再查。") in told(found)


def test_thousands_of_unknown_facts_are_told_up_to_a_number() -> None:
    cases = "".join(f"      - {{when: {{zzz{i}: a}}, next: outcome/late}}\n" for i in range(250))
    asked = f"  q0: {{ask: used, next: r}}\n  r:\n    cases:\n{cases}"
    found = problems(facts__f=facts(100), trees__demo=tree("demo", asked))
    assert sum(problem.code == "REF002" for problem in found) == 201


# ---- conditions of parts -----------------------------------------------------------------------


@pytest.mark.parametrize(("count", "options"), [(16, 2), (11, 5), (200, 10)])
def test_a_wide_condition_of_a_part_is_refused(count: int, options: int) -> None:
    asked = "".join(
        f"  q{i}: {{ask: f{i}, next: {f'q{i + 1}' if i < count - 1 else 'outcome/late'}}}\n"
        for i in range(count)
    )
    condition = "{" + ", ".join(f"f{i}: o0" for i in range(count)) + "}"
    files = {"facts__f": facts(count, options), "trees__demo": tree("demo", asked)}
    found = problems(**files, outcomes__o=shown_if(condition))
    wide = [problem for problem in found if problem.code == "PRT003"]
    assert len(wide) == 1
    assert wide[0].message.startswith(f"这个条件看了 {count} 个事实，它们的组合")
    assert not [problem for problem in found if problem.code == "PRT001"]


def test_many_conditions_that_are_wide_together_are_refused() -> None:
    parts = "".join(
        f"      - {{text: 别付{i}。, when: {{f0: o{i}, f1: o0, f2: o0}}}}\n" for i in range(24)
    ) + "".join(
        f"      - {{text: 别{i}。, when: {{f0: o0, f1: o{i}, f2: o1}}}}\n" for i in range(24)
    )
    body = outcomes("late", "fresh").replace("    today:", f"    avoid:\n{parts}    today:", 1)
    found = problems(facts__f=facts(3, 25), outcomes__o=body)
    message = "到这里，各段的条件一共超过 500,000 种组合。"
    assert [p.message for p in found if p.code == "PRT003"] == [message]


# ---- sizes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"facts__f": facts(600)}, "一共有 602 个事实，最多 500 个。"),
        ({"facts__f": facts(1, 3000)}, "“事0”有 3,000 个选项，最多 500 个。"),
        (
            {"facts__f": facts(50), "trees__demo": tree("demo", chain(1001, 50))},
            "所有的树一共超过 1,000 个问题。",
        ),
        (
            {
                f"trees__t{i}": tree(f"t{i}", "  q0: {ask: used, next: outcome/late}\n")
                for i in range(100)
            },
            "一共有 101 棵树，最多 100 棵。",
        ),
        (
            {
                "trees__demo": tree(
                    "demo",
                    "  q0: {ask: used, next: r}\n  r:\n    cases:\n"
                    + '      - {when: {used: "no"}, next: outcome/late}\n' * 501,
                )
            },
            "“r”有 501 个按条件的去向，最多 500 个。",
        ),
    ],
)
def test_too_much_of_something_is_refused(files: dict[str, str], message: str) -> None:
    found = problems(**files)
    assert told(found) == {("SHP006", message)}
    assert found[0].hint


def test_a_long_chain_with_a_condition_of_a_part_is_proved() -> None:
    files = {"facts__f": facts(400), "trees__demo": tree("demo", chain(400, 400))}
    checked = within(lambda: check(library(**files, outcomes__o=shown_if("{f0: [o0, o1]}"))))
    assert ("PRT001", "这一段的条件总是成立，走到这里的人都会看到它。") in told(checked.problems)


def test_facts_that_are_asked_again_and_again_are_proved() -> None:
    files = {"facts__f": facts(100), "trees__demo": tree("demo", chain(500, 100))}
    assert {problem.code for problem in problems(**files)} <= {
        "GRA010",
        "GRA011",
        "GRA012",
        "GRA015",
    }
