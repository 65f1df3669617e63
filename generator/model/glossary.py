# SPDX-License-Identifier: MIT
"""The glossary: words that need explaining, in everyday language."""

from __future__ import annotations

from generator.model.base import Model, Text


class Term(Model):
    """`term` as it stands in our texts, what it means, and other words for it."""

    term: Text
    plain: Text
    also: tuple[Text, ...] = ()
