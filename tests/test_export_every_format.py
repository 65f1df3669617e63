# SPDX-License-Identifier: MIT
"""All exporters: the same checklist gives the same bytes, and a missing library is named."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.export import EXPORTERS, ExportUnavailable, pdf
from generator.export import docx as docx_export
from generator.export import markdown as markdown_export
from tests.sample_checklist import AS_OF, SAMPLE

ROOT = Path(__file__).parent.parent


def test_exporters_are_listed_with_their_labels() -> None:
    assert [(e.kind, e.suffix) for e in EXPORTERS] == [
        ("PDF", ".pdf"),
        ("DOCX", ".docx"),
        ("Markdown", ".md"),
    ]


AGAIN = """
import hashlib
from generator.export import EXPORTERS
from tests.sample_checklist import AS_OF, SAMPLE
for exporter in EXPORTERS:
    print(hashlib.sha256(exporter.export(SAMPLE, as_of=AS_OF)).hexdigest())
"""


def test_same_input_gives_same_bytes_in_another_process() -> None:
    here = [hashlib.sha256(e.export(SAMPLE, as_of=AS_OF)).hexdigest() for e in EXPORTERS]
    again = [hashlib.sha256(e.export(SAMPLE, as_of=AS_OF)).hexdigest() for e in EXPORTERS]
    there = subprocess.run(
        [sys.executable, "-c", AGAIN],
        env={**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LANG": "C"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert here == again == there.stdout.split()


def test_as_of_is_the_only_clock() -> None:
    other = date(2027, 1, 2)
    assert pdf.export(SAMPLE, as_of=AS_OF) != pdf.export(SAMPLE, as_of=other)
    first, later = (markdown_export.export(SAMPLE, as_of=day) for day in (AS_OF, other))
    assert first == later
    written = docx.Document(io.BytesIO(docx_export.export(SAMPLE, as_of=other)))
    assert written.core_properties.created.replace(tzinfo=None) == datetime(2027, 1, 2)


@pytest.mark.parametrize(
    ("library", "shown", "export"),
    [("typst", "typst", pdf.export), ("docx", "python-docx", docx_export.export)],
)
def test_without_the_library_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str, shown: str, export: Any
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    pdf._typesetter.cache_clear()
    with pytest.raises(ExportUnavailable, match=rf"用到 {shown}，这里还没有装.*lubiao\[export\]"):
        export(SAMPLE, as_of=AS_OF)


def test_the_package_imports_without_the_libraries() -> None:
    code = (
        "import sys; sys.modules['typst'] = sys.modules['docx'] = None\n"
        "from generator.export import EXPORTERS; print(len(EXPORTERS))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "3"
