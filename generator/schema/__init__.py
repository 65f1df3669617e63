# SPDX-License-Identifier: MIT
"""JSON Schemas of the authoring format, so that an editor can complete and explain every key."""

from generator.schema.schemas import KINDS, as_bytes, schemas

__all__ = ["KINDS", "as_bytes", "schemas"]
