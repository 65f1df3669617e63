# SPDX-License-Identifier: MIT
"""The commands of `lubiao`, one file each: arguments, printing, exit codes."""
