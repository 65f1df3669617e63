# SPDX-License-Identifier: MIT
"""What the YAML parser complains about, in words an editor can act on."""

from __future__ import annotations

import re

# (part of libyaml's message, what is wrong, what to do); the first that fits is used.
_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        "这里像是一个键，但后面没有冒号。",
        "键后面写英文冒号加空格“: ”，不是中文冒号“：”；长文字前用 |- 换行写。",
    ),
    (
        "mapping values are not allowed",
        "这里不能再出现“: ”。",
        "含有英文冒号的文字要用引号括起来，或者检查缩进。",
    ),
    ("found character '\\t'", "这里有制表符（Tab）。", "把 Tab 换成空格。"),
    (
        "found character",
        "这里的字符不能出现在文字开头。",
        "以 @ ` % 等字符开头的文字要用引号括起来。",
    ),
    (
        "did not find expected key",
        "缩进或者括号对不上。",
        "同一层的键要从同一列开始；检查引号和括号是否成对。",
    ),
    (
        "did not find expected ',' or",
        "方括号或花括号没有写完整。",
        "检查 [ ] { } 是否成对，中间用英文逗号。",
    ),
    (
        "did not find expected '-' indicator",
        "列表的缩进对不上。",
        "同一列表里的 - 要从同一列开始。",
    ),
    ("found unexpected end of stream", "引号没有闭合，一直到文件结尾。", "补上另一半引号。"),
    ("found unexpected document indicator", "引号里出现了 --- 或 ...。", "检查引号是否成对。"),
    ("found undefined alias", "引用了没有定义的别名。", "本项目不用 & 和 *；把内容直接写出来。"),
    ("found duplicate anchor", "锚点写了两次。", "本项目不用 & 和 *；把内容直接写出来。"),
    ("found undefined tag handle", "不认识的 ! 标记。", "删掉它；如果是文字，用引号括起来。"),
    (
        "block sequence entries are not allowed",
        "这里不能写列表的 -。",
        "列表要另起一行，并且缩进。",
    ),
    ("did not find expected node content", "这里缺一个值。", "冒号或逗号后面要有内容。"),
    ("invalid leading UTF-8", "这里的字节不是 UTF-8 文字。", "把文件另存为 UTF-8 编码。"),
    ("unknown escape character", "双引号里有不认识的 \\ 写法。", "改用单引号，或者写成 \\\\。"),
    (
        "invalid Unicode character escape code",
        "双引号里用反斜杠写的字符不存在。",
        "删掉它，把要显示的字直接写出来。",
    ),
    (
        "did not find expected <document start>",
        "文件在这里已经结束，后面又多了内容。",
        "检查这一行的缩进。",
    ),
    (
        "did not find expected comment or line break",
        "| 或 > 后面不能直接跟文字。",
        "换一行，缩进后再写。",
    ),
)


def explain(fault: str) -> tuple[str, str]:
    """The libyaml message `fault` as (what is wrong, what to do), in Chinese."""
    for needle, message, hint in _EXPLANATIONS:
        if needle in fault:
            return message, hint
    return "这里的 YAML 写法读不懂。", f"检查缩进、引号和冒号。（解析器原话：{fault}）"


_VALUE_QUOTE = re.compile(r"(?:^|[:\-\[{,] +)(\"(?:[^\"\\]|\\.)*)$")


def unpaired_quote(text: str, until: int) -> tuple[int, int] | None:
    """(line, column) of the last value before line `until` whose double quote never closes.

    The parser itself only notices at the next quote, often many lines further down.
    """
    for number, line in reversed(list(enumerate(text.split("\n")[:until], 1))):
        if (match := _VALUE_QUOTE.search(line.rstrip())) is not None:
            return number, match.start(1) + 1
    return None


_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "r": "\r", "N": "\x85",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def escape_offset(written: str, character: str) -> int:
    """Where the escape for `character` begins in `written`, a text in double quotes."""
    for match in _ESCAPE.finditer(written):
        digits = match[1] or match[2] or match[3]
        if (chr(int(digits, 16)) if digits else _LETTERS.get(match[4])) == character:
            return match.start()
    return 0
