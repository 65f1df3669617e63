# SPDX-License-Identifier: MIT
"""The front matter of an article: a page that editors write by hand in Markdown."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, Strict

from generator.model.base import Day, Id, Model, Text

Topic = Literal["先弄懂", "怎么做", "法律怎么说", "特殊情况", "防骗"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""In the order in which the index of the articles has them."""


class Article(Model):
    """What an article says of itself. `home` is its place on the front page, if it has one."""

    title: Text
    description: Text
    topic: Topic
    synonyms: tuple[Text, ...] = ()
    guides: tuple[Id, ...] = ()
    review_by: Day
    date: Day | None = None
    home: Annotated[int, Strict(), Field(ge=1, le=6)] | None = None
