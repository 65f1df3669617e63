# SPDX-License-Identifier: MIT
"""What all models share: strict scalars that know their place, and the base class."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

from generator.guards import Guard, GuardField
from generator.located import Located

_ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def is_id(value: str) -> bool:
    """Whether `value` may be an id: lower-case words joined by - or _, at most 60 characters."""
    return bool(_ID.match(value)) and len(value) <= 60


def _check_id(value: Located) -> Located:
    if not is_id(value):
        raise PydanticCustomError("bad_id", "id")
    return value


def _check_text(value: Located) -> Located:
    if not value.strip():
        raise PydanticCustomError("empty_text", "empty")
    return value


def _check_date(value: Located) -> Located:
    try:
        if not _DATE.match(value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("bad_date", "date") from None
    return value


Whole = Annotated[int, Strict()]
Count = Annotated[int, Strict(), Field(ge=1, le=9999)]
Flag = Annotated[bool, Strict()]
Id = Annotated[Located, AfterValidator(_check_id)]
Text = Annotated[Located, AfterValidator(_check_text)]
Day = Annotated[Located, AfterValidator(_check_date)]
When = Annotated[Guard, GuardField]


def _one_or_more(raw: object) -> object:
    return (raw,) if isinstance(raw, Located) else raw


Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_more)]
"""One id, or a list of ids."""


class Model(BaseModel):
    """Base of all models: frozen, unknown keys are errors."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, serialize_by_alias=True
    )
