# SPDX-License-Identifier: MIT
"""Words for facts, trees, stories and what must always hold."""

from __future__ import annotations

from collections.abc import Mapping

_FORMERLY = "以前用过的 id。旧的网址还认得它们。"

FIELDS: Mapping[str, Mapping[str, str]] = {
    "FactsFile": {"facts": "这个文件里的事实。每项前面是它的 id。"},
    "Fact": {
        "label": "这件事的短名，用在“你的回答”里。例：到了没有",
        "question": "问读者的那句话。例：东西到了吗？",
        "kind": "哪一种事实。不写就是单选。",
        "help": "教人去哪里看。例：打开“我的订单”看一眼。",
        "picture": "配图的 id。只有这几张。",
        "unit": "数字的单位。例：元",
        "none": "多选题里一样也没有的那一项。例：都没有",
        "synonyms": "人们搜这件事时会用的词。例：[未到账, 没发货]",
        "classes": "把去向一样的选项归成类。前面是类的 id，后面是名字。例：{instant: 马上能到的}",
        "formerly": _FORMERLY,
        "options": "可以选的回答，至少两个。每项前面是它的 id；“不确定”的 id 是 unsure。",
    },
    "Option": {
        "label": "选项的文字，用读者的话。例：还没到",
        "short": "短名，用在地方小的时候。",
        "hint": "选项下面的一行小字。",
        "cls": "它属于哪个类。先在 classes 里写上这个类。",
        "synonyms": "人们搜这个选项时会用的词。例：[概不退换]",
        "below": "这一段的数都小于它。从小到大写，最后一段不写。例：8 表示七天以内",
        "formerly": _FORMERLY,
    },
    "Tree": {
        "tree": "这棵树的 id，会出现在网址里。",
        "title": "这份指引的题目。例：没到货，能退吗？",
        "summary": "一两句话，说它管什么事。",
        "review_by": '最晚哪天要有人复查。例："2027-05-21"',
        "synonyms": "人们搜这类事时会用的词。",
        "given": "打开这份指引就等于答了的题。例：{problem: changed_mind}",
        "formerly": _FORMERLY,
        "start": "第一题的 id，在下面的 questions 里。",
        "questions": "这棵树里的题。每项前面是它的 id，只在这棵树里用。",
    },
    "Subtree": {
        "subtree": "这一段共用的问题叫什么。别的树写 use 加上它。",
        "exits": "出口的名字。里面用 exit/名字 离开。例：[ready, empty]",
        "start": "第一题的 id，在下面的 questions 里。",
        "questions": "这一段里的题。每项前面是它的 id。",
    },
    "Question": {
        "ask": "问哪个事实。写 facts/ 里的 id。",
        "use": "用哪一段共用的问题。写共用段的 id，再用 exits 接好每个出口。",
        "options": "某个选项或类的去向。例：{unsure: outcome/look-first}",
        "next": "其余选项的去向。例：outcome/late。和 cases 只能写一个。",
        "cases": "看前面的回答决定去向，每条一个 when 和一个 next。恰好有一条符合才对。",
        "otherwise": "没有一条 cases 符合时的去向。不能收走“不确定”。",
        "exits": "共用段的每个出口接到哪里。例：{ready: sort, empty: outcome/look-first}",
    },
    "Branch": {
        "cases": "选了这一项之后，再看别的回答决定去向。恰好有一条符合才对。",
        "otherwise": "没有一条 cases 符合时的去向。不能收走“不确定”。",
    },
    "Case": {
        "when": "什么情形走这一条。例：{goods: [topup, code]}",
        "next": "去向：问题的 id、outcome/结论id、tree/树id 或 exit/出口名。",
    },
    "FrontFile": {"front": "首页“我遇到了什么”的几组入口。每组前面是它的 id。"},
    "FrontGroup": {
        "title": "这一组的标题。例：东西没到，或者不对",
        "ways": "这一组里的入口，至少一个，按先后列。",
    },
    "Way": {
        "label": "读者会怎么说。例：没到账，没收到",
        "hint": "下面的一行小字。",
        "guide": "点了去哪份指引。写 trees/ 里树的 id。",
        "answers": "点它就等于答了的题。例：{problem: not_arrived}",
        "synonyms": "人们搜这件事时会用的词。",
    },
    "ScenariosFile": {"scenarios": "这个文件里的故事。"},
    "Scenario": {
        "name": "这个故事的 id。例：late-topup",
        "story": "一两句话，像人自己讲的那样。",
        "tree": "从哪棵树走。只有一棵树时可以不写。",
        "answers": '他会怎么答，只写真的问到的题。例：{arrived: "no", kept.page: "yes"}',
        "outcome": "应当走到的结论。写 outcomes/ 里的 id。",
        "verdict": "应当得到的结论种类。写 verdicts.yaml 里的 id。",
        "mentions": "那一页必须显示的条文 id。",
        "actions": "那一页必须显示的行动 id。",
    },
    "InvariantsFile": {"invariants": "这个文件里的约定。"},
    "Invariant": {
        "name": "这条约定的 id。例：no-refund-without-order",
        "says": "用一句话说清它保证什么。",
        "because": "为什么要有它。",
        "trees": "只管哪些树。不写就管全部。一个 id，或者 id 的列表。",
        "when": "只看哪些情形。和 only 一起写时，是它要求的条件。",
        "never": "这些情形里，不许出现的结果。",
        "always": "这些情形里，必须出现的结果。",
        "only": "只有符合 when 时，才可以出现的结果。",
        "monotone": "换一个更有利的回答，结论的种类不会变差。",
        "irrelevant": "不管这件事怎么回答，结果都一样。",
    },
    "Claim": {
        "outcome": "是这个结论。写几个 id，就是其中任何一个。",
        "verdict": "是这种结论。写几个 id，就是其中任何一个。",
        "at_least": "不比这种结论差。",
        "at_most": "不比这种结论好。",
        "action": "那一页有这个行动。写几个 id，就是其中任何一个。",
        "evidence": "那一页有这样证据。写几个 id，就是其中任何一个。",
        "letter": "那一页有这封信。写几个 id，就是其中任何一个。",
        "deadline": "那一页有这个期限。写几个 id，就是其中任何一个。",
        "sum": "那一页有这个算法。写几个 id，就是其中任何一个。",
        "reply": "那一页有这个回应。写几个 id，就是其中任何一个。",
        "warning": "那一页有这个警告。写几个 id，就是其中任何一个。",
        "provision": "那一页引了这条条文。写几个 id，就是其中任何一个。",
    },
    "Monotone": {
        "fact": "看哪个事实。写它的 id；多选写 事实.选项。例：kept.page",
        "worse": "较不利的回答。一个选项 id，或者列表。",
        "better": "较有利的回答。一个选项 id，或者列表。",
    },
    "Irrelevant": {
        "fact": "看哪个事实。写它的 id；多选写 事实.选项。例：kept.page",
        "to": "什么不变。不写就是 outcome。",
        "among": "只在这些回答里比。不写就是全部。一个选项 id，或者列表。",
    },
}

VALUES: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "Fact": {
        "kind": {
            "choice": "单选",
            "number": "数字，选项要用 below 分段",
            "date": "日期，选项要用 below 分段，数的是到今天过了几天",
            "multi": "多选，要写 none",
        },
        "picture": {
            "bill-page": "付款账单页",
            "card-code": "卡号和卡密",
            "order-life": "订单从付款到收货的几步",
            "order-page": "订单页",
        },
    },
    "Irrelevant": {
        "to": {"outcome": "走到的结论不变", "verdict": "结论可以变，结论的种类不变"},
    },
}
