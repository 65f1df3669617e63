# SPDX-License-Identifier: MIT
"""Every mistake is underlined by the JSON Schemas and refused by the parser."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import model
from generator.parse import parse
from generator.problems import has_errors
from generator.schema.scalars import DEFINITIONS
from tests.libraries import library
from tests.schema_editor import complaints
from tests.schema_mistakes import MISTAKES


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_underlined_and_refused_by_the_parser(name: str) -> None:
    path, old, new = MISTAKES[name]
    text = library()[path].decode()
    assert complaints(path, text) == []
    assert old in text
    broken = text.replace(old, new, 1)
    assert complaints(path, broken) != []
    assert has_errors(parse({path: broken.encode()}).problems)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abz09-_A/.中 ", max_size=8) | st.integers(55, 65).map("a".__mul__))
def test_ids_and_targets_are_what_the_models_say(word: str) -> None:
    assert bool(re.search(DEFINITIONS["Id"]["pattern"], word)) == model.is_id(word)
    target = f"outcome/{word}"
    assert bool(re.search(DEFINITIONS["Target"]["pattern"], target)) == model.is_id(word)
