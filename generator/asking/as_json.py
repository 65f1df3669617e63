# SPDX-License-Identifier: MIT
"""What asking found out, as JSON. Its form is described in docs/ask.md and is kept stable."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.asking.parts import SECTIONS
from generator.asking.results import Answered, Asked, Choice, NextQuestion, Said
from generator.views import Citation

VERSION = 1


def as_json(asked: Asked) -> bytes:
    """`asked` as UTF-8 JSON, keys sorted, with a final line break."""
    text = json.dumps(_asked(asked), ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()


def _asked(asked: Asked) -> dict[str, Any]:
    result = asked.result
    return {
        "v": VERSION,
        "tree": asked.tree,
        "title": asked.title,
        "known": [_said(said) for said in asked.known],
        "unasked": [{**_said(entry.said), "never": entry.never} for entry in asked.unasked],
        "next": _question(result) if isinstance(result, NextQuestion) else None,
        "outcome": _outcome(result) if isinstance(result, Answered) else None,
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "key": said.key,
        "label": said.label,
        "answers": dict(said.answers),
        "words": said.words,
        "typed": said.typed,
    }


def _question(question: NextQuestion) -> dict[str, Any]:
    own = ("key", "kind", "label", "question", "help", "unit", "none", "situations")
    return {
        **{key: getattr(question, key) for key in own},
        "facts": list(question.facts),
        "options": [_choice(choice) for choice in question.choices],
        "pending": [_said(said) for said in question.pending],
        "screens": {"fewest": question.fewest, "most": question.most},
        "possible": [asdict(possible) for possible in question.possible],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    plain = asdict(choice)
    cls, label = plain.pop("cls"), plain.pop("cls_label")
    return {**plain, "class": {"id": cls, "label": label} if cls else None}


def _outcome(answered: Answered) -> dict[str, Any]:
    view = answered.view
    return {
        "id": answered.outcome,
        "title": view.title,
        "summary": view.summary,
        "verdict": asdict(view.verdict),
        "checked_on": answered.checked_on,
        "review_by": view.review_by,
        **{section: [_part(part) for part in getattr(view, section)] for section in SECTIONS},
        "set_aside": [asdict(part) for part in answered.set_aside],
    }


def _part(part: Any) -> dict[str, Any]:
    """A part by the names of its fields; `condition` is spent; addresses are the site's."""
    plain = {key: value for key, value in vars(part).items() if key not in ("condition", "channel")}
    if "citation" in plain:
        plain["citation"] = _citation(plain["citation"])
    if "citations" in plain:
        plain["citations"] = [_citation(citation) for citation in plain["citations"]]
    if "fields" in plain:
        plain["fields"] = [asdict(field) for field in plain["fields"]]
    return plain


def _citation(citation: Citation) -> dict[str, str]:
    return {"id": citation.id, "text": citation.text, "short": citation.short}
