# SPDX-License-Identifier: MIT
"""The `lubiao` command: which commands there are, nothing else."""

from __future__ import annotations

import click

from generator.commands.ask import ask_command
from generator.commands.check import check_command
from generator.commands.diff import diff_command
from generator.commands.lock import lock_command
from generator.commands.schema import schema_command


@click.group()
@click.version_option(package_name="lubiao", prog_name="lubiao")
def main() -> None:
    """退款路标：检查和编译决策树。"""


for _command in (ask_command, check_command, diff_command, lock_command, schema_command):
    main.add_command(_command)


if __name__ == "__main__":
    main()
