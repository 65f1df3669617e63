# SPDX-License-Identifier: MIT
"""Nobody changes a quotation unseen, even one that no database holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.check import check
from generator.cli import main
from generator.folder import read_folder
from generator.located import Located
from generator.parse import parse
from generator.statutes import seals
from tests.libraries import library

TREES = Path(__file__).parents[1] / "decision_trees"


def test_every_shipped_text_outside_the_database_is_sealed() -> None:
    sources = read_folder(TREES)
    known = seals.read_seals(sources[seals.FILE])
    shipped = parse(sources).library
    assert known.malformed == ()
    assert seals.broken(known, shipped) == {}, "run: lubiao law seal"
    assert set(known.digests) == set(seals.wanted(shipped))
    assert len(known.digests) >= 100


def test_one_changed_character_breaks_the_seal_each_time() -> None:
    sources = read_folder(TREES)
    known = seals.read_seals(sources[seals.FILE])
    sealed = seals.to_seal(parse(sources).library)
    chance = random.Random(20261123)
    for _ in range(200):
        name = chance.choice(sorted(sealed))
        words = str(sealed[name].text)
        place = chance.randrange(len(words))
        wrong = words[:place] + ("甲" if words[place] != "甲" else "乙") + words[place + 1 :]
        edited = sealed[name].model_copy(update={"text": Located(wrong, sealed[name].text.span)})
        assert seals.digest(sealed[name]) == known.digests[name]
        assert seals.digest(edited) != known.digests[name]


def test_a_changed_place_or_lead_breaks_the_seal() -> None:
    provision = parse(library()).library.instruments["demo"].provisions["demo-1"]
    lead = Located("头：", provision.text.span)
    for change in ({"article": 2}, {"paragraph": 1}, {"item": 1}, {"lead": lead}):
        assert seals.digest(provision.model_copy(update=change)) != seals.digest(provision)
    same = provision.model_copy(update={"plain": lead})
    assert seals.digest(same) == seals.digest(provision)


@pytest.mark.parametrize(
    "line", ["demo-1", "demo-1 abc", "======= b", f"demo-1 {'0' * 64} x", f"demo-1 {'1' * 64}"]
)
def test_a_line_that_means_nothing_or_another_thing_is_told(line: str) -> None:
    read = seals.read_seals(f"# 注释\n\ndemo-1 {'0' * 64} # 说明\n{line}\n".encode())
    assert [span.line for span in read.malformed] == [4]
    assert read.digests == {"demo-1": "0" * 64}


# ---- the command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, data in library().items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["law", "seal", str(folder), *arguments])
    return result.exit_code, result.output


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "law/demo.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def codes(folder: Path) -> set[str]:
    return {problem.code for problem in check(read_folder(folder)).problems}


def test_a_changed_text_is_refused_until_it_is_sealed_on_purpose(folder: Path) -> None:
    assert run(folder) == (0, "新封 2 条，重封 0 条，去掉 0 条，一共 2 条。\n")
    first = (folder / seals.FILE).read_bytes()
    assert run(folder, "--check") == (0, "2 条都有封条，都没有改动。\n")
    assert codes(folder) == set()

    change(folder, "第一条的原文。", "第一条的愿文。")
    assert codes(folder) == {"CIT009"}
    code, told = run(folder)
    assert code == 1
    assert "这些条文和封存时不一样：\n  demo-1\n" in told
    assert "lubiao law seal --changed demo-1" in told
    assert run(folder, "--check")[0] == 1
    assert (folder / seals.FILE).read_bytes() == first

    assert run(folder, "--changed", "demo-1")[1] == "新封 0 条，重封 1 条，去掉 0 条，一共 2 条。\n"
    assert codes(folder) == set()
    assert (folder / seals.FILE).read_bytes() != first


def test_what_is_gone_loses_its_seal(folder: Path) -> None:
    run(folder)
    change(folder, "demo-1:", "demo-9:")
    assert "  demo-1\n  demo-9" in run(folder, "--check")[1]
    assert run(folder)[1] == "新封 1 条，重封 0 条，去掉 1 条，一共 2 条。\n"


def test_only_what_is_sealed_can_be_sealed_again(folder: Path) -> None:
    code, told = run(folder, "--changed", "demo-8")
    assert code == 1
    assert "“demo-8”不在要封存的里面。" in told


def test_of_national_laws_only_the_head_is_sealed(folder: Path) -> None:
    change(folder, "kind: departmental_rule", "kind: law")
    assert run(folder)[1] == "新封 1 条，重封 0 条，去掉 0 条，一共 1 条。\n"
    assert (folder / seals.FILE).read_text(encoding="utf-8").startswith(f"{seals.HEADER}@demo ")


def test_what_a_national_law_said_formerly_is_sealed() -> None:
    demo = library()["law/demo.yaml"].decode().replace("departmental_rule", "law")
    assert list(seals.to_seal(parse({"law/demo.yaml": demo.encode()}).library)) == []
    former = demo.replace("status:", 'effective_to: "2026-01-01"\nstatus:')
    assert list(seals.to_seal(parse({"law/demo.yaml": former.encode()}).library)) == ["demo-1"]


def test_changed_days_are_refused_until_they_are_sealed_on_purpose(folder: Path) -> None:
    run(folder)
    change(folder, 'effective_from: "', 'promulgated: "2019-01-01"\neffective_from: "')
    assert codes(folder) == {"CIT009"}
    assert "  @demo\n" in run(folder)[1]
    assert run(folder, "--changed", "@demo")[0] == 0
    assert codes(folder) == set()


@pytest.mark.parametrize(
    "field",
    ["title", "issuer", "number", "promulgated", "effective_from", "effective_to", "kind", "grade"],
)
def test_each_part_of_the_head_counts(field: str) -> None:
    demo = parse(library()).library.instruments["demo"]
    other = Located("别的", demo.title.span)
    assert seals.head_digest(demo.model_copy(update={field: other})) != seals.head_digest(demo)
    same = demo.model_copy(update={"verified": other, "review_by": other})
    assert seals.head_digest(same) == seals.head_digest(demo)
    dated = demo.model_copy(
        update={
            "provisions": {
                name: provision.model_copy(update={"effective_from": other})
                for name, provision in demo.provisions.items()
            }
        }
    )
    assert seals.head_digest(dated) != seals.head_digest(demo)
