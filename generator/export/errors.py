# SPDX-License-Identifier: MIT
"""What can go wrong while a file is made. The words are for editors."""

from __future__ import annotations


class ExportError(Exception):
    """A checklist could not be turned into a file; the message says why, in Chinese."""


class ExportUnavailable(ExportError):
    """The library that writes this kind of file is not installed."""

    def __init__(self, kind: str, library: str) -> None:
        super().__init__(
            f"生成 {kind} 要用到 {library}，这里还没有装。"
            '请先安装可选依赖 export：pip install "lubiao[export]"'
        )
