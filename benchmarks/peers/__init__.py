# SPDX-License-Identifier: MIT
"""Ours and its peers: each proves the same thing of a program and returns the same verdict.

Each module has `prove(program, facts, …) -> str`: `sound`, or the first fault in the order of the
sources as `gap FILE:LINE:COL` (no case matches and there is no `otherwise`) or
`overlap FILE:LINE:COL` (more than one does; the place of the first). Ours may also refuse.
"""
