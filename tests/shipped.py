# SPDX-License-Identifier: MIT
"""The library of this repository, read, proved and built once for all tests of a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.check import Checked, CheckedLibrary, check
from generator.folder import read_folder
from generator.site import Build, Settings, build

TREES = Path(__file__).parents[1] / "decision_trees"


@cache
def sources() -> Mapping[str, bytes]:
    """Its files."""
    return read_folder(TREES)


@cache
def checked() -> Checked:
    """What `lubiao check` finds."""
    return check(sources())


def library() -> CheckedLibrary:
    """The proved library."""
    found = checked().library
    assert found is not None, checked().problems
    return found


@cache
def built() -> Build:
    """All its pages, without the downloads."""
    return build(sources(), Settings(exports=False, directories=False))
