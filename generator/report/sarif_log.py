# SPDX-License-Identifier: MIT
"""Problems as SARIF 2.1.0, the format in which code hosts and editors take the results of checks.

§ numbers are those of the OASIS standard.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.problems import Problem, Span
from generator.report.json_array import dumped
from generator.report.levels import LEVELS
from generator.rules import RULES

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# Faults that are found before any rule runs, by the family of their code: (name, what is wrong).
_FAMILIES = {
    "YML": ("unreadable-file", "A file cannot be read as plain YAML."),
    "SCH": ("wrong-shape", "A file does not have the shape that its folder asks for."),
}
_OTHER = ("other", "Something else is wrong with the sources.")


def sarif(problems: Iterable[Problem], folder: str = "") -> str:
    """A SARIF log with one run. `folder` is put before file names."""
    known = tuple(problems)
    codes = sorted({problem.code for problem in known})
    driver = {"name": "lubiao", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes, folder) for problem in known],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    name, words = _words(code)
    first = words.split("\n\n")[0]
    return {
        "id": code,
        "name": name,
        "shortDescription": _message(" ".join(first.split())),
        "help": {**_message(words), "markdown": _literal(words)},
    }


def _words(code: str) -> tuple[str, str]:
    for rule in RULES:
        if code == rule.CODE:
            return rule.NAME, inspect.cleandoc(rule.__doc__ or rule.NAME)
    return _FAMILIES.get(code[:3], _OTHER)


def _result(problem: Problem, codes: list[str], folder: str) -> dict[str, Any]:
    hint = f"\n怎么改：{problem.hint}" if problem.hint else ""
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": LEVELS[problem.severity],
        "message": _message(problem.message + hint),
        "locations": [_location(problem.span, folder)],
    }
    if problem.related:
        result["relatedLocations"] = [
            {**_location(span, folder), "message": _message(note)} for span, note in problem.related
        ]
    return result


def _location(span: Span, folder: str) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.col}
    if span.end_line:
        region |= {"endLine": span.end_line, "endColumn": span.end_col}
    artifact = {"uri": _uri(folder + span.file)}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _uri(path: str) -> str:
    """A relative URI reference, or a `file:` URI if `path` is absolute."""
    encoded = quote(path.removeprefix("./"), safe="/", errors="surrogateescape")
    return f"file://{encoded}" if path.startswith("/") else encoded


def _message(words: str) -> dict[str, Any]:
    return {"text": _literal(words)}


def _literal(words: str) -> str:
    # Braces mark placeholders (§3.11.5), and brackets before a parenthesis a link (§3.11.6).
    return words.replace("{", "{{").replace("}", "}}").replace("](", "\\](")
