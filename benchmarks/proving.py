# SPDX-License-Identifier: MIT
"""The proof beside its peers: all do the same check, each cell in a process of its own.

`python -m benchmarks.proving` prints the table alone; with an input and a prover
(`python -m benchmarks.proving guarded-200 ours`) it runs that cell in this very process, for a
profiler.
"""

from __future__ import annotations

import importlib.util
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import synthetic
from benchmarks.synthetic import Input
from benchmarks.tables import ROOT, table
from generator.catalogue import catalogue
from generator.check import CheckedLibrary, check
from generator.commands.reading import sources_of
from generator.parse import parse
from generator.program import flatten
from generator.specialise import MAX_STATES

LIMIT = 60.0
MEMORY = 4 << 30
SEED = 1
QUICK, RUNS = 5.0, 3
PROVERS = ("ours", "enumeration", "z3", "dd")
# The first seed whose tree and revision are both free of dead cases and differ in many ways.
DIFF, DIFF_SEED = "diff-12x10", 4


def shipped() -> Input:
    """The trees of this repository."""
    library = parse(sources_of(ROOT / "decision_trees")).library
    facts = catalogue(library.facts)
    return Input(flatten(library, facts), facts)


INPUTS: dict[str, Callable[[], Input]] = {
    "floor (one question)": lambda: synthetic.independent(1),
    "shipped trees": shipped,
    "independent-18": lambda: synthetic.independent(18, 10),
    "small-8x4": lambda: synthetic.guarded(SEED, 8, 4, 4),
    "small-8x4, gap": lambda: synthetic.guarded(SEED, 8, 4, 4, "gap"),
    "small-8x4, overlap": lambda: synthetic.guarded(SEED, 8, 4, 4, "overlap"),
    "guarded-200": lambda: synthetic.guarded(SEED),
    "guarded-200, gap": lambda: synthetic.guarded(SEED, fault="gap"),
    "guarded-200, overlap": lambda: synthetic.guarded(SEED, fault="overlap"),
    "exploding": lambda: synthetic.exploding(SEED),
}


@dataclass(frozen=True)
class Cell:
    """What one run gave: a verdict (empty if it did not finish), wall and processor seconds, peak.

    On a quiet machine both times are the same; where they are not, both are printed.
    """

    verdict: str
    seconds: float
    processor: float
    megabytes: float
    note: str = ""

    def text(self, expected: str) -> str:
        waited = self.seconds > 1.2 * self.processor + 0.01
        processor = f" (processor {self.processor:.2f} s)" if waited else ""
        numbers = f"{self.seconds:.2f} s{processor}, {self.megabytes:.0f} MB"
        if not self.verdict:
            return f"{self.note}, {self.megabytes:.0f} MB"
        if self.verdict == expected:
            return numbers
        return f"**{self.verdict}** ({numbers})"


def report() -> None:
    rows = [_row(name) for name in INPUTS]
    if importlib.util.find_spec("generator.compare"):
        cell = _measured(DIFF, "ours")
        rows.append((DIFF, cell.verdict, cell.text(cell.verdict), "–", "–", "–"))
    table(
        f"The proof and its peers: median of {RUNS} runs (one if over {QUICK:.0f} s), "
        f"limit {LIMIT:.0f} s, seed {SEED}; a verdict other than the expected one is in bold",
        ("input", "expected verdict", "ours", "enumeration", _named("z3"), _named("dd")),
        rows,
    )
    print(
        "Seconds are those of the proof alone; megabytes are the peak of the whole process, Python "
        "and the input included (see the floor). Peers only check; ours also builds the diagram "
        "and, if all is sound, counts every situation exactly. It refuses beyond "
        f"{MAX_STATES:,} states.\n"
    )


def compare(before: CheckedLibrary, after: CheckedLibrary) -> str:
    """What the last row measures: every change of outcome, counted exactly."""
    from generator.compare import compare as compared

    (tree,) = compared(before, after).trees
    return f"{len(tree.changes)} changes in {tree.situations:,} situations"


def _row(name: str) -> tuple[str, ...]:
    expected = INPUTS[name]().expected
    return (name, expected, *(_measured(name, prover).text(expected) for prover in PROVERS))


# ---- one cell ----------------------------------------------------------------------------------


def _measured(name: str, prover: str) -> Cell:
    """The median run if runs are quick, else the first."""
    first = _in_process(name, prover)
    if not first.verdict or first.processor > QUICK:
        return first
    cells = [first, *(_in_process(name, prover) for _ in range(RUNS - 1))]
    assert {cell.verdict for cell in cells} == {first.verdict}
    return Cell(
        first.verdict,
        statistics.median(cell.seconds for cell in cells),
        statistics.median(cell.processor for cell in cells),
        statistics.median(cell.megabytes for cell in cells),
    )


def _in_process(name: str, prover: str) -> Cell:
    command = [sys.executable, "-m", "benchmarks.proving", name, prover]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        try:
            answer, trouble = child.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            peak = _peak(child.pid)
            child.kill()
            return Cell("", LIMIT, LIMIT, peak, f">{LIMIT:.0f} s")
    if child.returncode:
        last = (trouble.strip().splitlines() or ["killed"])[-1]
        return Cell("", 0, 0, 0, "out of memory" if "emory" in last else last)
    return Cell(**json.loads(answer))


def _peak(pid: int | str = "self") -> float:
    """Peak resident megabytes of a running process.

    Not `ru_maxrss` where /proc has better: that one also counts what the parent held before exec.
    """
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines.get("VmHWM", "0 kB").split()[0]) * 1024 / 1e6


def _run(name: str, prover: str) -> Cell:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    work = _comparison() if name == DIFF else _proof(name, prover)
    wall, processor = time.perf_counter(), time.process_time()
    verdict = work()
    return Cell(verdict, time.perf_counter() - wall, time.process_time() - processor, _peak())


def _proof(name: str, prover: str) -> Callable[[], str]:
    given = INPUTS[name]()
    # Imported here, so that no prover pays for another's library.
    match prover:
        case "ours":
            from benchmarks.peers import ours

            return lambda: ours.prove(given.program, given.facts, MAX_STATES)
        case "enumeration":
            from benchmarks.peers import enumeration

            return lambda: enumeration.prove(given.program, given.facts)
        case "z3":
            from benchmarks.peers import smt

            return lambda: smt.prove(given.program, given.facts)
        case _:
            from benchmarks.peers import bdd

            return lambda: bdd.prove(given.program, given.facts)


def _comparison() -> Callable[[], str]:
    from benchmarks.authoring import sources

    before, after = (check(sources(given)).library for given in synthetic.revision(DIFF_SEED))
    assert before is not None
    assert after is not None
    return lambda: compare(before, after)


def _named(prover: str) -> str:
    """The name and version of a peer as the head of its column."""
    if prover == "z3":
        import z3

        return f"z3 {z3.get_version_string()}"
    import dd

    from benchmarks.peers.bdd import ENGINE

    return f"{ENGINE} {dd.__version__}"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(vars(_run(*sys.argv[1:]))))
    else:
        report()
