# SPDX-License-Identifier: MIT
"""The `lubiao` command: which commands there are, nothing else."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "ask": "generator.commands.ask:ask_command",
    "check": "generator.commands.check:check_command",
    "diff": "generator.commands.diff:diff_command",
    "law": "generator.commands.law:law_command",
    "lock": "generator.commands.lock:lock_command",
    "schema": "generator.commands.schema:schema_command",
}
"""Where each command is; a command is only loaded when it is called, so that all start quickly."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=_Commands)
@click.version_option(package_name="lubiao", prog_name="lubiao")
def main() -> None:
    """退款路标：检查和编译决策树。"""


if __name__ == "__main__":
    main()
