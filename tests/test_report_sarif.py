# SPDX-License-Identifier: MIT
"""SARIF: results, rules and places as the standard wants them, and the command that prints it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import __version__
from generator.check import check
from generator.cli import main
from generator.problems import Problem, Span
from generator.report import sarif
from generator.rules import RULES
from tests.libraries import library
from tests.reported_problems import BROKEN, FILES, MANY, run_of
from tests.schema_mistakes import MISTAKES


def place(uri: str, region: list[int]) -> dict[str, Any]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri},
            "region": dict(zip(names, region, strict=False)),
        }
    }


def test_sarif_results() -> None:
    assert run_of(BROKEN, "my trees/")["results"] == [
        {
            "ruleId": "GRA002",
            "ruleIndex": 0,
            "level": "error",
            "message": {
                "text": "这样回答的人，两条都符合。例如：到了没有＝到了。"
                "\n怎么改：把其中一条的条件收窄。"
            },
            "locations": [place("my%20trees/trees/demo.yaml", [10, 44, 10, 48])],
            "relatedLocations": [
                {
                    **place("my%20trees/trees/demo.yaml", [10, 88, 10, 100]),
                    "message": {"text": "这一条也符合"},
                }
            ],
        },
        {
            "ruleId": "REF007",
            "ruleIndex": 1,
            "level": "warning",
            "message": {"text": "没有一个结论用到提醒“lonely”。\n怎么改：用上它，或者删掉。"},
            "locations": [place("my%20trees/warnings/w.yaml", [2, 3, 2, 9])],
        },
    ]


def test_sarif_names_the_tool_and_takes_the_rules_from_their_docs() -> None:
    run = run_of(MANY)
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("lubiao", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["GRA002", "REF007", "SCH002", "YML008"]
    overlap, _, shape, unreadable = driver["rules"]
    assert overlap["name"] == "overlap"
    assert overlap["shortDescription"] == {"text": "Two cases match the same situation."}
    assert "## Why\nExactly one case must match" in overlap["help"]["text"]
    assert "- when: {{product: topup}}" in overlap["help"]["markdown"]
    assert shape["name"] == "wrong-shape"
    assert unreadable["name"] == "unreadable-file"


def test_sarif_has_words_for_every_rule() -> None:
    problems = tuple(Problem(Span("a.yaml"), rule.CODE, "错了。") for rule in RULES)
    rules = run_of(problems)["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["name"] for rule in rules} == {r.CODE: r.NAME for r in RULES}
    for rule in rules:
        short = rule["shortDescription"]["text"]
        assert "\n" not in short
        assert len(rule["help"]["text"]) > len(short)


def test_sarif_regions_count_characters_and_end_behind_the_last_one() -> None:
    locations = [
        location["physicalLocation"]
        for result in run_of(BROKEN)["results"]
        for location in [*result["locations"], *result.get("relatedLocations", ())]
    ]
    assert [_marked(one) for one in locations] == ["used", "outcome/late", "lonely"]


def _marked(physical: Mapping[str, Any]) -> str:
    region = physical["region"]
    lines = FILES[physical["artifactLocation"]["uri"]].decode().split("\n")
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_knows_no_end_where_the_problem_has_none() -> None:
    (result,) = run_of((Problem(Span("verdicts.yaml"), "YML008", "文件是空的。"),))["results"]
    assert result["message"] == {"text": "文件是空的。"}
    assert result["locations"] == [place("verdicts.yaml", [1, 1])]
    assert "relatedLocations" not in result


@pytest.mark.parametrize(
    ("folder", "uri"),
    [
        ("决策/", "%E5%86%B3%E7%AD%96/a%20b%25.yaml"),
        ("./", "a%20b%25.yaml"),
        ("../t/", "../t/a%20b%25.yaml"),
        ("c:d/", "c%3Ad/a%20b%25.yaml"),
        ("/tmp/t/", "file:///tmp/t/a%20b%25.yaml"),
    ],
)
def test_sarif_addresses_are_percent_encoded(folder: str, uri: str) -> None:
    (result,) = run_of((Problem(Span("a b%.yaml"), "YML008", "文件是空的。"),), folder)["results"]
    assert result["locations"] == [place(uri, [1, 1])]


# Required and allowed properties of the objects we write, after the OASIS standard, §3.13 to §3.49.
_SHAPES: Mapping[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"results", "columnKind"}),
    "tool": ({"driver"}, set()),
    "driver": ({"name"}, {"version", "rules"}),
    "rule": ({"id"}, {"name", "shortDescription", "help"}),
    "words": ({"text"}, {"markdown"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations", "relatedLocations"}),
    "location": (set(), {"physicalLocation", "message"}),
    "physicalLocation": ({"artifactLocation"}, {"region"}),
    "artifactLocation": ({"uri"}, set()),
    "region": ({"startLine"}, {"startColumn", "endLine", "endColumn"}),
}
_URI = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2}")


def _shaped(kind: str, value: Any) -> Any:
    required, allowed = _SHAPES[kind]
    assert isinstance(value, dict), kind
    assert required <= set(value) <= required | allowed, kind
    return value


def _words(value: Any) -> None:
    for words in _shaped("words", value).values():
        assert isinstance(words, str)
        assert words
        # A brace is doubled or it would be a placeholder (§3.11.5); there are no arguments.
        assert not re.search(r"(?<!\{)(\{\{)*\{(?!\{)", words)
        assert not re.search(r"(?<!\\)\]\(", words)


def _location(value: Any) -> None:
    _shaped("location", value)
    if "message" in value:
        _words(value["message"])
    physical = _shaped("physicalLocation", value["physicalLocation"])
    uri = _shaped("artifactLocation", physical["artifactLocation"])["uri"]
    assert uri
    assert _URI.sub("", uri) == ""
    region = _shaped("region", physical["region"])
    assert all(isinstance(n, int) and n >= 1 for n in region.values())
    start = (region["startLine"], region.get("startColumn", 1))
    assert (region.get("endLine", start[0]), region.get("endColumn", start[1])) >= start


def assert_is_sarif(log: Any) -> None:
    _shaped("log", log)
    assert log["version"] == "2.1.0"
    for run in log["runs"]:
        driver = _shaped("driver", _shaped("tool", _shaped("run", run)["tool"])["driver"])
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        ids = [_shaped("rule", rule)["id"] for rule in driver["rules"]]
        assert len(ids) == len(set(ids))
        for rule in driver["rules"]:
            _words(rule["shortDescription"])
            _words(rule["help"])
        for result in run["results"]:
            _words(_shaped("result", result)["message"])
            assert result["level"] in ("none", "note", "warning", "error")
            assert ids[result["ruleIndex"]] == result["ruleId"]
            for location in [*result["locations"], *result.get("relatedLocations", ())]:
                _location(location)


@pytest.mark.parametrize("problems", [(), BROKEN, MANY], ids=["none", "broken", "many"])
def test_sarif_has_the_shape_of_the_standard(problems: tuple[Problem, ...]) -> None:
    assert_is_sarif(json.loads(sarif(problems, "决策 树/")))


def test_sarif_has_that_shape_for_every_kind_of_mistake() -> None:
    for name, (path, old, new) in MISTAKES.items():
        files = library()
        files[path] = files[path].replace(old.encode(), new.encode(), 1)
        problems = check(files).problems
        assert problems, name
        assert_is_sarif(json.loads(sarif(problems, "t/")))


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def test_the_command_prints_sarif_with_and_without_problems(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    broken = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "sarif"])
    assert broken.exit_code == 1
    log = json.loads(broken.output)
    assert_is_sarif(log)
    assert "GRA002" in {result["ruleId"] for result in log["runs"][0]["results"]}

    write(tmp_path, library())
    (tmp_path / "warnings/w.yaml").unlink()
    sound = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "sarif"])
    assert sound.exit_code == 0
    assert_is_sarif(json.loads(sound.output))
    assert not [r for r in json.loads(sound.output)["runs"][0]["results"] if r["level"] == "error"]
