# SPDX-License-Identifier: MIT
"""Seals: what nobody can compare with a database must not change unseen.

`law.lock` holds one line per provision that is not of a national law in force: its id and the
SHA-256 of its place and words. And one line per instrument, national laws too: `@`, its id and the
SHA-256 of its names, its days and its grade, which no database confirms. What no longer fits its
seal is refused until somebody seals it again on purpose, so every change of a quotation or of a
day is a line in a diff that says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Instrument, Library, Provision
from generator.problems import Span

FILE = "law.lock"
HEADER = (
    "# 条文的封条：一行一条，id 和原文的 SHA-256。国家法律的条文另有数据库可核对，不在这里。\n"
    "# @ 开头的是一部法律文件的名字、文号、日期和等级。\n"
    "# 由 lubiao law seal 写，不要用手改。改了条文，先对照官方文本，再运行它。\n"
)
HEAD = "@"
"""Stands before the id of an instrument, so that it is never taken for a provision."""
_HEAD_FIELDS = (
    "title", "kind", "issuer", "number", "promulgated", "effective_from", "effective_to",
    "status", "grade",
)  # fmt: skip
_LINE = re.compile(r"(@?[a-z0-9][a-z0-9_-]*) ([0-9a-f]{64})")


@dataclass(frozen=True)
class Seals:
    """What `law.lock` says: digest by provision id, and the places of lines that mean nothing."""

    digests: Mapping[str, str] = field(default_factory=dict)
    malformed: tuple[Span, ...] = ()


def read_seals(data: bytes) -> Seals:
    """The seals in the bytes of `law.lock`."""
    digests: dict[str, str] = {}
    malformed: list[Span] = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        words = line.partition("#")[0].strip()
        found = _LINE.fullmatch(words)
        if found and digests.setdefault(found[1], found[2]) == found[2]:
            continue
        if words:
            malformed.append(Span(FILE, number))
    return Seals(digests, tuple(malformed))


def as_bytes(digests: Mapping[str, str]) -> bytes:
    """`law.lock` for `digests`, sorted, so that equal seals are equal bytes."""
    lines = (f"{name} {digest}\n" for name, digest in sorted(digests.items()))
    return (HEADER + "".join(lines)).encode()


def digest(provision: Provision) -> str:
    """The seal of a provision: its place, its lead-in and its words, to the letter."""
    place = f"{provision.article}.{provision.paragraph or ''}.{provision.item or ''}"
    words = f"{place}\n{provision.lead or ''}\n{provision.text}"
    return hashlib.sha256(words.encode()).hexdigest()


def head_digest(instrument: Instrument) -> str:
    """The seal of an instrument: what it is, and when it and each of its provisions holds."""
    said = [f"{field}={getattr(instrument, field) or ''}" for field in _HEAD_FIELDS]
    for name, provision in sorted(instrument.provisions.items()):
        own = (provision.effective_from, provision.effective_to, provision.grade)
        if any(own):
            said.append(" ".join([str(name), *(str(value or "") for value in own)]))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def to_seal(library: Library) -> dict[str, Provision]:
    """Provisions that need a seal, by id: all but those of national laws in force."""
    return {
        str(name): provision
        for instrument in library.instruments.values()
        for name, provision in instrument.provisions.items()
        if instrument.kind != "law" or provision.effective_to or instrument.effective_to
    }


def wanted(library: Library) -> dict[str, str]:
    """Every seal that there should be, by name."""
    heads = {f"{HEAD}{name}": head_digest(one) for name, one in library.instruments.items()}
    return {**{name: digest(one) for name, one in to_seal(library).items()}, **heads}


def broken(seals: Seals, library: Library) -> dict[str, str]:
    """Names of what has not its right seal, each with the seal it has, or an empty text."""
    return {
        name: seals.digests.get(name, "")
        for name, seal in wanted(library).items()
        if seals.digests.get(name) != seal
    }
