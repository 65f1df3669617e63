# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Whatever is typed after `lubiao ask`, it is read or refused in printable words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.asking import ask, read_answers, tree_faults
from generator.check import CheckedLibrary
from tests.ask_libraries import ROOT, TODAY, TREE, run_ask, shipped, small, small_library

HOSTILE = [
    "=", "==", "a=", "=b", "a=b=c", "", " ", "\t=\n", "\x00=\x00", "\x1b]0;x\x07=1", "\u202e=1",
    "a" * 10_000, "problem=" + "x" * 10_000, "proof=" + "," * 10_000, "proof=" + "page," * 2_000,
    "amount=" + "1e" * 50, "amount=nan", "amount=inf", "amount=٣",
    "received=0000-00-00", "received=-", "received=--1", "--what", "-x=1",
    "__class__=x", "proof.=yes", ".page=yes",
    "problem.=x", "\udcff=\udcfe", "problem=\udcff", "=" * 10_000, "*=*", "{}={}", "%s=%n",
]  # fmt: skip


@pytest.mark.parametrize("argument", HOSTILE, ids=range(len(HOSTILE)))
def test_no_argument_makes_a_traceback(
    small: CheckedLibrary, shipped: CheckedLibrary, argument: str
) -> None:
    for checked in (small, shipped):
        read = read_answers(checked, [argument], TODAY)
        assert read.faults
        assert all(fault.isprintable() and len(fault) < 400 for fault in read.faults)
        assert all(fault.isprintable() for fault in tree_faults(checked, argument))


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.text() | st.sampled_from(["proof=", "amount=", "due=2026-", "used"]), max_size=6)
)
def test_any_text_at_all_is_read_or_refused(arguments: list[str]) -> None:
    glued = [*arguments, "".join(arguments)]
    read = read_answers(small_library(), glued, TODAY)
    assert all(fault.isprintable() for fault in read.faults)
    if not read.faults:
        ask(small_library(), "demo", read.answers)


def test_the_command_takes_all_of_them_together() -> None:
    result = run_ask(*(a.replace("\udcff", "x") for a in HOSTILE if a != ""))
    assert (result.exit_code, result.stdout) == (2, "")
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output


def test_bytes_that_are_no_text_are_survived() -> None:
    command = [sys.executable, "-m", "generator.cli", "ask", TREE, b"\xff\xfe=\x80", b"--j\xff"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert "“\\udcff\\udcfe=\\udc80”：没有“\\udcff\\udcfe”这个事实。" in done.stderr.decode()
