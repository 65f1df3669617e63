# SPDX-License-Identifier: MIT
"""The bundle, and the pure functions in it: bundling, walking, addresses, dates."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from component_fixture import EDGES, FACTS, page_data, screens
from playwright.sync_api import Browser, Page

from generator.components.bundle import BundleError, bundle, bundle_modules, stylesheet

CALL = """({data, name, args}) => {
  const api = globalThis.lubiaoWalk;
  const table = api.readTable(data);
  return api[name](table, ...args);
}"""


@pytest.fixture(scope="module")
def walker(chromium: Browser) -> Iterator[Page]:
    """A bare page that holds the pure functions."""
    opened = chromium.new_page()
    opened.evaluate(bundle(expose_for_tests=True).decode())
    yield opened
    opened.close()


# ---- bundling ----------------------------------------------------------------------------------


def test_the_bundle_is_one_classic_script_and_always_the_same() -> None:
    script = bundle().decode()
    assert bundle() == bundle()
    assert script.startswith("// SPDX-License-Identifier: MIT\n(()=>{")
    assert not re.search(r"\b(import|export)\b *[{(*\"']", script)


@pytest.mark.parametrize(
    "word",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "localStorage",
        "sessionStorage",
        "fetch(",
        "XMLHttpRequest",
        "sendBeacon",
        "globalThis",
    ],
)
def test_the_bundle_does_none_of_this(word: str) -> None:
    assert word not in bundle().decode()


def test_only_the_test_bundle_shows_its_functions() -> None:
    assert bundle(expose_for_tests=True).decode().count("globalThis.lubiaoWalk") == 1


def test_nothing_global_is_set_but_the_two_elements(chromium: Browser) -> None:
    opened = chromium.new_page()
    names = "Object.getOwnPropertyNames(window).length"
    before = opened.evaluate(names)
    opened.evaluate(bundle().decode())
    assert opened.evaluate(names) == before
    assert opened.evaluate(
        "Boolean(customElements.get('decision-guide') && customElements.get('outcome-view'))"
    )
    opened.close()


@pytest.mark.parametrize(
    ("main", "other", "said"),
    [
        ('import * as a from "./b.js";\n', "", "cannot bundle “import * as a"),
        ('import a from "./b.js";\n', "", "cannot bundle “import a from"),
        ('import { a as c } from "./b.js";\n', "export const a = 1;\n", "imports “a as c”, which"),
        ('import "./b.js";\n', "", "cannot bundle"),
        ('const a = import("./b.js");\n', "", "cannot bundle"),
        ("export default 1;\n", "", "cannot bundle “export default 1;”"),
        ("const a = 1;\nexport { a };\n", "", "cannot bundle “export { a };”"),
        ('import { a } from "./c.js";\n', "", "main.js: there is no module c.js"),
        ('import { a } from "./b.js";\n', "const a = 1;\n", "“a”, which b.js does not export"),
        (
            'import { a } from "./b.js";\nconst c = 1;\n',
            "export const a = 1;\nconst c = 2;\n",
            "“c” is declared in both b.js and main.js",
        ),
        (
            'import { a } from "./b.js";\n',
            'import { c } from "./main.js";\nexport const a = 1;\n',
            "imports itself",
        ),
        ("const a = `x\ny`;\n", "", "a template text over several lines"),
    ],
)
def test_an_unknown_form_is_refused_by_name(main: str, other: str, said: str) -> None:
    with pytest.raises(BundleError) as caught:
        bundle_modules({"main.js": main, "b.js": other})
    assert said in str(caught.value)


def test_modules_come_after_what_they_import_without_comments() -> None:
    modules = {
        "main.js": 'import {\n  a,\n  b,\n} from "./b.js";\n/** Doc. */\n'
        "function c() {\n  // why\n  return a + b;\n}\n",
        "b.js": "export const a = 1;\nexport async function b() {}\n",
    }
    assert bundle_modules(modules).decode() == (
        '// SPDX-License-Identifier: MIT\n(() => {\n"use strict";\n'
        "const a = 1;\nasync function b() {}\nfunction c() {\nreturn a + b;\n}\n})();\n"
    )


def test_the_style_sheet_takes_its_values_from_the_tokens() -> None:
    css = stylesheet().decode()
    assert not re.search(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", css)
    assert set(re.findall(r"var\((--[\w-]+)", css)) == set(re.findall(r"--lb-[\w-]+", css))


# ---- walking -----------------------------------------------------------------------------------


def test_every_edge_is_followed_as_written(walker: Page) -> None:
    data = page_data("", "")
    for node, (fact, destinations) in enumerate(EDGES):
        for option, to in zip(FACTS[fact]["options"], destinations, strict=True):
            found = walker.evaluate(
                """([data, node, fact, option]) => {
                  const { readTable, walk } = globalThis.lubiaoWalk;
                  return walk(readTable(data), node, new Map([[fact, option]])).node;
                }""",
                [data, node, fact, option["id"]],
            )
            assert found == to


def test_the_distance_agrees_with_the_counts_in_the_data(walker: Page) -> None:
    found = walker.evaluate(
        """(data) => {
          const { readTable, distance } = globalThis.lubiaoWalk;
          const table = readTable(data);
          return data.nodes.map((_, node) => distance(table, node, new Map(), new Map()));
        }""",
        page_data("", ""),
    )
    assert found == [list(screens(node)) for node in range(len(EDGES))]


def test_writing_and_reading_an_address_gives_the_answers_back(walker: Page) -> None:
    proofs = [
        "none",
        *(
            ",".join(c)
            for n in (1, 2, 3)
            for c in itertools.combinations(("page", "chat", "pay"), n)
        ),
    ]
    texts = [f"problem=code_bad&received=d7&proof={proof}&channel=card" for proof in proofs]
    found = walker.evaluate(
        """([data, texts]) => {
          const { readTable, parseFragment, formatFragment } = globalThis.lubiaoWalk;
          const table = readTable(data);
          return texts.map((text) => formatFragment(table, parseFragment(table, text).answers));
        }""",
        [page_data("", ""), texts],
    )
    assert found == texts


@pytest.mark.parametrize(
    ("value", "band"),
    [(-5, "a"), (0, "a"), (9, "a"), (9.99, "a"), (10, "b"), (19, "b"), (20, "c"), (10**9, "c")],
)
def test_bands_end_at_the_first_option_without_a_limit(
    walker: Page, value: float, band: str
) -> None:
    fact = {
        "options": [
            {"id": "a", "below": 10},
            {"id": "b", "below": 20},
            {"id": "c"},
            {"id": "none"},
            {"id": "unsure"},
        ]
    }
    found = walker.evaluate(
        "([fact, value]) => globalThis.lubiaoWalk.bandOf(fact, value)", [fact, value]
    )
    assert fact["options"][found]["id"] == band


def test_part_tables_are_read_by_mixed_radix(walker: Page) -> None:
    facts = {
        name: {"label": name, "kind": "choice", "options": [{"id": str(i)} for i in range(size)]}
        for name, size in (("a", 2), ("b", 3))
    }
    cells = list(itertools.product(range(3), range(4)))
    for at, (a, b) in enumerate(cells):
        bits = "".join("1" if i == at else "0" for i in range(len(cells)))
        data = {
            "facts": facts,
            "starts": {},
            "nodes": [],
            "outcomes": [],
            "parts": [[["a", "b"], bits]],
        }
        steps = [{"fact": n, "place": p} for n, p, size in (("a", a, 2), ("b", b, 3)) if p < size]
        assert (
            walker.evaluate(CALL, {"data": data, "name": "showsPart", "args": [0, steps]}) is True
        )
        others = [{"fact": "a", "place": 1 - a}] if a < 2 else [{"fact": "a", "place": 0}]
        assert (
            walker.evaluate(
                CALL, {"data": data, "name": "showsPart", "args": [0, [*others, *steps[1:]]]}
            )
            is False
            or b == 3
        )


# ---- dates -------------------------------------------------------------------------------------


def last_day(start: date, count: int, unit: str) -> date:
    """The same rule, written with the standard library."""
    if unit == "D":
        return start + timedelta(days=count)
    month = start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def test_last_days_agree_with_the_standard_library(walker: Page) -> None:
    starts = [date(2023, 1, 28) + timedelta(days=step) for step in range(0, 800, 3)]
    periods = [(7, "D"), (15, "D"), (60, "D"), (1, "M"), (2, "M"), (13, "M"), (1, "Y"), (3, "Y")]
    found = walker.evaluate(
        """([starts, periods]) => starts.map((start) =>
          periods.map((period) => globalThis.lubiaoWalk.lastDay(start, period)))""",
        [[start.isoformat() for start in starts], [f"P{n}{unit}" for n, unit in periods]],
    )
    assert found == [
        [last_day(start, n, unit).isoformat() for n, unit in periods] for start in starts
    ]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2026-02-28", True),
        ("2026-02-29", False),
        ("2024-02-29", True),
        ("2026-13-01", False),
        ("26-1-1", False),
        ("", False),
    ],
)
def test_only_real_days_are_days(walker: Page, text: str, good: bool) -> None:
    assert walker.evaluate("(text) => globalThis.lubiaoWalk.isDay(text)", text) is good


@pytest.mark.parametrize(
    "line",
    ["SUMMARY:" + "字" * 200, "SUMMARY:" + "a" * 75, "SUMMARY:" + "🎉" * 60, "X:" + "a字" * 90],
)
def test_long_lines_fold_between_characters(walker: Page, line: str) -> None:
    folded = walker.evaluate("(line) => globalThis.lubiaoWalk.foldLine(line)", line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))


def test_calendar_text_is_escaped(walker: Page) -> None:
    event: dict[str, Any] = {"uid": "u", "day": "2026-12-31", "title": "a,b;c\\d", "note": "x\ny"}
    text = walker.evaluate(
        "([event]) => globalThis.lubiaoWalk.calendarFile([event], new Date(0))", [event]
    )
    assert "SUMMARY:a\\,b\\;c\\\\d\r\n" in text
    assert "DESCRIPTION:x\\ny\r\n" in text
    assert "DTSTAMP:19700101T000000Z\r\n" in text
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in text
