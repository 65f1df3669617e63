# SPDX-License-Identifier: MIT
"""Names of laws: which words may be one, and when two spellings are the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SPACE = re.compile(r"\s+")
_FULL_NAME = "中华人民共和国"
# 《消费者权益保护法（2013年修正）》 is the law itself, with a note.
_EDITION = re.compile(
    r"\((\d{4})年?(?:第[一二三四五]次)?(?:(?:修[正订改]|公布|通过)?版?(?:文本)?)\)\Z"
)
_QUOTES = {ord("〈"): "《", ord("〉"): "》", ord("<"): "《", ord(">"): "》"}

# Whole names that are ordinary words, or end in one: 《剑与魔法》 is a game, 《无法》 a song.
_NOT_LAW = re.compile(
    r"(?:[魔兵剑书方做说玩打手语无拳算心枪功刀写看想疗戏乘除加减历佛违合依非设枪忍礼针阵画唱读]|(?<!适)用)法\Z"
    r"|\A(?:办法|规定|解释|条例|细则|法)\Z"
)
_LAW = re.compile(
    r"(?:法|法典|条例|办法|规定|解释|细则|通则|总则|修正案|若干问题的(?:意见|批复)"
    r"|关于.*(?:决定|通知|意见|批复|纪要)|(?:法院|诉讼|仲裁|国家|全国).*(?:规则|规程)|国.*公约|宪法)"
    r"(?:\([^()]*\))*(?:司法解释)?\Z"
)
# An act that only changes others holds no rule that we could quote.
_AMENDING = re.compile(r"关于(?:修改|废止|公布|印发|施行)")

WELL_KNOWN = (
    "宪法", "合同法", "民法通则", "民法总则", "侵权责任法", "物权法", "产品质量法", "广告法",
    "价格法", "反垄断法", "网络安全法", "数据安全法", "个人信息保护法", "未成年人保护法",
    "电子签名法", "仲裁法", "人民调解法", "行政复议法", "行政诉讼法", "行政处罚法", "公证法",
    "著作权法", "商标法", "专利法", "食品安全法", "劳动法", "劳动合同法", "公司法", "证券法",
    "税收征收管理法", "商业银行法", "反洗钱法", "旅游法", "保险法", "票据法", "立法法",
    "法律援助法", "家庭教育促进法", "预防未成年人犯罪法",
)  # fmt: skip
"""Laws that people name without 《》; one that the library lacks must not slip through."""


def plain_name(name: str) -> str:
    """`name` without the differences that do not matter: width, spaces, kind of quotes.

    A year stays: 互联网法院规定（2018） is not the one of 2025.
    """
    plain = _SPACE.sub("", unicodedata.normalize("NFKC", name))
    return plain.translate(_QUOTES).removeprefix(_FULL_NAME)


def without_edition(plain: str) -> tuple[str, str]:
    """A plain name without the edition that it ends with, and the year of that edition."""
    found = _EDITION.search(plain)
    return (plain[: found.start()], found[1]) if found else (plain, "")


def looks_like_law(title: str) -> bool:
    """Whether what stands in 《》 ends the way laws do, and is no amendment of others."""
    plain = plain_name(title)
    return bool(_LAW.search(plain)) and not _NOT_LAW.search(plain) and not _AMENDING.search(plain)


@lru_cache(maxsize=8)
def pattern_of(names: frozenset[str]) -> str:
    """A pattern for any of `names` written without 《》, the longest first."""
    spelt = {spelling for name in (*names, *WELL_KNOWN) for spelling in _spellings(name)}
    longest_first = sorted(spelt, key=lambda name: (-len(name), name))
    any_name = "|".join(_loosely(name) for name in longest_first)
    # 人民法院, 民法律师; and 消法实施办法 is another instrument than 消法.
    not_part = "[院律官治庭学盲典]|定[^的]|(?:实施|施行)[一-龥]|的?(?:司法)?解释|修正案"
    return rf"(?:{any_name})(?!{not_part})"


def _spellings(name: str) -> Iterable[str]:
    yield name
    yield name.removeprefix(_FULL_NAME)
    if not name.startswith((_FULL_NAME, "最高人民法院")):
        yield _FULL_NAME + name


def _loosely(name: str) -> str:
    """`name` as a pattern in which brackets may be of any width."""
    classes = {"(": "[(（]", "（": "[(（]", ")": "[)）]", "）": "[)）]"}
    return "".join(classes.get(sign, re.escape(sign)) for sign in name)
