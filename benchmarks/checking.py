# SPDX-License-Identifier: MIT
"""`lubiao check` on the repository, each run a cold process."""

from __future__ import annotations

from benchmarks.tables import script, seconds, spread, table

TIMES = 7


def report() -> None:
    taken = seconds([script("lubiao"), "check"], TIMES)
    start = seconds([script("lubiao"), "--version"], TIMES)
    table(
        f"`lubiao check`, {TIMES} cold processes, median (range)",
        ("command", "wall"),
        [("lubiao check", spread(taken)), ("lubiao --version (start-up alone)", spread(start))],
    )
