# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""`lubiao ask --json`: documented, complete, and the same bytes whatever the order of answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from generator.asking.as_json import as_json
from generator.asking.parts import SECTIONS
from generator.check import CheckedLibrary
from tests.ask_libraries import (
    POLICE,
    ROOT,
    TREE,
    ask_typed,
    handbook,
    handbook_files,
    run_ask,
    shipped,
)


def as_data(checked: CheckedLibrary, tree: str, *arguments: str) -> Any:
    return json.loads(as_json(ask_typed(checked, tree, *arguments)))


def test_the_example_in_the_documentation_is_what_comes_out(
    handbook: CheckedLibrary, tmp_path: Path
) -> None:
    page = (ROOT / "docs/ask.md").read_text(encoding="utf-8")
    example = json.loads(re.findall(r"```json\n(.*?)```", page, re.DOTALL)[0])
    assert as_data(handbook, "example", "arrived=no", "due=3", "kept=page") == example
    for path, body in handbook_files().items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(body)
    command = re.findall(r"`lubiao ask (example [^`]+ --json)`", page)[0]
    result = run_ask(*command.replace("my-trees", str(tmp_path)).split())
    assert json.loads(result.stdout_bytes) == example


def test_every_key_is_documented_and_every_section_is_there(shipped: CheckedLibrary) -> None:
    page = (ROOT / "docs/ask.md").read_text(encoding="utf-8")
    ended = as_data(shipped, TREE, *POLICE, "received=3")
    asked = as_data(shipped, TREE, *POLICE[:3], "amount=3")
    assert set(ended) == set(asked) == {
        "v", "tree", "title", "known", "unasked", "next", "outcome",
    }  # fmt: skip
    assert (ended["next"], asked["outcome"]) == (None, None)
    assert set(SECTIONS) | {"set_aside"} <= set(ended["outcome"])
    facts = set(shipped.facts.facts)
    assert {key for key in _keys(ended) | _keys(asked) if f"`{key}`" not in page} <= facts
    assert ended["unasked"][0] == {
        "key": "received",
        "label": "收到多久了",
        "answers": {"received": "within_7_days"},
        "words": "七天以内",
        "typed": "received=within_7_days",
        "never": False,
    }


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(_keys(inner) for inner in value.values()))
    return set().union(*(_keys(inner) for inner in value)) if isinstance(value, list) else set()


def test_parts_have_the_keys_that_are_promised(shipped: CheckedLibrary) -> None:
    outcome = as_data(shipped, TREE, *POLICE)["outcome"]
    action = {
        "id", "title", "stage", "stage_id", "steps", "bring", "wait", "wait_kind",
        "if_refused", "limits", "citations",
    }  # fmt: skip
    promised = {
        "reasons": {"text", "citations", "tone"},
        "warnings": {"text", "citations", "tone"},
        "avoid": {"text", "citations", "tone"},
        "changes": {"text", "citations", "tone"},
        "today": action,
        "road": action,
        "evidence": {"title", "how", "keep", "citations"},
        "letters": {"id", "title", "to", "body", "citations"},
        "deadlines": {"id", "title", "tag", "clock", "length", "period", "note", "citations"},
        "replies": {"they_say", "answer", "citations"},
        "provisions": {"citation", "text", "plain"},
        "set_aside": {"section", "text", "condition"},
    }
    for section, keys in promised.items():
        assert outcome[section], section
        assert all(set(part) == keys for part in outcome[section]), section
    assert all(part["condition"].startswith("如果：") for part in outcome["set_aside"])
    assert set(outcome["provisions"][0]["citation"]) == {"id", "text", "short"}


def test_the_bytes_are_utf8_sorted_and_do_not_depend_on_the_order_of_answers() -> None:
    first = run_ask(TREE, *POLICE, "--json").stdout_bytes
    again = run_ask(TREE, "--json", *reversed(POLICE)).stdout_bytes
    assert first == again
    decoded = first.decode("utf-8")
    assert "这更像诈骗" in decoded
    assert decoded.endswith("}\n")
    data = json.loads(decoded)
    assert decoded == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
