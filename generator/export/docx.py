# SPDX-License-Identifier: MIT
"""Checklist → DOCX with real headings and boxes that can be ticked in Word.

The work is in `docx_layout`; it needs python-docx, so it is imported only when called.
"""

from __future__ import annotations

from datetime import date

from generator.export.errors import ExportUnavailable
from generator.views import Checklist


def export(checklist: Checklist, *, as_of: date) -> bytes:
    """The DOCX of a checklist; raises `ExportUnavailable` without python-docx."""
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise ExportUnavailable("DOCX", "python-docx") from error
    from generator.export.docx_layout import write

    return write(checklist, as_of)
