# SPDX-License-Identifier: MIT
"""The one Jinja environment: strict, escaping, and knowing where every template lives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup, escape

_HERE = Path(__file__).parent
_THEME = _HERE.parent / "theme"
_BLANK = re.compile(r"(【[^】\n]*】)")
_CLAUSE = re.compile(r"[^，：；。？]+[，：；。？]*")

# Facts may name these as `picture`; each is pictures/NAME.svg.jinja.
FACT_PICTURES = ("bill-page", "card-code", "order-life", "order-page")


@cache
def environment() -> Environment:
    """The environment of all page templates. An undefined name is an error, never a blank."""
    env = Environment(
        loader=_loader(),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(json_data=_json_data, blanks=_blanks, one_line=_one_line, clauses=_clauses)
    env.globals.update(drawing=_drawing, anchors=_anchors)
    return env


def _loader() -> ChoiceLoader:
    return ChoiceLoader(
        [
            FileSystemLoader(_HERE / "templates"),
            FileSystemLoader(_HERE.parent / "components"),
            PrefixLoader(
                {
                    "pictures": FileSystemLoader(_HERE / "pictures"),
                    "icons": FileSystemLoader(_THEME / "partials" / "icons"),
                }
            ),
        ]
    )


def _drawing(name: str) -> Markup:
    """The inline SVG called `name`; an empty name draws nothing."""
    if not name:
        return Markup("")
    return Markup(environment().get_template(f"pictures/{name}.svg.jinja").render().strip())


def _anchors() -> Callable[[str], str]:
    """Give out ids that are unique on one page: a second `step-x` becomes `step-x-2`."""
    seen: Counter[str] = Counter()

    def anchor(wanted: str) -> str:
        seen[wanted] += 1
        return wanted if seen[wanted] == 1 else anchor(f"{wanted}-{seen[wanted]}")

    return anchor


def _json_data(text: str) -> Markup:
    """JSON as it may stand inside a <script>: no `<` can end the element early."""
    return Markup(text.replace("<", "\\u003c"))


def _clauses(text: str) -> list[str]:
    """Cut a heading after its commas: a line then breaks between clauses, not inside words."""
    return _CLAUSE.findall(text) or [text]


def _blanks(text: str) -> list[tuple[str, bool]]:
    """Cut a letter at its blanks: each piece with whether it is a 【blank】."""
    return [(piece, bool(_BLANK.fullmatch(piece))) for piece in _BLANK.split(text) if piece]


def _one_line(text: str) -> Markup:
    """Escape, and write line breaks as references: a Markdown page may then hold the text."""
    return Markup(escape(text).replace("\n", Markup("&#10;")))
