# SPDX-License-Identifier: MIT
"""What the shipped law library must hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.folder import read_folder
from generator.model import Instrument, Provision
from generator.parse import parse
from generator.statutes.versions import Pinpoint, in_force, version_on

LIBRARY = parse(read_folder(Path(__file__).parents[1] / "decision_trees")).library
INSTRUMENTS: dict[str, Instrument] = {str(n): i for n, i in LIBRARY.instruments.items()}
PROVISIONS: dict[str, Provision] = {
    str(n): p for i in INSTRUMENTS.values() for n, p in i.provisions.items()
}


def test_it_is_large_enough() -> None:
    assert len(PROVISIONS) >= 110
    assert sum(bool(i.provisions) for i in INSTRUMENTS.values()) >= 25


def test_everyday_questions_lead_to_most_provisions() -> None:
    asked = Counter(str(q) for p in PROVISIONS.values() for q in p.answers)
    assert len(asked) >= 40
    assert sum(bool(p.answers) for p in PROVISIONS.values()) >= 110
    assert [question for question in asked if not question.endswith("？")] == []
    assert [name for name, p in PROVISIONS.items() if len(p.answers) > 3] == []
    assert max(len(question) for question in asked) <= 24
    assert len(PROVISIONS) / len(asked) >= 2, "the same question in the same words"


def test_only_what_is_in_force_answers_questions() -> None:
    former = [
        name
        for instrument in INSTRUMENTS.values()
        for name, provision in instrument.provisions.items()
        if provision.answers and not in_force(instrument, provision, "2026-11-21")
    ]
    assert former == []


def test_both_readings_of_what_is_contested_differ() -> None:
    contested = [p for p in PROVISIONS.values() if p.contested]
    assert len(contested) >= 11
    assert all(len(set(map(str, p.readings))) == 2 for p in contested)


@pytest.mark.parametrize(
    ("name", "ended", "successor"),
    [("wangjiao2014", "2021-05-01", "wangjiao"), ("tousu2020", "2026-04-15", "tousu")],
)
def test_a_rule_that_people_still_quote_leads_to_the_present_one(
    name: str, ended: str, successor: str
) -> None:
    tombstone, present = INSTRUMENTS[name], INSTRUMENTS[successor]
    assert tombstone.status == "repealed"
    assert (tombstone.effective_to, tombstone.replaced_by) == (ended, (successor,))
    assert present.status == "in_force"
    assert present.effective_from == ended
    assert tombstone.note is not None


def test_the_day_of_a_complaint_picks_its_rule() -> None:
    old, new = Pinpoint(21), Pinpoint(23)
    assert version_on(LIBRARY, "tousu2020", old, "2026-04-14") == "tousu2020-21"
    assert version_on(LIBRARY, "tousu2020", old, "2026-04-15") is None
    assert version_on(LIBRARY, "tousu", new, "2026-04-14") is None
    assert version_on(LIBRARY, "tousu", new, "2026-04-15") == "tousu-23"


def test_an_amended_article_holds_from_its_own_day() -> None:
    renewal, terms = Pinpoint(18, 2), Pinpoint(21)
    assert version_on(LIBRARY, "wangjiao", renewal, "2025-04-30") is None
    assert version_on(LIBRARY, "wangjiao", renewal, "2025-05-01") == "wangjiao-18-2"
    assert version_on(LIBRARY, "wangjiao", terms, "2022-01-01") == "wangjiao-21"


def test_what_is_only_known_by_name_is_not_quoted() -> None:
    named = {name: i for name, i in INSTRUMENTS.items() if i.grade == "named"}
    assert {"pingtaiguize", "hufa2025", "beifujin", "dianxinshensu"} <= set(named)
    assert all(i.provisions == {} and i.note is not None for i in named.values())


def test_a_text_with_another_source_than_its_law_says_so() -> None:
    for name in ("17", "18-2", "201-1", "202", "203-1"):
        provision = PROVISIONS[f"minfadian-{name}"]
        assert provision.grade == "B"
        assert provision.verified is not None
    assert INSTRUMENTS["minfadian"].grade == "A"
