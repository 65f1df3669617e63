# SPDX-License-Identifier: MIT
"""Every format says the same of the same problems, and none is broken by what they contain."""

from __future__ import annotations

import json
import re
from textwrap import dedent
from typing import Any
from urllib.parse import unquote

import pytest

from generator.report import as_json, github, sarif, text
from tests.reported_problems import BROKEN, HOSTILE, MANY, run_of


def test_text_is_for_people() -> None:
    assert text(BROKEN, "my trees/") == dedent("""\
        my trees/trees/demo.yaml:10:44 错误[GRA002] 这样回答的人，两条都符合。例如：到了没有＝到了。
          my trees/trees/demo.yaml:10:88 这一条也符合
          怎么改：把其中一条的条件收窄。
        my trees/warnings/w.yaml:2:3 提醒[REF007] 没有一个结论用到提醒“lonely”。
          怎么改：用上它，或者删掉。""")


def test_github_annotations() -> None:
    assert github(BROKEN, "my trees/") == (
        "::error file=my trees/trees/demo.yaml,line=10,col=44,title=GRA002"
        "::这样回答的人，两条都符合。例如：到了没有＝到了。"
        " 把其中一条的条件收窄。\n"
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
            "message": "这样回答的人，两条都符合。例如：到了没有＝到了。",
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
