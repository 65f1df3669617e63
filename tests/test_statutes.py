# SPDX-License-Identifier: MIT
"""Quotations of national laws, character by character against a database we did not write."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.folder import read_folder
from generator.located import Located
from generator.model import Instrument, Library, Provision
from generator.parse import parse
from generator.statutes import database
from generator.statutes.database import StatuteDatabase
from generator.statutes.survey import Row, survey
from generator.statutes.verify import Differing, Verified, compare, paragraphs, plain
from tests.libraries import library

TREES = Path(__file__).parents[1] / "decision_trees"


@pytest.fixture(scope="module")
def statutes() -> Iterator[StatuteDatabase]:
    file = database.installed()
    assert file is not None, "run: make test (it installs the statute database)"
    with database.opened(file) as found:
        yield found


@pytest.fixture(scope="module")
def shipped() -> Library:
    return parse(read_folder(TREES)).library


def edited(provision: Provision, **texts: str) -> Provision:
    spans = {name: Located(words, provision.text.span) for name, words in texts.items()}
    return provision.model_copy(update=spans)


# ---- the shipped library


def test_every_quotation_in_the_database_is_the_statute(
    shipped: Library, statutes: StatuteDatabase
) -> None:
    rows = list(survey(shipped.instruments.values(), statutes))
    assert [row.differing for row in rows if row.differing] == []
    assert sum(len(row.verified) for row in rows) >= 110


def test_every_national_law_in_force_is_in_the_database(
    shipped: Library, statutes: StatuteDatabase
) -> None:
    laws = [i for i in shipped.instruments.values() if i.kind == "law"]
    assert len(laws) >= 8
    assert [str(law.title) for law in laws if not statutes.holds(str(law.title))] == []


def test_one_changed_character_is_caught_each_time(
    shipped: Library, statutes: StatuteDatabase
) -> None:
    chance = random.Random(20261122)
    quoted = [
        (law, provision)
        for law in shipped.instruments.values()
        if statutes.holds(str(law.title))
        for provision in law.provisions.values()
    ]
    for _ in range(200):
        law, provision = chance.choice(quoted)
        official = statutes.article(str(law.title), provision.article)
        words = str(provision.text)
        place = chance.choice([i for i, c in enumerate(words) if plain(c)])
        wrong = words[:place] + ("甲" if words[place] != "甲" else "乙") + words[place + 1 :]
        assert compare(provision, official) == Verified()
        found = compare(edited(provision, text=wrong), official)
        assert isinstance(found, Differing)
        assert found.where == "text"
        assert ("甲" if words[place] != "甲" else "乙") in found.ours


def test_an_article_with_a_number_behind_it_is_another_article(statutes: StatuteDatabase) -> None:
    found = statutes.article("中华人民共和国刑法", 17)
    assert found is not None
    assert "七十五周岁" not in "".join(line for paragraph in found for line in paragraph)
    assert statutes.article("中华人民共和国刑法", 9999) is None
    assert not statutes.holds("中华人民共和国不存在法")


# ---- comparing

TWO = paragraphs("第一款的话。\n有下列情形之一的：\n（一）第一项；\n（二）第二项。")
ONE = paragraphs("有下列情形之一的：\n(一) 第一项；\n(二) 第二项。\n第二章 下一章")


def quoted(**fields: object) -> Provision:
    [provision] = _law("law/demo.yaml", **fields).provisions.values()
    return provision


def _law(path: str, **fields: object) -> Instrument:
    written = ", ".join(f"{key}: {value}" for key, value in fields.items())
    text = library()[path].decode().partition("provisions:")[0]
    text += f"provisions:\n  demo-1: {{plain: 白话。, use: 用处。, {written}}}\n"
    parsed = parse({path: text.encode()})
    assert parsed.problems == ()
    return parsed.library.instruments["demo"]


@pytest.mark.parametrize(
    ("official", "fields"),
    [
        (TWO, {"paragraph": 1, "text": "第一款的话。"}),
        (TWO, {"paragraph": 2, "item": 2, "lead": "有下列情形之一的：", "text": "（二）第二项。"}),
        (TWO, {"text": '"第一款的话。\\n有下列情形之一的：（一）第一项；(二)第二项。"'}),
        (ONE, {"item": 1, "lead": "有下列情形之一的：", "text": "（一）第一项；"}),
        (
            ONE,
            {"paragraph": 1, "item": 1, "lead": "有下列情形之一的：", "text": "（一）第一项；"},
        ),
    ],
)
def test_what_agrees_is_verified(official: list[list[str]], fields: dict[str, object]) -> None:
    assert compare(quoted(article=1, **fields), official) == Verified()


LEAD = "有下列情形之一的："


@pytest.mark.parametrize(
    ("official", "fields", "expected"),
    [
        (None, {"text": "话。"}, Differing("article", "第 1 条", "没有这一条")),
        (TWO, {"paragraph": 3, "text": "话。"}, Differing("paragraph", "第 3 款", "只有 2 款")),
        (
            TWO,
            {"item": 1, "lead": LEAD, "text": "（一）第一项；"},
            Differing("paragraph", "没有写第几款", "有 2 款"),
        ),
        (ONE, {"paragraph": 1, "text": "话。"}, Differing("paragraph", "第 1 款", "只有 1 款")),
        (
            TWO,
            {"paragraph": 2, "item": 3, "lead": LEAD, "text": "（三）第三项。"},
            Differing("item", "第 3 项", "只有 2 项"),
        ),
        (
            ONE,
            {"item": 1, "text": "（一）第一项；"},
            Differing("lead", "（空）", LEAD),
        ),
        (
            ONE,
            {"item": 2, "lead": LEAD, "text": "（二）第三项。"},
            Differing("text", "（二）第三项。", "（二）第二项。"),
        ),
        (
            TWO,
            {"paragraph": 1, "text": "第一款的话"},
            Differing("text", "第一款的话", "第一款的话。"),
        ),
    ],
)
def test_what_differs_says_where(
    official: list[list[str]] | None, fields: dict[str, object], expected: Differing
) -> None:
    assert compare(quoted(article=1, **fields), official) == expected


class Shelf:
    """One law with one article."""

    def holds(self, title: str) -> bool:
        return title == "演示用的规定"

    def article(self, title: str, number: int) -> list[list[str]] | None:
        return [["第一条的原文。"]] if number == 1 else None


def test_a_national_law_that_nobody_knows_is_missing() -> None:
    class Empty(Shelf):
        def holds(self, title: str) -> bool:
            return False

    law = _law("law/demo.yaml", article=1, text="第一条的原文。")
    national = law.model_copy(update={"kind": "law"})
    rule = law.model_copy(update={"kind": "departmental_rule"})
    assert [row.is_missing for row in survey([national, rule], Empty())] == [True, False]


def test_a_former_version_is_not_compared_with_the_present_one() -> None:
    former = _law("law/demo.yaml", article=1, text="旧的话。", effective_to='"2024-01-01"')
    assert list(survey([former], Shelf())) == [Row(former, unverifiable=("demo-1",))]
    present = _law("law/demo.yaml", article=1, text="第一条的原文。")
    assert list(survey([present], Shelf())) == [Row(present, verified=("demo-1",))]


# ---- the command


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["law", "verify", *arguments])
    return result.exit_code, result.output


def test_the_table_counts_what_agrees_and_says_what_cannot_be_compared() -> None:
    code, told = run(str(TREES))
    assert code == 0, told
    assert "《民法典》\n" in told
    assert "《电信条例》（等级 B；中国政府网 www.gov.cn）" in told
    assert told.rstrip().endswith("条此处无法核对。")
    assert "，0 条不同，" in told
    assert "《网络交易管理办法》（没有条文）" in told


def test_the_first_difference_is_shown(tmp_path: Path) -> None:
    text = (TREES / "law/minfadian.yaml").read_text(encoding="utf-8")
    assert "无民事行为能力人实施的民事法律行为无效。" in text
    wrong = text.replace("实施的民事法律行为无效。", "实施的民事法律行为有效。", 1)
    (tmp_path / "law").mkdir()
    (tmp_path / "law/minfadian.yaml").write_text(wrong, encoding="utf-8")
    code, told = run(str(tmp_path))
    assert code == 1
    assert "minfadian-144 的正文不同" in told
    assert "我们：能力人实施的民事法律行为有效。" in told
    assert "官方：能力人实施的民事法律行为无效。" in told
    assert "，1 条不同，" in told


def test_without_the_database_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PACKAGE", "no-such-package-here")
    code, told = run(str(TREES))
    assert code == 2
    assert "没有装法律数据库，一条也没有核对。先装好 no-such-package-here" in told


def test_a_package_without_its_file_is_no_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "emptied_laws").mkdir()
    (tmp_path / "emptied_laws/__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(database, "PACKAGE", "emptied-laws")
    assert database.installed() is None
