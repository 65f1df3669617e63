# SPDX-License-Identifier: MIT
"""Print all tables, in Markdown."""

from __future__ import annotations

import platform
import tempfile
from pathlib import Path

from benchmarks import answering, building, checking, mutating, proving, searching, sizes


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "ours"
        building.report(Path(folder), site)
        checking.report()
        proving.report()
        mutating.report()
        sizes.report(site)
        searching.report(site)
        answering.report(site)


main()
