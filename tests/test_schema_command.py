# SPDX-License-Identifier: MIT
"""`lubiao schema`, and the settings of the editor that name what it writes."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.schema import KINDS
from tests.schema_editor import ROOT


def test_the_command_writes_and_its_check_names_what_is_not_current(tmp_path: Path) -> None:
    run = CliRunner().invoke
    first = run(main, ["schema", str(tmp_path), "--check"])
    assert first.exit_code == 1
    assert first.output.count(" 不是最新的。") == len(KINDS)
    assert not (tmp_path / "schemas").exists()

    assert run(main, ["schema", str(tmp_path)]).exit_code == 0
    assert run(main, ["schema", str(tmp_path), "--check"]).exit_code == 0
    assert {path.stem for path in (tmp_path / "schemas").iterdir()} == set(KINDS)

    old = tmp_path / "schemas/facts.json"
    old.write_text("{}", encoding="utf-8")
    (tmp_path / "schemas/law.json").unlink()
    again = run(main, ["schema", str(tmp_path), "--check"])
    assert again.exit_code == 1
    assert again.output.count(" 不是最新的。") == 2
    assert f"{old.as_posix()} 不是最新的。" in again.output
    assert "lubiao schema" in again.output
    assert old.read_text(encoding="utf-8") == "{}"


def test_the_command_needs_a_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "找不到文件夹" in result.output


def test_the_settings_of_the_editor_name_every_schema() -> None:
    config = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    matched = config["yaml.schemas"]
    assert set(matched) == {f"./decision_trees/schemas/{kind}.json" for kind in KINDS}
    for kind in KINDS:
        patterns = matched[f"./decision_trees/schemas/{kind}.json"]
        single = kind in ("verdicts", "glossary", "misquotes", "topics", "invariants", "front")
        assert f"decision_trees/{kind}{'' if single else '/*'}.yaml" in patterns
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
