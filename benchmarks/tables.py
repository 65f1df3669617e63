# SPDX-License-Identifier: MIT
"""Markdown tables and repeated timing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    print(f"## {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print(flush=True)


def seconds(command: Sequence[str], times: int, cwd: Path = ROOT) -> list[float]:
    """Wall time of each of `times` runs of `command` in a process of its own."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, cwd=cwd, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return taken


def spread(values: Sequence[float], unit: str = "s", digits: int = 2) -> str:
    """Median and range."""
    low, mid, high = min(values), statistics.median(values), max(values)
    return f"{mid:.{digits}f} {unit} ({low:.{digits}f}–{high:.{digits}f})"


def script(name: str) -> str:
    """A console script of the running environment."""
    return str(Path(sys.executable).parent / name)
