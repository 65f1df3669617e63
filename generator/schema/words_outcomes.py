# SPDX-License-Identifier: MIT
"""Words for outcomes, their kinds, and the pieces they are composed of."""

from __future__ import annotations

from collections.abc import Mapping

_FORMERLY = "以前用过的 id。旧的网址还认得它们。"
_WHEN = "符合这个条件才显示。不写就总是显示。例：{channel: wechat}"
_PROVISIONS = "依据的条文 id，写 law/ 里的。例：[minfadian-509-1]"

FIELDS: Mapping[str, Mapping[str, str]] = {
    "VerdictsFile": {"verdicts": "结论的种类。每项前面是它的 id。"},
    "Verdict": {
        "label": "这种结论的名字。例：可以要求全额退款",
        "meaning": "用一句话说它是什么意思。不许诺一定成功。",
        "tone": "颜色和形状。",
        "neutral": "只说先做什么，不说钱该不该退。写 true 的，不会和别的结论矛盾。",
        "better_than": "它比哪几种对读者更有利。没写先后的两种，互不比较。",
        "formerly": _FORMERLY,
    },
    "OutcomesFile": {"outcomes": "这个文件里的结论。每项前面是它的 id。"},
    "Outcome": {
        "title": "一句话说出答案。",
        "verdict": "是哪一种结论。写 verdicts.yaml 里的 id。",
        "summary": "两三句：是什么、为什么、有什么难处。",
        "synonyms": "人们搜这种情形时会用的词。",
        "formerly": _FORMERLY,
        "reasons": "为什么。一项一个理由，至少一项不带条件。",
        "today": "今天就做的一到三件事。写 actions/ 里的 id，至少一项不带条件。",
        "road": "之后的路，按先后写。写 actions/ 里的 id。",
        "sums": "读者可以自己算的钱。写 sums/ 里的 id。",
        "evidence": "要留的证据，最要紧的写前面。写 evidence/ 里的 id。",
        "letters": "可以发的信。写 letters/ 里的 id。",
        "deadlines": "要赶的期限。写 deadlines/ 里的 id。",
        "replies": "对方会怎么说，怎么回。写 replies/ 里的 id。",
        "warnings": "警告。写 warnings/ 里的 id。",
        "provisions": "这一页引用的条文。写 law/ 里的 id，至少一项不带条件。",
        "avoid": "不要做的事，一句一项。例：不要点“确认收货”。",
        "changes": "什么会改变这个结论，一句一项。",
    },
    "Reason": {"text": "理由，一两句话。", "provisions": _PROVISIONS, "when": _WHEN},
    "Note": {"text": "一句能单独读懂的话。", "when": _WHEN},
    "ActionUse": {"action": "行动的 id，写 actions/ 里的。", "when": _WHEN},
    "EvidenceUse": {"evidence": "证据的 id，写 evidence/ 里的。", "when": _WHEN},
    "LetterUse": {"letter": "信的 id，写 letters/ 里的。", "when": _WHEN},
    "DeadlineUse": {"deadline": "期限的 id，写 deadlines/ 里的。", "when": _WHEN},
    "SumUse": {"sum": "算法的 id，写 sums/ 里的。", "when": _WHEN},
    "ReplyUse": {"reply": "回应的 id，写 replies/ 里的。", "when": _WHEN},
    "WarningUse": {"warning": "警告的 id，写 warnings/ 里的。", "when": _WHEN},
    "ProvisionUse": {"provision": "条文的 id，写 law/ 里的。", "when": _WHEN},
    "ActionsFile": {"actions": "这个文件里的行动。每项前面是它的 id。"},
    "Action": {
        "title": "做什么，一句短话。例：给商家发一段话",
        "stage": "这一步在哪个阶段。",
        "steps": "一步一项，照着做就行。",
        "bring": "要带上的东西，一样一项。",
        "wait": "大约等多久。例：等到你写的那一天。",
        "wait_kind": "等的时间从哪里来。",
        "if_refused": "被拒绝了怎么办。",
        "limits": "这一步帮不上什么。",
        "provisions": _PROVISIONS,
        "formerly": _FORMERLY,
    },
    "EvidenceFile": {"evidence": "这个文件里的证据。每项前面是它的 id。"},
    "Evidence": {
        "title": "是什么东西。例：订单页",
        "how": "怎样留下来。例：截下订单号、状态和时间。",
        "keep": "怎样保管，留多久。",
        "provisions": _PROVISIONS,
        "formerly": _FORMERLY,
    },
    "LettersFile": {"letters": "这个文件里的信。每项前面是它的 id。"},
    "Letter": {
        "title": "这封信叫什么。例：要求退款",
        "to": "发给谁。例：商家客服",
        "fields": "信里要填的空。前面是空的 id，后面是中文名。例：{order-no: 订单号}",
        "body": "信的文字。要填的地方写成 {order-no}，每一个都要写进 fields。",
        "provisions": _PROVISIONS,
        "formerly": _FORMERLY,
    },
    "SumsFile": {"sums": "这个文件里的算法。每项前面是它的 id。"},
    "Sum": {
        "title": "算的是什么钱。例：没用完的天数，折成多少钱",
        "method": "用哪一种算法。每一种要填什么，见编辑手册。",
        "kind": "这样算从哪里来。",
        "labels": "换掉格子的名字。前面是格子的 id。例：{total: 会员一共多少天}",
        "example": '一个例子，每一格填一个数，数要加引号。例：{paid: "60.00", total: "30"}',
        "note": "什么时候用它，数从哪里看。",
        "limits": "它算不准什么，谁来定。",
        "provisions": "依据的条文 id，写 law/ 里的。kind 是 law 时必须写。",
        "formerly": _FORMERLY,
    },
    "DeadlinesFile": {"deadlines": "这个文件里的期限。每项前面是它的 id。"},
    "Deadline": {
        "title": "是什么期限。例：质量问题七天内退",
        "kind": "期限从哪里来。",
        "clock": "从哪件事起算。例：收到商品",
        "days": "多少天。days、months、years 最多写一个。例：7",
        "months": "多少个月。days、months、years 最多写一个。",
        "years": "多少年。days、months、years 最多写一个。",
        "note": "要补充的一句话。",
        "provisions": "依据的条文 id，写 law/ 里的。kind 是 law 时必须写。",
        "formerly": _FORMERLY,
    },
    "RepliesFile": {"replies": "这个文件里的回应。每项前面是它的 id。"},
    "Reply": {
        "they_say": "对方会怎么说。例：一律不退。",
        "answer": "怎么回他。",
        "provisions": _PROVISIONS,
    },
    "WarningsFile": {"warnings": "这个文件里的警告。每项前面是它的 id。"},
    "Warn": {
        "tone": "有多要紧。",
        "text": "警告的文字。例：不要再付第二次钱。",
        "provisions": _PROVISIONS,
    },
}

VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "Verdict": {
        "tone": {
            "good": "对读者有利",
            "partly": "一部分有利",
            "open": "还没定，要看情况",
            "hard": "比较难",
            "danger": "有危险，先停手",
            "outside": "不归这里管",
        },
    },
    "Action": {
        "stage": {
            "self_check": "自查",
            "negotiate": "和商家协商",
            "platform": "找平台",
            "payment": "找付款的一方",
            "administration": "找行政部门",
            "court": "去法院",
            "police": "报警",
        },
        "wait_kind": {"law": "法律写明的", "practice": "平台平时的做法"},
    },
    "Deadline": {
        "kind": {"law": "法律写明的，必须写依据", "practice": "平台平时的做法"},
    },
    "Sum": {
        "method": {
            "by_days": "没用的天数占几成",
            "by_units": "没用的份数占几成",
            "missing_units": "缺的份数占几成",
            "short_delivery": "说好的减去到了的，按比例",
            "with_bonus": "充值送过钱的余额，几种算法都列出来",
            "three_times": "有欺诈时的三倍，最少 500 元",
            "fee_withheld": "付的减去退回的",
            "renewals": "每次的钱乘以次数",
            "less_use": "付的减去用过的月数乘以月价",
            "by_fault": "扣掉自己的责任，剩下的",
        },
        "kind": {"law": "法条写明了怎样算，必须写依据", "custom": "常见的算法，法条没有写"},
    },
    "Warn": {
        "tone": {"danger": "先停手、先报警", "care": "当心"},
    },
}
