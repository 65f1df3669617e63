# SPDX-License-Identifier: MIT
"""Wrong claims about the law that circulate, and what is right."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Id, Model, Text


class Misquote(Model):
    """A claim as people meet it, what is wrong with it, and what the law says instead.

    `heard` are other wordings of the same claim. `kind`: the rule does not exist (`invented`),
    is no longer in force (`repealed`), says something else (`misread`), or is the practice of
    platforms and not law (`practice`).
    """

    claim: Text
    heard: tuple[Text, ...] = ()
    kind: Literal["invented", "repealed", "misread", "practice"]
    wrong: Text
    right: Text
    provisions: tuple[Id, ...] = ()
    formerly: tuple[Id, ...] = ()
