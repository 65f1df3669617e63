# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Reading what was typed after `lubiao ask`: every way to write an answer, and every fault."""

from __future__ import annotations

import pytest

from generator.asking import Read, read_answers, tree_faults
from generator.check import CheckedLibrary
from tests.ask_libraries import TODAY, handbook, small


@pytest.mark.parametrize(
    ("argument", "answers"),
    [
        ("used=part", {"used": "part"}),
        ("used=用了一部分", {"used": "part"}),
        ("used=一部分", {"used": "part"}),
        (" used = no ", {"used": "no"}),
        ("proof.chat=yes", {"proof.chat": "yes"}),
        ("proof.chat=没有", {"proof.chat": "no"}),
        ("proof=chat", {"proof.page": "no", "proof.chat": "yes", "proof.bill": "no"}),
        ("proof=聊天，账单", {"proof.page": "no", "proof.chat": "yes", "proof.bill": "yes"}),
        ("proof=商品页，或截图", {"proof.page": "yes", "proof.chat": "no", "proof.bill": "no"}),
        ("proof=none", {"proof.page": "no", "proof.chat": "no", "proof.bill": "no"}),
        ("proof=都没有", {"proof.page": "no", "proof.chat": "no", "proof.bill": "no"}),
        ("amount=99.99", {"amount": "small"}),
        ("amount=100", {"amount": "big"}),
        ("amount=￥１,２００元", {"amount": "big"}),
        ("amount=unsure", {"amount": "unsure"}),
        ("amount=" + "9" * 10_000, {"amount": "big"}),
        ("due=0", {"due": "not_yet"}),
        ("due=-3", {"due": "not_yet"}),
        ("due=1", {"due": "passed"}),
        ("due=2026-11-22", {"due": "not_yet"}),
        ("due=2026-11-21", {"due": "passed"}),
        ("due=同名", {"due": "unsure"}),
    ],
)
def test_an_answer_may_be_written_in_these_ways(
    small: CheckedLibrary, argument: str, answers: dict[str, str]
) -> None:
    assert read_answers(small, [argument], TODAY) == Read(answers, ())


FORM = "要写成“事实=选项”，例如 problem=not_arrived。"


@pytest.mark.parametrize(
    ("argument", "faults"),
    [
        ("", [f"“”：没有等号。{FORM}"]),
        ("used", [f"“used”：没有等号。{FORM}"]),
        ("used＝no", [f"“used＝no”：等号要用半角的“=”。{FORM}"]),
        ("=", [f"“=”：等号前面要写事实的 id。{FORM}"]),
        ("=b", [f"“=b”：等号前面要写事实的 id。{FORM}"]),
        ("a=b=c", [f"“a=b=c”：只能有一个等号。{FORM}"]),
        ("xyz=", ["“xyz=”：没有“xyz”这个事实。", "“xyz=”：等号后面要写选项。"]),
        ("usd=no", ["“usd=no”：没有“usd”这个事实。是不是想写“used”？"]),
        (
            "proof.chta=yes",
            ["“proof.chta=yes”：没有“proof.chta”这个事实。是不是想写“proof.chat”？"],
        ),
        ("用了没有=no", ["“用了没有=no”：请写事实的 id：used。"]),
        ("used=", ["“used=”：等号后面要写选项，每一项都不能空着。可以写：no、part、yes、unsure。"]),
        (
            "used=unsre",
            [
                "“used=unsre”：没有“unsre”这个选项。是不是想写“unsure”？"
                "可以写：no、part、yes、unsure。"
            ],
        ),
        ("used=some", ["“used=some”：“some”是一个类，要写里面的一个选项：part、yes。"]),
        ("twin=同名", ["“twin=同名”：有几个选项都叫“同名”，请写 id：a、b。"]),
        (
            "proof=page,caht,bll",
            [
                "“proof=page,caht,bll”：没有“caht”这个选项。是不是想写“chat”？"
                "可以写：page、chat、bill。",
                "“proof=page,caht,bll”：没有“bll”这个选项。是不是想写“bill”？"
                "可以写：page、chat、bill。",
            ],
        ),
        (
            "proof=page,none",
            ["“proof=page,none”：none 是“一样也没有”，不能和别的一起写。"],
        ),
        (
            "proof=page,",
            ["“proof=page,”：等号后面要写选项，每一项都不能空着。可以写：page、chat、bill。"],
        ),
        (
            "amount=-5",
            [
                "“amount=-5”：没有“-5”这个选项。可以写：small、big、unsure。"
                "也可以直接写数字，例如 128 或 128.5。"
            ],
        ),
        (
            "due=2026-02-30",
            [
                "“due=2026-02-30”：没有“2026-02-30”这个选项。可以写：not_yet、passed、unsure。"
                "日历上也没有这一天。"
            ],
        ),
        ("\x1b[31m=\u202e", ["“\\x1b[31m=\\u202e”：没有“\\x1b[31m”这个事实。"]),
        ("q" * 10_000 + "=1", [f"“{'q' * 40}……”：没有“{'q' * 40}……”这个事实。"]),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(
    small: CheckedLibrary, argument: str, faults: list[str]
) -> None:
    read = read_answers(small, [argument], TODAY)
    assert list(read.faults) == faults
    assert read.answers == {}


def test_saying_two_things_about_one_fact_is_a_fault_and_repeating_is_not(
    small: CheckedLibrary,
) -> None:
    assert read_answers(small, ["used=no", "used=没用"], TODAY) == Read({"used": "no"})
    twice = read_answers(small, ["used=no", "used=part", "arrived=no"], TODAY)
    assert twice.faults == ("“used=no”和“used=part”：同一件事（用了没有）说了两种，只留一种。",)
    ticks = read_answers(small, ["proof=page", "proof.chat=yes", "proof.bill=no"], TODAY)
    assert ticks.faults == ("“proof=page”和“proof.chat=yes”：同一件事（证据）说了两种，只留一种。",)


def test_the_tree_must_be_one_that_is_there(small: CheckedLibrary) -> None:
    there = "这里有：demo、other。"
    assert tree_faults(small, "demo") == ()
    assert tree_faults(small, "") == (f"要先写是哪一棵树。{there}",)
    assert tree_faults(small, "dmo") == (f"“dmo”：没有这棵树。是不是想写“demo”？{there}",)
    assert tree_faults(small, "used=no") == (
        f"“used=no”：第一个要写树的 id，后面才写“事实=选项”。{there}",
    )


def test_a_shared_piece_is_not_a_tree(handbook: CheckedLibrary) -> None:
    assert tree_faults(handbook, "evidence") == (
        "“evidence”：这是共用段，不是树。这里有：example。",
    )
