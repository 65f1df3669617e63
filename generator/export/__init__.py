# SPDX-License-Identifier: MIT
"""Exporters: a `Checklist` becomes the bytes of a file to take along.

Every exporter has the same signature and gives the same bytes for the same input. `as_of` is the
only date that reaches a file's metadata. PDF and DOCX need the optional extra `export`; without it
this package still imports, and those two raise `ExportUnavailable` when called.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.export import docx, markdown, pdf
from generator.export.errors import ExportError, ExportUnavailable
from generator.views import Checklist

__all__ = ["EXPORTERS", "ExportError", "ExportUnavailable", "Exporter"]


class ExportFunction(Protocol):
    """Turns a checklist into the bytes of one file."""

    def __call__(self, checklist: Checklist, *, as_of: date) -> bytes:
        """The file's bytes; `as_of` stands in its metadata."""


@dataclass(frozen=True)
class Exporter:
    """One file format: its label for readers, its file name's ending, its function.

    `for_paper` formats are given a brief checklist, to take along.
    """

    kind: str
    suffix: str
    export: ExportFunction
    for_paper: bool = False


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("PDF", ".pdf", pdf.export, for_paper=True),
    Exporter("DOCX", ".docx", docx.export),
    Exporter("Markdown", ".md", markdown.export),
)
