# SPDX-License-Identifier: MIT
"""What an editor program says of each kind of file, each key and each allowed value.

All words are for people who write content: Simplified Chinese, short. The keys of `FIELDS` and
`VALUES` are model classes and field names (not the keys in YAML).
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.schema import words_law, words_outcomes, words_trees

KINDS: Mapping[str, tuple[str, str]] = {
    "facts": ("事实", "我们问读者的事。每件事只写一次，所有的树共用。"),
    "trees": ("树或共用段", "先问什么，再去哪里。写 tree 是一棵树，写 subtree 是共用段。"),
    "outcomes": ("结论", "读者最后看到的一页：能不能退，接着做什么。"),
    "actions": ("行动", "一步一步怎么做。写一次，许多结论共用。"),
    "evidence": ("证据", "要留的东西，和怎样留才算数。"),
    "letters": ("信", "可以直接复制去发的文字。"),
    "deadlines": ("期限", "从哪一天起，多久以内要做。"),
    "replies": ("回应", "对方会怎么说，我们怎么回。"),
    "warnings": ("警告", "要先停手或者当心的事。"),
    "sums": ("算法", "读者自己填数字，一步一步算出钱。写一次，许多结论共用。"),
    "law": ("法律文件", "一部法律文件和逐字抄下的条文，一部一个文件。"),
    "scenarios": ("故事", "这样回答，应当得到这个结论。程序每次都会走一遍。"),
    "verdicts": ("结论的种类", "结论有哪几种，哪种对读者更有利。"),
    "glossary": ("词语解释", "难懂的词用大白话说一遍。"),
    "misquotes": ("流传的错误说法", "人们听来的错误说法，错在哪里，对的是什么。"),
    "topics": ("法条的问题分组", "法条页“按问题找”怎样分组，先问什么。"),
    "front": ("首页的入口", "人们会怎么说遇到的事，点了去哪份指引。"),
    "channels": ("渠道", "可以找谁，他们能做什么、不能做什么。"),
    "invariants": ("不变的约定", "不管怎样回答，都必须成立的话。程序会逐一证明。"),
}
"""File kind to its title and description."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    **words_trees.FIELDS,
    **words_outcomes.FIELDS,
    **words_law.FIELDS,
}
"""Model class and field name to a description."""

VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    **words_trees.VALUES,
    **words_outcomes.VALUES,
    **words_law.VALUES,
}
"""Model class, field name and allowed value to its meaning."""
