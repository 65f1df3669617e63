# SPDX-License-Identifier: MIT
"""What several kinds of page print: links, citations, conditions, verdicts, downloads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """When a part applies. `table` indexes the page's part tables; `words` is Chinese, for
    readers without JavaScript and on paper ("如果：付款方式是支付宝")."""

    table: int
    words: str


@dataclass(frozen=True)
class Citation:
    """A provision as it is cited: `text` is 《…》第…条第…款第（…）项."""

    id: str
    text: str
    short: str
    url: str


@dataclass(frozen=True)
class VerdictView:
    """A kind of answer; `tone` is good, partly, open, hard, danger or outside."""

    id: str
    label: str
    meaning: str
    tone: str


@dataclass(frozen=True)
class Link:
    """A titled link inside the site."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class MovedView:
    """A page at an old address that leads on: `title` and `url` are those of the new one."""

    title: str
    url: str
    home_url: str


@dataclass(frozen=True)
class Download:
    """A file made for the outcome; `kind` is PDF, DOCX or Markdown; `size` is for people."""

    kind: str
    url: str
    size: str
