# SPDX-License-Identifier: MIT
"""Asking the proved trees: answers in, the next question or the outcome out. Prints nothing.

`tree_faults` and `read_answers` judge what an editor typed; `ask` says where the answers (fact id
to option id) lead. `words` and `as_json` write the result.
"""

from __future__ import annotations

from generator.asking.answers import Read, read_answers, tree_faults
from generator.asking.results import (
    Answered,
    Asked,
    Choice,
    NextQuestion,
    Possible,
    Said,
    SetAside,
    Unasked,
)
from generator.asking.standing import ask

__all__ = [
    "Answered",
    "Asked",
    "Choice",
    "NextQuestion",
    "Possible",
    "Read",
    "Said",
    "SetAside",
    "Unasked",
    "ask",
    "read_answers",
    "tree_faults",
]
