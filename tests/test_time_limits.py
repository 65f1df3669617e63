# SPDX-License-Identifier: MIT
"""Every time limit on the site says who set it: the law (法定) or a platform (平台惯例).

What has a field for it wears the tag. What a sentence of ours says in passing must stand, with the
same number, in the law that the page quotes, or in a tagged limit of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.citing.counting import read_number
from generator.compile.channels import channel_view
from generator.compile.context import Context, context
from generator.compile.mentions import outcome_cites
from generator.compile.outcomes import KINDS, outcome_view
from generator.rules.texts import without_quotations
from generator.rules.untagged_limit import TIME
from generator.views import OutcomeView
from tests import shipped as ours

TREES = Path(__file__).parents[1] / "decision_trees"
TAGS = frozenset(KINDS.values())
NOT_LIMITS = (
    "同一天",  # two rows of an account, not a limit
    "例如“五分钟内”",
    "一天催好几次",
    "隔一天",
    "前一天",
    "上一年就业人员",
    "七天无理由",  # the name that people know the rule by
    "承诺里写了条件，比如三天内",  # what a merchant may have promised
)
"""Words with a number of days that set nobody a limit."""
SAYS_WHOSE = ("公开转载的", "各家")
"""A sentence with one of these says itself that no checked law set its times."""


@pytest.fixture(scope="module")
def real() -> Context:
    checked = ours.checked().library
    assert checked is not None
    return context(checked, directories=False)


def times(text: str) -> Iterator[str]:
    """The times in `text`, in one spelling: 七天 and 7 日 are both 7日."""
    for word in NOT_LIMITS:
        text = text.replace(word, "")
    for found in TIME.finditer(without_quotations(text)):
        written = found["number"].replace("两", "二")
        value = written if written == "半" else read_number(written)
        yield f"{value}{found['unit'].replace('天', '日')}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("七天内", ["7日"]), ("7 日内", ["7日"]), ("两个月内审结", ["2月"]),
        ("七个工作日", ["7工作日"]), ("等到那一天", []), ("2026 年 6 月 1 日", []),
        ("提前五日", ["5日"]), ("最后一天，写明一个日子", []),
        ("知道后九十日内", ["90日"]), ("第十五日", []), ("半年", ["半年"]), ("写着“包用一年”", []),
        ("六十日", ["60日"]), ("24 小时", ["24小时"]),
    ],
)  # fmt: skip
def test_times_are_read_in_one_spelling(text: str, found: list[str]) -> None:
    assert list(times(text)) == found


def outcomes(real: Context) -> list[OutcomeView]:
    return [outcome_view(real, str(name)) for name in real.checked.library.outcomes]


def test_every_deadline_of_an_outcome_wears_a_tag(real: Context) -> None:
    for view in outcomes(real):
        for part in view.deadlines:
            assert part.tag in TAGS, (view.id, part.title)
            if part.tag == "法定":
                assert part.citations, (view.id, part.title)
            elif part.length:
                pytest.fail(f"{view.id}: {part.title}: a number for 平台惯例 needs a source")


def test_every_step_with_a_time_to_wait_wears_a_tag(real: Context) -> None:
    for view in outcomes(real):
        for part in (*view.today, *view.road):
            if list(times(part.wait)):
                assert part.wait_kind in TAGS, (view.id, part.title, part.wait)
                assert part.citations or part.wait_kind != "法定", (view.id, part.title)


def test_every_time_on_a_channel_wears_a_tag(real: Context) -> None:
    for name in real.checked.library.channels:
        view = channel_view(real, str(name))
        for fact in (*view.can, *view.cannot, *view.steps, *view.limits, *view.order, *view.costs):
            if list(times(fact.text)):
                assert fact.tag is not None, (name, fact.text)
                assert fact.citations or fact.source, (name, fact.text)


def test_a_time_in_a_sentence_stands_in_the_law_or_the_limits_of_its_page(real: Context) -> None:
    strangers = [
        f"{view.id}: {time}: {sentence}"
        for view in outcomes(real)
        for sentence in sentences(view)
        for time in times(sentence)
        if time not in grounded(real, view)
    ]
    assert strangers == []


def sentences(view: OutcomeView) -> Iterator[str]:
    """Everything of an outcome that has no tag of its own."""
    yield from (view.title, view.summary)
    notes = (*view.reasons, *view.warnings, *view.avoid, *view.changes)
    yield from (part.text for part in notes)
    yield from (text for reply in view.replies for text in (reply.they_say, reply.answer))
    yield from (text for piece in view.evidence for text in (piece.how, piece.keep))
    for part in (*view.today, *view.road):
        yield from (*part.steps, part.if_refused, part.limits)
    yield from (part.note for part in view.deadlines)


def grounded(real: Context, view: OutcomeView) -> frozenset[str]:
    """The times in the law that the page cites, and in its tagged limits."""
    library = real.checked.library
    cited = outcome_cites(library, library.outcomes[view.id])
    law = (real.law.entries[name][1] for name in cited)
    tagged = (f"{part.length}{part.title}" for part in view.deadlines)
    waits = (part.wait for part in (*view.today, *view.road) if part.wait_kind)
    said = (text for text in sentences(view) if any(word in text for word in SAYS_WHOSE))
    texts = (*(f"{one.lead or ''}{one.text}" for one in law), *tagged, *waits, *said)
    return frozenset(time for text in texts for time in times(text))
