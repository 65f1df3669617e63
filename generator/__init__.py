# SPDX-License-Identifier: MIT
"""Lubiao: decision trees in YAML, proved and compiled into a static site."""

__version__ = "0.1.0"
