# SPDX-License-Identifier: MIT
"""What the documentation shows must work."""

from __future__ import annotations

import re
from pathlib import Path

from generator.check import check
from generator.report import text
from generator.rules import RULES

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"```yaml\n# (\S+\.yaml)\n(.*?)```", re.DOTALL)


def test_the_example_of_the_handbook_can_be_copied() -> None:
    handbook = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    files = {path: body.encode() for path, body in _BLOCK.findall(handbook)}
    assert {"facts", "trees", "outcomes", "law"} <= {path.split("/")[0] for path in files}
    result = check(files)
    assert result.problems == (), text(result.problems)
    assert result.library is not None


def test_the_handbook_has_the_section_that_messages_point_to() -> None:
    handbook = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    assert re.search(r"^#+ .*条件", handbook, re.MULTILINE)


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for name in ("README.md", "README.zh-CN.md", "docs/developing.md"):
        named = set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / name).read_text(encoding="utf-8")))
        assert named <= targets, name


def test_links_in_the_documentation_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"


def test_the_first_rows_of_a_rule_say_what_is_wrong_in_one_line() -> None:
    for rule in RULES:
        first = (rule.__doc__ or "").split("\n\n")[0]
        assert first.endswith((".", ").")), rule.NAME
        assert len(first) < 230, rule.NAME
