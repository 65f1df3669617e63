# SPDX-License-Identifier: MIT
"""The ledger of ids: every id that was ever public, so that none is lost or used twice.

`ids.lock` holds one line per id (`fact product`, `option product/topup`) and one more per id
that was given up for good (`retired fact product`). Lines are only ever added. Their order and
their number mean nothing, so any merge that keeps the lines of both sides is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.located import Located
from generator.model import Library, is_id
from generator.problems import Problem, Span, did_you_mean

FILE = "ids.lock"
CODE = "LCK001"
NOUNS = {
    "fact": "事实",
    "option": "选项",
    "tree": "树",
    "outcome": "结论",
    "verdict": "结论种类",
    "action": "行动",
    "evidence": "证据",
    "letter": "信",
    "deadline": "期限",
    "sum": "算法",
    "instrument": "法律文件",
    "provision": "条文",
    "channel": "渠道",
    "misquote": "误引",
}
"""What ids are kept of, as the file and as messages call it."""
HEADER = (
    "# 公开过的全部 id，一行一个。只往后面加，不删，不改；次序和重复都没有关系。\n"
    "# 加新的：lubiao lock    有意不再用：lubiao lock --retire 类别 ID\n"
)
_FIELDS = {
    "fact": "facts",
    "tree": "trees",
    "outcome": "outcomes",
    "verdict": "verdicts",
    "action": "actions",
    "evidence": "evidence",
    "letter": "letters",
    "deadline": "deadlines",
    "sum": "sums",
    "instrument": "instruments",
    "channel": "channels",
    "misquote": "misquotes",
}
_MERGE = re.compile(r"<{7}|={7}|>{7}|\|{7}")


@dataclass(frozen=True)
class Name:
    """An id of one kind. Options are `fact/option`, since they are only unique in their fact."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def last(self) -> str:
        """The id as it is written in YAML."""
        return self.id.rpartition("/")[2]

    @property
    def fact(self) -> Name:
        """The fact of an option."""
        return Name("fact", self.id.partition("/")[0])

    @property
    def words(self) -> str:
        """What messages call it: 事实“product”."""
        return f"{NOUNS[self.kind]}“{self.id}”"


@dataclass(frozen=True)
class Ledger:
    """What `ids.lock` says: each id with the place of its first line, and what is malformed."""

    published: Mapping[Name, Span] = field(default_factory=dict)
    retired: Mapping[Name, Span] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def gave_up(self, name: Name) -> bool:
        """Whether `name`, or the fact it is an option of, is retired."""
        return name in self.retired or (name.kind == "option" and name.fact in self.retired)


@dataclass(frozen=True)
class Former:
    """`old`, written in the `formerly` of `now`."""

    old: Name
    now: Name
    written: Located


# ---- reading -----------------------------------------------------------------------------------


def read_ledger(data: bytes) -> Ledger:
    """The ledger in the bytes of `ids.lock`. Lines that mean nothing become problems."""
    published: dict[Name, Span] = {}
    retired: dict[Name, Span] = {}
    problems: list[Problem] = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        words = line.partition("#")[0].split()
        span = Span(FILE, number)
        if not words:
            continue
        name = _name(words[1:] if words[0] == "retired" else words)
        if name is None:
            problems.append(_malformed(span, line, words))
        else:
            (retired if words[0] == "retired" else published).setdefault(name, span)
    return Ledger(published, retired, tuple(problems))


def _name(words: list[str]) -> Name | None:
    return name_of(*words) if len(words) == 2 else None


def name_of(kind: str, text: str) -> Name | None:
    """The name that `kind` and `text` write, or None if they cannot."""
    parts = text.split("/")
    fits = kind in NOUNS and len(parts) == (2 if kind == "option" else 1)
    return Name(kind, text) if fits and all(map(is_id, parts)) else None


def _malformed(span: Span, line: str, words: list[str]) -> Problem:
    if _MERGE.match(line):
        hint = "删掉以 <<<<<<<、=======、>>>>>>> 开头的行，两边的 id 全都留下，重复没有关系。"
        return Problem(span, CODE, "这里还留着合并时的冲突标记。", hint)
    kind = words[1] if words[0] == "retired" and len(words) > 1 else words[0]
    guess = "" if kind in NOUNS else did_you_mean(kind, [*NOUNS, "retired"])
    shape = "一行写“类别 id”，例如 fact product、option product/topup、retired fact product。"
    return Problem(span, CODE, f"看不懂这一行：{_printable(line)}", f"{guess}{shape}")


def _printable(line: str) -> str:
    shown = "".join(c if c.isprintable() else "�" for c in line.strip())
    return shown if len(shown) <= 60 else f"{shown[:60]}……"


# ---- what the library has ----------------------------------------------------------------------


def ids_of(library: Library) -> dict[Name, Located]:
    """Every public id in the library, with the key it was written as."""
    names = {
        Name(kind, str(key)): key
        for kind, shelf in _FIELDS.items()
        for key in getattr(library, shelf)
    }
    for fact, asked in library.facts.items():
        names |= {Name("option", f"{fact}/{key}"): key for key in asked.options}
    for instrument in library.instruments.values():
        names |= {Name("provision", str(key)): key for key in instrument.provisions}
    return names


def formers(library: Library) -> Iterator[Former]:
    """Every `formerly` in the library. An option's old id stands under its fact's new one."""
    for kind, shelf in _FIELDS.items():
        for key, entry in getattr(library, shelf).items():
            yield from _formers(kind, "", key, entry.formerly)
    for fact, asked in library.facts.items():
        for key, option in asked.options.items():
            yield from _formers("option", f"{fact}/", key, option.formerly)
    for instrument in library.instruments.values():
        for key, provision in instrument.provisions.items():
            yield from _formers("provision", "", key, provision.formerly)


def _formers(kind: str, above: str, key: str, formerly: tuple[Located, ...]) -> Iterator[Former]:
    for old in formerly:
        yield Former(Name(kind, f"{above}{old}"), Name(kind, f"{above}{key}"), old)


def aliases(library: Library, name: Name) -> Iterator[Name]:
    """`name`, and for an option its names under the older ids of its fact."""
    yield name
    if name.kind == "option":
        fact = library.facts.get(name.fact.id)
        for old in fact.formerly if fact else ():
            yield Name("option", f"{old}/{name.last}")


def understood(library: Library) -> frozenset[Name]:
    """Every name the site still understands: today's and former ones."""
    names = [*ids_of(library), *(former.old for former in formers(library))]
    return frozenset(alias for name in names for alias in aliases(library, name))


# ---- writing -----------------------------------------------------------------------------------


def missing(ledger: Ledger, library: Library) -> tuple[Name, ...]:
    """The ids of the library that the ledger lacks, in the order in which they are added."""
    kinds = list(NOUNS)
    new = (name for name in ids_of(library) if name not in ledger.published)
    return tuple(sorted(new, key=lambda name: (kinds.index(name.kind), name.id)))


def appended(data: bytes, lines: Iterable[str]) -> bytes:
    """`data` with `lines` after it; what was there keeps its bytes. An empty file gets a header."""
    added = "".join(f"{line}\n" for line in lines).encode()
    start = data or HEADER.encode()
    return start + (b"" if start.endswith(b"\n") else b"\n") + added


def erased(before: bytes, now: bytes) -> tuple[str, ...]:
    """The lines of an older ledger that a newer one has lost; there should be none."""
    old, new = read_ledger(before), read_ledger(now)
    lost = [str(name) for name in old.published if name not in new.published]
    return (*lost, *(f"retired {name}" for name in old.retired if name not in new.retired))
