# SPDX-License-Identifier: MIT
"""Words for the law library, wrong claims about it, channels and the glossary."""

from __future__ import annotations

from collections.abc import Mapping

_FORMERLY = "以前用过的 id。旧的网址还认得它们。"
_GRADES = {
    "A": "与两份以上独立来源逐字比对一致",
    "A-": "与官方网站公布的文本逐字比对一致",
    "B": "只有一份来源的逐字文本",
    "named": "只知道名称，没有可靠的文本，不能引用条文",
}

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
        "promulgated": "哪天公布的。没有核对到就不写。",
        "effective_from": '哪天起施行。没有核对到就不写。例："2021-01-01"',
        "effective_to": "从哪天起失效（那一天已经无效）。还有效就不写。",
        "amended_by": "改过它的决定，一个一项。没有核对到就不写。",
        "status": "现在有没有效。",
        "replaced_by": "废止以后由哪几部接替。写它们的 id。",
        "note": "给读者的提醒。例：只能提名称，以官方文本为准。",
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
        "readings": "有争议时的两种读法，一种一项，都要写得公道。",
        "answers": "它能回答的日常问题，用读者的话。说法相同的会排在一起。",
        "effective_from": "这一版条文从哪天起施行。和整部文件一样就不写。",
        "effective_to": "这一版条文从哪天起失效（那一天已经无效）。和整部文件一样就不写。",
        "grade": "这一条核对得有多牢。和整部文件一样就不写。",
        "verified": "这一条怎样核对的。和整部文件一样就不写。",
        "checked_on": "这一条哪天核对的。和整部文件一样就不写。",
        "keywords": "搜索时用的词。",
        "formerly": _FORMERLY,
    },
    "MisquotesFile": {"misquotes": "流传的错误说法。每项前面是它的 id。"},
    "Misquote": {
        "claim": "错误的说法，和人们遇到的一样。例：卡密发出就不能退",
        "heard": "同一个意思的别的说法。",
        "kind": "是哪一种错。",
        "wrong": "错在哪里，一两句话。",
        "right": "对的是什么，一两句话。",
        "provisions": "依据的条文 id，写 law/ 里的。没有就不写。",
        "formerly": _FORMERLY,
    },
    "TopicsFile": {"topics": "按问题找的分组，照页面的次序。每项前面是它的 id。"},
    "Topic": {
        "title": "这一组的名字。例：能不能退",
        "questions": "这一组的问题，照页面的次序。和条文 answers 里的一字不差。",
    },
    "ChannelsFile": {"channels": "这个文件里的渠道。每项前面是它的 id。"},
    "Channel": {
        "title": "渠道的名字。例：12315 平台",
        "summary": "一两句话，说它是做什么的。",
        "run_by": "谁办的。例：市场监管部门",
        "where": "在哪里找到它。例：全国 12315 平台的网站",
        "good_for": "什么事适合找它，一件一项。",
        "can": "它能做什么，一件一项，写明依据。",
        "cannot": "它不能做什么，一件一项，写明依据。",
        "bring": "要带上的东西，一样一项。",
        "steps": "一步一项，写明依据。",
        "limits": "时间、金额这些限制，写明依据。",
        "order": "要先走哪一步，走了会挡住哪一步，写明依据。",
        "costs": "要花什么钱，写明依据。",
        "synonyms": "人们搜这个渠道时会用的词。",
        "checked_on": '哪天核对的。例："2026-11-21"',
        "review_by": '最晚哪天要再核对。例："2027-02-21"',
        "formerly": _FORMERLY,
    },
    "ChannelFact": {
        "text": "一句能单独读懂的话。",
        "grade": "这句话的依据有多牢。",
        "provisions": "依据的条文 id，写 law/ 里的。grade 是 law 时必须写。",
        "source": "依据的页面或文件的名字。grade 是 A、A-、B 时写。",
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
            "platform_rule": "平台自己的规则，不是法律",
        },
        "status": {"in_force": "现行有效", "repealed": "已经废止"},
        "grade": _GRADES,
    },
    "Provision": {"grade": _GRADES},
    "Misquote": {
        "kind": {
            "invented": "没有这条规定",
            "repealed": "从前有，已经失效",
            "misread": "有这条规定，说的不是这个意思",
            "practice": "是平台的做法，不是法律",
        },
    },
    "ChannelFact": {
        "grade": {
            "law": "法条写明的",
            "A": "与两份以上独立来源比对一致",
            "A-": "来自官方网站的页面",
            "B": "只有一份来源",
            "practice": "平台平时的做法",
            "advice": "我们的建议，没有规定这样写",
        },
    },
}
