# SPDX-License-Identifier: MIT
"""Topics: the order in which the everyday questions are told that provisions answer."""

from __future__ import annotations

from generator.model.base import Model, Text


class Topic(Model):
    """Questions of one kind, each as it stands in `answers` of provisions, in reading order."""

    title: Text
    questions: tuple[Text, ...]
