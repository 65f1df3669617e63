# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""What `ask` finds: the next question, what is still possible, answers that are not asked."""

from __future__ import annotations

import pytest

from generator.asking import Answered, ask
from generator.asking.words import text
from generator.check import CheckedLibrary
from tests.ask_libraries import ask_typed, next_question, small


def test_the_first_question_and_everything_about_its_options(small: CheckedLibrary) -> None:
    question = next_question(small, "arrived=yes", "proof=none")
    assert (question.key, question.question, question.kind) == ("used", "用了吗？", "choice")
    first, second = question.choices[:2]
    assert (first.id, first.label, first.hint, first.cls) == ("no", "没用", "一点也没用", "")
    assert (second.short, second.cls, second.cls_label) == ("一部分", "some", "用过")
    assert (question.fewest, question.most) == (1, 4)


def test_answers_for_later_are_kept_and_narrow_what_is_possible(small: CheckedLibrary) -> None:
    free = next_question(small, "arrived=yes", "proof=none")
    narrowed = next_question(small, "arrived=yes", "proof=none", "twin=b", "due=passed")
    assert {p.outcome for p in free.possible} == {"fresh", "late"}
    assert [p.outcome for p in narrowed.possible] == ["fresh"]
    assert [said.words for said in narrowed.pending] == ["过了", "同名"]
    assert (narrowed.fewest, narrowed.most) == (1, 2)
    assert narrowed.situations == 4 * 3


def test_a_multi_select_half_answered_asks_for_the_rest_on_one_screen(
    small: CheckedLibrary,
) -> None:
    whole = next_question(small, "arrived=yes")
    assert whole.facts == ("proof.page", "proof.chat", "proof.bill")
    assert (whole.none, whole.fewest, whole.most) == ("都没有", 2, 5)
    half = next_question(small, "arrived=yes", "proof.chat=yes")
    assert half.facts == ("proof.page", "proof.bill")
    assert [choice.id for choice in half.choices] == ["page", "bill"]
    assert [said.words for said in half.pending] == ["有聊天"]
    assert (half.fewest, half.most) == (2, 5)
    # The last member known: the screen must still be counted.
    last = next_question(small, "arrived=yes", "proof.page=no", "proof.bill=no")
    assert (last.facts, last.fewest, last.most) == (("proof.chat",), 2, 5)


def test_answers_in_words(small: CheckedLibrary) -> None:
    def said(*arguments: str) -> list[tuple[str, str]]:
        asked = ask_typed(small, "demo", "arrived=yes", *arguments)
        return [(s.words, s.typed) for s in asked.known[1:]]

    assert said("proof=none") == [("都没有", "proof=none")]
    assert said("proof=bill,page") == [("商品页，或截图、账单", "proof=page,bill")]
    assert said("proof.page=no") == [("没有商品页，或截图", "proof.page=no")]
    assert said("proof.page=yes", "proof.chat=no") == [
        ("有商品页，或截图；没有聊天", "proof.page=yes proof.chat=no")
    ]


def test_answers_that_are_not_asked_are_named_with_the_reason(small: CheckedLibrary) -> None:
    asked = ask_typed(small, "demo", "used=no", "arrived=no")
    assert [(u.said.key, u.never) for u in asked.unasked] == [("used", False)]
    other = ask_typed(small, "other", "used=no", "arrived=no", "proof=chat")
    assert [(u.said.key, u.never) for u in other.unasked] == [("used", True), ("proof", True)]
    printed = text(other)
    assert "没有问到：\n  用了没有：没用（used=no）：这棵树从来不问" in printed
    assert "  证据：聊天（proof=chat）：这棵树从来不问" in printed
    assert "这样回答时不问" in text(asked)


def test_an_answer_that_was_not_asked_shows_no_part(small: CheckedLibrary) -> None:
    def reasons(*arguments: str) -> list[str]:
        result = ask_typed(small, "demo", "arrived=yes", "proof=bill", *arguments).result
        assert isinstance(result, Answered)
        return [part.text for part in result.view.reasons]

    asked = ["used=yes", "amount=big", "twin=b"]
    assert reasons(*asked, "due=passed") == ["因为这样。", "有账单。"]
    assert reasons("used=no", "due=passed") == ["因为这样。", "有账单。", "没有过期。"]


def test_ask_refuses_what_is_not_in_the_library(small: CheckedLibrary) -> None:
    for tree, answers in (("nope", {}), ("demo", {"nope": "x"}), ("demo", {"used": "nope"})):
        with pytest.raises(KeyError):
            ask(small, tree, answers)
