# SPDX-License-Identifier: MIT
"""The law library itself: which version holds on a day, whether a text is the statute's word."""
