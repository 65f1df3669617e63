# SPDX-License-Identifier: MIT
"""Words for the law library and the glossary."""

from __future__ import annotations

from collections.abc import Mapping

_FORMERLY = "以前用过的 id。旧的网址还认得它们。"

FIELDS: Mapping[str, Mapping[str, str]] = {
    "Instrument": {
        "instrument": "这部法律文件的 id。例：minfadian",
        "title": "全名。例：中华人民共和国民法典",
        "short": "短名，引用时用。例：民法典",
        "aliases": "别的叫法，搜索时用。",
        "kind": "是哪一类文件。",
        "issuer": "谁发布的。例：全国人民代表大会",
        "number": "文号。没有就不写。",
        "version": "哪一年的版本。例：2020 年公布，2021-01-01 起施行",
        "effective_from": '哪天起施行。例："2021-01-01"',
        "effective_to": "施行到哪天为止。还有效就不写。",
        "status": "现在有没有效。",
        "official": "官方的文本在哪里。例：国家法律法规数据库 flk.npc.gov.cn",
        "grade": "文本核对得有多牢。",
        "verified": "怎样核对的，用一两句话写明。",
        "checked_on": '哪天核对的。例："2026-11-21"',
        "review_by": '最晚哪天要再核对。例："2027-05-21"',
        "formerly": _FORMERLY,
        "provisions": "引用的条文。每项前面是它的 id，习惯是“文件-条-款-项”。",
    },
    "Provision": {
        "article": "第几条，写数字。例：509",
        "paragraph": "第几款，写数字。只有一款就不写。",
        "item": "第几项，写数字。没有分项就不写。",
        "lead": "只引一项时，抄下这一项前面的那半句。",
        "text": "条文，逐字照抄，一个标点都不改。",
        "plain": "用大白话说一遍。",
        "use": "什么时候帮得上。",
        "twist": "对方会怎样曲解它。",
        "reply": "对方曲解时怎么回。",
        "limits": "什么时候帮不上。",
        "contested": "有争议就写 true。",
        "keywords": "搜索时用的词。",
        "formerly": _FORMERLY,
    },
    "GlossaryFile": {"glossary": "要解释的词。每项前面是它的 id。"},
    "Term": {
        "term": "要解释的词，和我们文字里写的一样。",
        "plain": "用大白话说它是什么意思。",
        "also": "同一个意思的别的说法。",
    },
}

VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "Instrument": {
        "kind": {
            "law": "法律",
            "administrative_regulation": "行政法规",
            "departmental_rule": "部门规章",
            "judicial_interpretation": "司法解释",
        },
        "status": {"in_force": "现行有效", "repealed": "已经废止"},
        "grade": {
            "A": "与两份以上独立来源逐字比对一致",
            "A-": "与官方网站公布的文本逐字比对一致",
            "B": "只有一份来源的逐字文本",
        },
    },
}
