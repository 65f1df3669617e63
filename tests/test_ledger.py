# SPDX-License-Identifier: MIT
"""The ledger of ids: what its lines say, what is lost, what is used twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.check import check
from generator.folder import read_folder
from generator.ledger import FILE, ids_of, read_ledger
from generator.parse import parse
from generator.problems import Severity
from tests.ledger_samples import FACTS, everything, said
from tests.libraries import library

TREES = Path(__file__).parents[1] / "decision_trees"


def test_a_ledger_holds_what_its_lines_say_in_any_order_and_number() -> None:
    lines = [b"fact product", b"option product/topup", b"retired fact old", b"# x", b"", b"  "]
    one = read_ledger(b"\n".join(lines))
    other = read_ledger(b"\r\n".join([*reversed(lines), *lines]))
    assert [str(name) for name in one.published] == ["fact product", "option product/topup"]
    assert [str(name) for name in one.retired] == ["fact old"]
    assert set(one.published) == set(other.published)
    assert set(one.retired) == set(other.retired)
    assert one.problems == other.problems == ()


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("fatc product", "看不懂这一行：fatc product", "是不是想写“fact”？"),
        ("fact", "看不懂这一行：fact", "一行写“类别 id”"),
        ("fact Product", "看不懂这一行：fact Product", "例如 fact product"),
        ("option product", "看不懂这一行：option product", "option product/topup"),
        ("fact a/b", "看不懂这一行：fact a/b", "一行写“类别 id”"),
        ("fact a b", "看不懂这一行：fact a b", "一行写“类别 id”"),
        ("retire fact a", "看不懂这一行：retire fact a", "是不是想写“retired”？"),
        ("retired", "看不懂这一行：retired", "retired fact product"),
        ("<<<<<<< HEAD", "这里还留着合并时的冲突标记。", "两边的 id 全都留下，重复没有关系"),
        ("=======", "这里还留着合并时的冲突标记。", "删掉以 <<<<<<<、=======、>>>>>>> 开头的行"),
        ("fact \x1b[31m", "看不懂这一行：fact �[31m", "一行写“类别 id”"),
    ],
)
def test_a_line_that_means_nothing_is_told_with_its_number(
    line: str, message: str, hint: str
) -> None:
    sources = everything()
    before = sources[FILE].count(b"\n")
    sources[FILE] += f"{line}\nfact used\n".encode()
    result = check(sources)
    assert result.library is None
    [problem] = result.problems
    assert str(problem.span) == f"{FILE}:{before + 1}:1"
    assert (problem.code, problem.message) == ("LCK001", message)
    assert hint in problem.hint


def test_bytes_that_are_no_text_are_told_and_nothing_is_raised() -> None:
    found = read_ledger(b"\xef\xbb\xbffact a\n\xff\xfe\x00\n" + b"x" * 100_000)
    assert [str(name) for name in found.published] == ["fact a"]
    assert [p.span.line for p in found.problems] == [2, 3]
    assert all(len(p.message) < 100 for p in found.problems)


def test_every_kind_that_can_be_renamed_is_kept() -> None:
    kinds = {name.kind for name in ids_of(parse(read_folder(TREES)).library)}
    assert kinds == {
        "fact", "option", "tree", "outcome", "verdict", "action", "evidence", "letter",
        "deadline", "sum", "instrument", "provision", "channel", "misquote",
    }  # fmt: skip


def test_a_complete_ledger_is_silent_and_none_asks_nothing() -> None:
    assert said(everything()) == []
    assert said(library()) == []


def test_an_empty_ledger_warns_and_stops_nothing() -> None:
    result = check({**library(), FILE: b""})
    assert result.library is not None
    assert {(p.code, p.severity) for p in result.problems} == {("LCK004", Severity.WARNING)}


def test_a_lost_fact_is_told_once_with_the_new_id_it_may_have_got() -> None:
    found = said(everything("fact arived", "option arived/yes", "fact gone", "option gone/a"))
    lines = [line for line in found if "LCK002" in line]
    assert [re.sub(r" .*“(\w+)”公开.*", r" \1", line) for line in lines] == [
        "ids.lock:20:1 arived",
        "ids.lock:22:1 gone",
    ]
    assert "formerly: [arived]。" in lines[0]  # nothing is new, so nothing is guessed


def test_the_guess_for_a_lost_option_stays_in_its_fact() -> None:
    facts = FACTS.replace('"no": {label: 没到}', '"no": {label: 没到}, never: {label: 不会到}')
    sources = everything(facts__facts=facts)
    lock = sources[FILE].replace(b"option arrived/never\n", b"option arrived/nope\n")
    unlocked = said({**sources, FILE: lock.replace(b"option used/part\n", b"")})[:2]
    assert "选项“used/part”还没有登记" in unlocked[0]
    assert "选项“arrived/never”还没有登记" in unlocked[1]
    [lost] = [line for line in said({**sources, FILE: lock}) if "LCK002" in line]
    assert "formerly: [nope]（新出现的是“never”）" in lost


@pytest.mark.parametrize(
    "more",
    [
        ("outcome lost", "retired outcome lost"),
        ("fact lost", "option lost/a", "retired fact lost"),
        ("option used/lost", "retired option used/lost"),
    ],
)
def test_what_is_retired_is_not_lost(more: tuple[str, ...]) -> None:
    assert said(everything(*more)) == []


def test_a_renamed_fact_keeps_its_options() -> None:
    renamed = FACTS.replace("  arrived:", "  came:").replace(
        "到了没有", "到了没有\n        formerly: [arrived]"
    )
    tree = library()["trees/demo.yaml"].decode().replace("ask: arrived", "ask: came")
    sources = everything("fact arrived", "option arrived/yes", facts__facts=renamed)
    sources["trees/demo.yaml"] = tree.encode()
    assert said(sources) == []


def test_a_retired_id_may_not_come_back_and_the_place_is_named() -> None:
    [problem] = check(everything("retired fact used")).problems
    assert (str(problem.span), problem.code) == ("facts/facts.yaml:2:3", "LCK003")
    assert problem.message == "事实“used”已经停用，不能再用。"
    assert problem.hint == "id 只用一次，换一个没用过的。"
    assert problem.related[0][0].file == FILE


def test_an_id_that_calls_itself_its_former_one_is_told() -> None:
    facts = FACTS.replace("到了没有", "到了没有\n        formerly: [arrived]")
    [told] = said(everything(facts__facts=facts))
    assert "LCK003 事实“arrived”还在用，不能写进 formerly。" in told
