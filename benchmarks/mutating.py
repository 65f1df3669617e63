# SPDX-License-Identifier: MIT
"""Who notices a slip in the shipped trees: the mutation score of scenarios and invariants."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judging import Judgement, checked, judge
from benchmarks.mutants import Mutant, mutants
from benchmarks.tables import table
from generator.folder import read_folder
from generator.parse import parse

ROOT = Path(__file__).parents[1]
COUNT, SEED = 320, 2026


@dataclass(frozen=True)
class Score:
    """What became of `judged` mutants; `survivors` changed something that nobody's test noticed."""

    judged: tuple[tuple[Mutant, Judgement], ...]

    @property
    def changing(self) -> list[tuple[Mutant, Judgement]]:
        """The mutants that compile and change what some situation is told or asked."""
        return [(m, j) for m, j in self.judged if j.by_diff]

    @property
    def survivors(self) -> list[tuple[Mutant, Judgement]]:
        """Those of them that neither a scenario nor an invariant notices."""
        return [(m, j) for m, j in self.changing if not j.killed]

    @property
    def share(self) -> float:
        """Killed by scenarios and invariants, of all that compile and change something."""
        return 1 - len(self.survivors) / len(self.changing)


def score(count: int = COUNT, seed: int = SEED, trees: Collection[str] | None = None) -> Score:
    """Judge `count` seeded mutants of the shipped trees; compare only `trees`, if given."""
    library = parse(read_folder(ROOT / "decision_trees")).library
    original = checked(library)
    assert original is not None
    return Score(tuple((m, judge(original, m, trees)) for m in mutants(library, count, seed)))


def report() -> None:
    """Print the table."""
    begun = time.process_time()
    result = score()
    each = (time.process_time() - begun) / len(result.judged)
    notes = Counter[str]()
    for _, found in result.judged:
        notes["refused by check"] += found.by_check
        notes["changes an outcome or a question"] += found.by_diff
        notes["of these, a scenario fails"] += found.by_diff and found.by_scenarios
        notes["of these, an invariant breaks"] += found.by_diff and found.by_invariants
        notes["of these, neither"] += found.by_diff and not found.killed
        notes["changes nothing"] += not found.by_check and not found.by_diff
    table(
        f"{len(result.judged)} mutants of the shipped trees (seed {SEED}), "
        f"{each * 1000:.0f} ms of processor time each; "
        f"scenarios and invariants alone: {result.share:.1%}",
        ("mutants", "number"),
        [(name, str(number)) for name, number in notes.items()],
    )
    for mutant, _ in result.survivors:
        print(f"survives: {mutant.kind}: {mutant.what}")
