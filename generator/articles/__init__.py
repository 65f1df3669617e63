# SPDX-License-Identifier: MIT
"""Pages that editors write by hand in Markdown: reading them, and proofreading them."""
