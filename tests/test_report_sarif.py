# SPDX-License-Identifier: MIT
"""Every format says the same of the same problems, and none is broken by what they contain."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from generator import __version__
from generator.check import check
from generator.cli import main
from generator.problems import Problem, Severity, Span
from generator.report import as_json, github, sarif, text
from generator.rules import RULES
from tests.libraries import BASE, library
from tests.test_schema import MISTAKES

TREE = dedent(BASE["trees/demo.yaml"]).replace(
    "    next: used\n",
    '    cases: [{when: {arrived: "yes"}, next: used},'
    ' {when: {not: {arrived: "no"}}, next: outcome/late}]\n',
)
WARNINGS = "warnings:\n  lonely: {tone: care, text: 当心。}\n"
FILES = library(trees__demo=TREE, warnings__w=WARNINGS)
# Only these two, so that a new rule does not change what is compared here.
BROKEN = tuple(p for p in check(FILES).problems if p.code in ("GRA002", "REF007"))

HOSTILE = Problem(
    Span('trees/a\nb"\r,: %,::error::\x1b[2J\u202e树\udc80.yaml', 3, 7),
    "SCH002",
    '不认识的键“a\nb, c: 100% [x](1) {0} ::error::"”。',
    "删掉\r\n它。",
    ((Span("law/'\n.yaml", 2, 1, 2, 5), "第一次\n写在这里"),),
    Severity.WARNING,
)
MANY = (*BROKEN, HOSTILE, Problem(Span("verdicts.yaml"), "YML008", "文件是空的。"))


def test_text_is_for_people() -> None:
    assert text(BROKEN, "my trees/") == dedent("""\
        my trees/trees/demo.yaml:10:44 错误[GRA002] 同一种情形符合两条。例如：到了没有＝到了。
          my trees/trees/demo.yaml:10:88 这一条也符合
          怎么改：把其中一条的条件收窄。
        my trees/warnings/w.yaml:2:3 提醒[REF007] 没有一个结论用到提醒“lonely”。
          怎么改：用上它，或者删掉。""")


def test_github_annotations() -> None:
    assert github(BROKEN, "my trees/") == (
        "::error file=my trees/trees/demo.yaml,line=10,col=44,title=GRA002"
        "::同一种情形符合两条。例如：到了没有＝到了。 把其中一条的条件收窄。\n"
        "::warning file=my trees/warnings/w.yaml,line=2,col=3,title=REF007"
        "::没有一个结论用到提醒“lonely”。 用上它，或者删掉。"
    )


def test_json_is_one_array() -> None:
    assert json.loads(as_json(BROKEN, "t/")) == [
        {
            "file": "t/trees/demo.yaml",
            "line": 10,
            "col": 44,
            "code": "GRA002",
            "severity": "error",
            "message": "同一种情形符合两条。例如：到了没有＝到了。",
            "hint": "把其中一条的条件收窄。",
            "related": [
                {"file": "t/trees/demo.yaml", "line": 10, "col": 88, "note": "这一条也符合"}
            ],
        },
        {
            "file": "t/warnings/w.yaml",
            "line": 2,
            "col": 3,
            "code": "REF007",
            "severity": "warning",
            "message": "没有一个结论用到提醒“lonely”。",
            "hint": "用上它，或者删掉。",
            "related": [],
        },
    ]


# --- SARIF


def run_of(problems: tuple[Problem, ...], folder: str = "") -> dict[str, Any]:
    log = json.loads(sarif(problems, folder))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


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
                "text": "同一种情形符合两条。例如：到了没有＝到了。\n怎么改：把其中一条的条件收窄。"
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


# --- what every format must survive


def test_all_formats_agree_on_how_many_and_where() -> None:
    wanted = [(p.span.line, p.span.col, p.code) for p in MANY]
    lines = [x for x in text(MANY).split("\n") if not x.startswith("  ")]
    told = [re.search(r":(\d+):(\d+) (?:错误|提醒)\[(\w+)\]", line) for line in lines]
    assert [(int(t[1]), int(t[2]), t[3]) for t in told if t] == wanted
    annotated = re.findall(r"^::\w+ .*?,line=(\d+),col=(\d+),title=(\w+)::", github(MANY), re.M)
    assert [(int(line), int(col), code) for line, col, code in annotated] == wanted
    assert [(e["line"], e["col"], e["code"]) for e in json.loads(as_json(MANY))] == wanted
    results = run_of(MANY)["results"]
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in results]
    assert [
        (g["startLine"], g["startColumn"], r["ruleId"])
        for g, r in zip(regions, results, strict=True)
    ] == wanted
    assert [e["severity"] for e in json.loads(as_json(MANY))] == [r["level"] for r in results]


@pytest.mark.parametrize("style", [text, github, as_json, sarif])
def test_whatever_a_file_is_called_it_can_be_printed(style: Any) -> None:
    style((HOSTILE,), "t/").encode("utf-8")


def test_a_file_name_cannot_make_lines_or_steer_the_terminal() -> None:
    shown = text((HOSTILE,))
    assert len(shown.split("\n")) == 3
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", shown)
    assert shown.startswith('trees/a\\nb"\\r,: %,::error::\\x1b[2J\\u202e树\\udc80.yaml:3:7 提醒')
    assert "删掉\\r\\n它。" in shown


def test_github_commands_escape_what_would_end_them() -> None:
    shown = github((HOSTILE,))
    assert "\n" not in shown
    assert "\r" not in shown
    place, _, message = shown.removeprefix("::warning ").partition("::")
    assert dict(part.split("=", 1) for part in place.split(",")) == {
        "file": 'trees/a%0Ab"%0D%2C%3A %25%2C%3A%3Aerror%3A%3A\x1b[2J\u202e树?.yaml',
        "line": "3",
        "col": "7",
        "title": "SCH002",
    }
    assert message == ('不认识的键“a%0Ab, c: 100%25 [x](1) {0} ::error::"”。 删掉%0D%0A它。')


def test_programs_get_the_file_name_back() -> None:
    (entry,) = json.loads(as_json((HOSTILE,)))
    assert entry["file"] == HOSTILE.span.file
    (result,) = run_of((HOSTILE,))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri, errors="surrogateescape") == HOSTILE.span.file
    assert "\\](1) {{0}}" in result["message"]["text"]


# --- the command


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
