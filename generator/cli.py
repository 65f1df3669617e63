# SPDX-License-Identifier: MIT
"""The `lubiao` command: which commands there are, nothing else."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from typing import Any

import click

COMMANDS = {
    "ask": "generator.commands.ask:ask_command",
    "check": "generator.commands.check:check_command",
    "diff": "generator.commands.diff:diff_command",
    "law": "generator.commands.law:law_command",
    "lint": "generator.commands.lint:lint_command",
    "lock": "generator.commands.lock:lock_command",
    "schema": "generator.commands.schema:schema_command",
}
"""Where each command is; a command is only loaded when it is called, so that all start quickly."""


class _Commands(click.Group):
    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; a full disk or a lost terminal ends it with one message."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            _drop_output()
            reason = error.strerror or "原因不明"
            where = f" {error.filename}" if error.filename else ""
            click.echo(f"读写{where}时出错：{reason}。", err=True)
            raise SystemExit(2) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


def _drop_output() -> None:
    """Forget what could not be written; Python would try once more when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands)
@click.version_option(package_name="lubiao", prog_name="lubiao")
def main() -> None:
    """退款路标：检查和编译决策树。"""


if __name__ == "__main__":
    main()
