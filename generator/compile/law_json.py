# SPDX-License-Identifier: MIT
"""The law library as one JSON file, for programs that want to quote it (docs/api.md)."""

from __future__ import annotations

import json
from typing import Any

from generator.model import Instrument, Library, Provision
from generator.statutes.versions import interval, pinpoint

PATH = "api/v1/law.json"
"""Where it stands in the site. What v1 says of a key is never changed, only added to."""


def law_json(library: Library) -> bytes:
    """Every provision, by instrument id, place and first day; equal libraries, equal bytes."""
    entries = [
        _entry(str(name), instrument, provision)
        for _, instrument in sorted(library.instruments.items())
        for name, provision in sorted(instrument.provisions.items(), key=_order)
    ]
    return (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()


def _order(named: tuple[str, Provision]) -> tuple[tuple[int, int, int], str, str]:
    name, provision = named
    return pinpoint(provision), str(provision.effective_from or ""), str(name)


def _entry(name: str, instrument: Instrument, provision: Provision) -> dict[str, Any]:
    begin, end = interval(instrument, provision)
    lead = {"lead": str(provision.lead)} if provision.lead else {}
    return {
        "id": name,
        "instrument": str(instrument.title),
        "article": provision.article,
        "paragraph": provision.paragraph,
        "item": provision.item,
        **lead,
        "text": str(provision.text),
        "effective_from": begin or None,
        "effective_to": end or None,
        "grade": provision.grade or instrument.grade,
        "checked": str(provision.checked_on or instrument.checked_on),
    }
