# SPDX-License-Identifier: MIT
"""Measurements. `python -m benchmarks` prints every table; nothing here is asserted by tests."""
