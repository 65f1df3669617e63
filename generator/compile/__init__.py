# SPDX-License-Identifier: MIT
"""A checked library becomes view models: guides, outcomes, law pages, checklists. Pure."""
