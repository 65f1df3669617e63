# SPDX-License-Identifier: MIT
"""The day picks the version of a provision."""

from __future__ import annotations

import pytest

from generator.model import Library
from generator.parse import parse
from generator.statutes.versions import (
    Interval,
    Pinpoint,
    clashes,
    in_force,
    interval,
    version_on,
)
from tests.libraries import library

PROVISIONS = """\
provisions:
  demo-18: {article: 18, text: 新的话。, plain: 白话。, use: 用处。, effective_from: "2025-05-01"}
  demo-18-2021:
    {article: 18, text: 旧的话。, plain: 白话。, use: 用处。, effective_to: "2025-05-01"}
  demo-21: {article: 21, paragraph: 2, item: 3, lead: 头：, text: 话。, plain: 白话。, use: 用处。}
"""


def small(provisions: str = PROVISIONS, ending: str = "") -> Library:
    text = library()["law/demo.yaml"].decode().partition("provisions:")[0]
    text = text.replace("status: in_force", f"{ending}status: in_force")
    parsed = parse({"law/demo.yaml": (text + provisions).encode()})
    assert parsed.problems == ()
    return parsed.library


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-31", None),
        ("2020-01-01", "demo-18-2021"),
        ("2025-04-30", "demo-18-2021"),
        ("2025-05-01", "demo-18"),
        ("2030-01-01", "demo-18"),
    ],
)
def test_the_day_of_purchase_picks_the_version(day: str, expected: str | None) -> None:
    assert version_on(small(), "demo", Pinpoint(18), day) == expected


def test_a_place_is_met_to_the_item() -> None:
    known = small()
    assert version_on(known, "demo", Pinpoint(21, 2, 3), "2024-01-01") == "demo-21"
    assert version_on(known, "demo", Pinpoint(21, 2), "2024-01-01") is None
    assert version_on(known, "demo", Pinpoint(22), "2024-01-01") is None
    with pytest.raises(KeyError):
        version_on(known, "nothing", Pinpoint(1), "2024-01-01")


def test_an_instrument_that_ended_ends_its_provisions() -> None:
    law = small(ending='effective_to: "2026-04-15"\n').instruments["demo"]
    assert interval(law, law.provisions["demo-18"]) == ("2025-05-01", "2026-04-15")
    assert interval(law, law.provisions["demo-18-2021"]) == ("2020-01-01", "2025-05-01")
    assert in_force(law, law.provisions["demo-18"], "2026-04-14")
    assert not in_force(law, law.provisions["demo-18"], "2026-04-15")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Interval("2020-01-01", "2021-01-01"), Interval("2021-01-01"), False),
        (Interval("2020-01-01", "2021-01-02"), Interval("2021-01-01"), True),
        (Interval(), Interval("2021-01-01", "2022-01-01"), True),
        (Interval("", "2021-01-01"), Interval("2021-01-01", ""), False),
        (Interval("2020-01-01", ""), Interval("", "2020-01-02"), True),
    ],
)
def test_half_open_intervals_meet_only_if_they_share_a_day(
    one: Interval, other: Interval, meet: bool
) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet


def test_versions_that_hand_over_on_one_day_do_not_clash() -> None:
    law = small().instruments["demo"]
    assert list(clashes(law)) == []
    both = PROVISIONS.replace(', effective_to: "2025-05-01"', ', effective_to: "2025-05-02"')
    again = small(both).instruments["demo"]
    assert list(clashes(again)) == [("demo-18", "demo-18-2021")]
