# SPDX-License-Identifier: MIT
"""How bad a problem is, in the words of programs."""

from generator.problems import Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
