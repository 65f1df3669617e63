# SPDX-License-Identifier: MIT
"""The component's ES modules as one classic script.

A `<script type="module">` does not load from file://, so the modules are put one after the
other inside a function: imports and the word `export` go, the names meet in one scope. Only the
plainest forms are allowed (`import { a, b } from "./x.js";`, and `export` before a declaration);
anything else is a BundleError here rather than a script that breaks in the browser. The result
is minified, which keeps a guide page within its budget (see `make bench`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import minify

SOURCE = Path(__file__).parent / "decision-guide"
ENTRY = "main.js"
PAGES = {"guide": "main-guide.js", "page": "main-page.js"}
"""The scripts a site ships, by name: one for guide pages, one for all others."""
MOVED = "moved"
"""The script of pages at old addresses; a site that has none does not ship it."""
STYLES = ("decision-guide.css", "answers.css")
HEADER = "// SPDX-License-Identifier: MIT\n"
PURE = (
    "walk.js",
    "days.js",
    "parts.js",
    "flips.js",
    "calendar.js",
    "keys.js",
    "sum-fields.js",
    "sums.js",
    "values.js",
    "words.js",
    "page-words.js",
)
"""Modules whose exports `expose_for_tests` shows as `globalThis.lubiaoWalk`."""

_IMPORT = re.compile(r'^import \{([\w\s,]+)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_EXPORT_WORD = re.compile(r"^export (?=(?:async )?(?:function|class|const) )", re.MULTILINE)
_MODULE_WORD = re.compile(r"^\s*(?:import|export)\b.*|\bimport\s*[(.].*", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


class BundleError(Exception):
    """A module uses a form this bundler does not know."""


def bundle(page: str = "", *, expose_for_tests: bool = False) -> bytes:
    """The script of `page` (one of PAGES, or MOVED), or of a page that may hold anything.

    `expose_for_tests` also shows the pure functions as `globalThis.lubiaoWalk`.
    """
    exposed = PURE if expose_for_tests else ()
    entries = {**PAGES, MOVED: "main-moved.js"}
    plain = bundle_modules(_read(SOURCE), entries.get(page, ENTRY), expose=exposed)
    small: str = minify.string("text/javascript", plain.decode())
    return f"{HEADER}{small}\n".encode()


def stylesheet() -> bytes:
    """The component's CSS; it only uses the design tokens."""
    return b"\n".join((SOURCE / name).read_bytes() for name in STYLES)


def bundle_modules(
    modules: Mapping[str, str], entry: str = ENTRY, *, expose: tuple[str, ...] = ()
) -> bytes:
    """Put `modules` (name to text), reached from `entry`, into one function, in import order."""
    order = tuple(_in_order(modules, entry, ()))
    _check_names(modules, order)
    bodies = [_body(name, modules[name]) for name in order]
    shown = sorted(name for module in expose for name in _exports(modules[module]))
    tail = [f"globalThis.lubiaoWalk = {{ {', '.join(shown)} }};\n"] if shown else []
    script = "".join([HEADER, '(() => {\n"use strict";\n', *bodies, *tail, "})();\n"])
    return script.encode()


def _read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))}


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...]) -> Iterator[str]:
    """`name` after everything it imports, each module once."""
    seen: set[str] = set()
    for found in _visit(modules, name, above):
        if found not in seen:
            seen.add(found)
            yield found


def _visit(modules: Mapping[str, str], name: str, above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        raise BundleError(f"{name} imports itself by way of {', '.join(above)}")
    if name not in modules:
        raise BundleError(f"{above[-1] if above else 'bundle'}: there is no module {name}")
    for names, other in _IMPORT.findall(modules[name]):
        yield from _visit(modules, other, (*above, name))
        _check_import(name, other, names, _exports(modules[other]))
    yield name


def _check_import(name: str, other: str, names: str, exports: set[str]) -> None:
    wanted = {word.strip() for word in names.split(",") if word.strip()}
    for word in sorted(wanted - exports):
        raise BundleError(f"{name} imports “{word}”, which {other} does not export")


def _check_names(modules: Mapping[str, str], order: tuple[str, ...]) -> None:
    owners: dict[str, str] = {}
    for module in order:
        for name in _NAME.findall(modules[module]):
            if name in owners:
                raise BundleError(f"“{name}” is declared in both {owners[name]} and {module}")
            owners[name] = module


def _exports(text: str) -> set[str]:
    return set(_EXPORT.findall(text))


def _body(name: str, text: str) -> str:
    """The module without comments, indentation, imports and the word `export`."""
    if any(line.count("`") % 2 for line in text.splitlines()):
        raise BundleError(f"{name}: a template text over several lines")
    bare = _INDENT.sub("", _COMMENT.sub("", text))
    plain = _EXPORT_WORD.sub("", _IMPORT.sub("", bare))
    if form := _MODULE_WORD.search(plain):
        raise BundleError(f"{name}: cannot bundle “{form.group().strip()}”")
    return plain
