# SPDX-License-Identifier: MIT
"""Mentions of law in Chinese text: finding them, and finding what they mean in the library."""
