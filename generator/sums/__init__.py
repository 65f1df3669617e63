# SPDX-License-Identifier: MIT
"""Sums of money that a reader works out from what they type, by a closed set of methods.

Everything is counted in whole numbers: money in fen, parts and percents in hundredths. Only the
last step rounds, half up, to the fen. The browser has the same methods in
`components/decision-guide/sums.js`; a test compares the two, word by word.
"""

from generator.sums.fields import Field, Method, Worked
from generator.sums.methods import METHODS
from generator.sums.working import Refusal, labels_of, work

__all__ = ["METHODS", "Field", "Method", "Refusal", "Worked", "labels_of", "work"]
