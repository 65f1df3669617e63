# SPDX-License-Identifier: MIT
"""Every rule finds what its bad cases show and leaves its good cases alone (`tests/rules/`)."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from generator import rules
from generator.problems import has_errors
from generator.rules import RULES
from tests.rule_cases import RuleCase, all_cases, complaints, found, read_case

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_exactly_these_problems_are_reported(case: RuleCase) -> None:
    checked = case.checked()
    problems = checked.problems
    told = "\n".join(f"{p.span} {p.code} {p.message} {p.hint}" for p in problems)
    assert found(problems) == sorted(case.expected), told
    assert (checked.library is None) == has_errors(problems)
    for phrase in case.says:
        assert any(phrase in p.message or phrase in p.hint for p in problems), f"{phrase}\n{told}"


def test_every_rule_is_documented_and_has_cases() -> None:
    missing = list(complaints(RULES, CASES))
    assert missing == [], "\n".join(missing)


def test_every_rule_is_listed() -> None:
    folder = Path(rules.__file__).parent
    names = [path.stem for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    modules = [import_module(f"{rules.__name__}.{name}") for name in names]
    unlisted = [m.__name__ for m in modules if is_rule(m) and m not in RULES]
    assert unlisted == []
    assert len(RULES) == len({rule.__name__ for rule in RULES})


def is_rule(module: ModuleType) -> bool:
    """Whether `module` was written as a rule; the others in the folder are shared by rules."""
    return "CODE" in vars(module) or "check" in vars(module)


BAD = "=== trees/demo.yaml\na: 1  # error: ABC001 @3\n=== says\n词\n"
DOC = "x\n\n## Why\ny\n\n## Fails\n    a\n\n## Passes\n    b\n"


def rule(code: str = "ABC001", doc: str = DOC) -> SimpleNamespace:
    return SimpleNamespace(CODE=code, NAME="some-rule", __doc__=doc)


def cases(**texts: str) -> list[RuleCase]:
    return [read_case(text, f"ABC001/{name}") for name, text in texts.items()]


SOUND = {"bad-a": BAD, "good-a": "=== outcomes: late\n"}


@pytest.mark.parametrize(
    ("listed", "texts", "complaint"),
    [
        ([rule()], {}, "has no bad-*.yaml"),
        ([rule()], {"bad-a": BAD}, "has no good-*.yaml"),
        ([rule(doc=DOC.replace("## Fails", "## Wrong"))], SOUND, "has no “## Fails”"),
        ([rule(doc=DOC.removesuffix("    b\n"))], SOUND, "has no “## Passes”"),
        ([rule(), rule()], SOUND, "ABC001 is the code of some-rule and of some-rule"),
        ([], SOUND, "ABC001/ is a folder for no rule"),
        ([rule()], {**SOUND, "worse": BAD}, "is neither bad-* nor good-*"),
        ([rule()], {**SOUND, "good-b": BAD}, "is good and expects problems"),
        ([rule()], {**SOUND, "bad-b": "=== outcomes: late\n"}, "does not expect ABC001"),
        ([rule()], {**SOUND, "bad-a": BAD.partition("=== says")[0]}, "no bad case with “=== says”"),
    ],
)
def test_a_rule_without_docs_or_cases_is_refused(
    listed: list[SimpleNamespace], texts: dict[str, str], complaint: str
) -> None:
    assert [c for c in complaints(listed, cases(**texts)) if complaint in c]
    assert list(complaints([rule()], cases(**SOUND))) == []


def test_expectations_are_taken_out_and_keep_their_line() -> None:
    [case] = cases(
        bad="谁也不读\n=== a/b.yaml\n甲: 1\n乙: # error: ABC001 @2; warning: ABC002 @7\n"
    )
    assert case.files == {"a/b.yaml": "甲: 1\n乙:\n"}
    assert case.expected == [
        ("a/b.yaml", 2, 2, "error", "ABC001"),
        ("a/b.yaml", 2, 7, "warning", "ABC002"),
    ]


@pytest.mark.parametrize("text", ["=== tomorrow\n", "=== a.yaml\nx: 1  # error: here\n"])
def test_what_means_nothing_in_a_case_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="what does"):
        cases(bad=text)
