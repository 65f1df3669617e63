# SPDX-License-Identifier: MIT
"""Problems for people and for programs: one format, one file, one function."""

from generator.report.annotations import github
from generator.report.json_array import as_json
from generator.report.plain import text
from generator.report.sarif_log import sarif

__all__ = ["as_json", "github", "sarif", "text"]
