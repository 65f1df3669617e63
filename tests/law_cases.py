# SPDX-License-Identifier: MIT
"""A small law library with every case: versions, a contested item, a tombstone, a mere name."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

RULES = """\
    # SPDX-License-Identifier: MIT
    instrument: rules
    title: 演示用的买卖规定
    short: 买卖规定
    aliases: [买卖条例]
    kind: departmental_rule
    issuer: 某机关
    number: 第七号令
    version: 2020 年修正
    promulgated: "2019-12-01"
    effective_from: "2020-01-01"
    amended_by: [2024-05-01 修正第二条]
    status: in_force
    note: 第二条改过一次。
    official: 某机关网站
    grade: B
    verified: 只用于测试。
    checked_on: "2026-11-21"
    review_by: "2027-02-21"
    formerly: [demo]
    provisions:
      rules-3-1-2:
        article: 3
        paragraph: 1
        item: 2
        lead: 有下列情形之一的，可以不退：
        text: （二）已经用完的；
        plain: 用完了，就很难退。
        use: 先看用了没有。
        twist: 商家会说：看一眼就算用完。
        reply: 看一眼不等于用完。
        limits: 没用完的不归它管。
        contested: true
        readings: [打开看过就算用完。, 真的用掉才算用完。]
        answers: [商家说概不退换，有用吗？]
        keywords: [概不退换]
      rules-2-new:
        article: 2
        text: |-
          七日内可以退。
          商家应当在三日内答复。
        plain: 七天内可以退，商家三天内要回话。
        use: 想退的时候。
        answers: [几天内可以退？, 商家说概不退换，有用吗？]
        effective_from: "2024-05-01"
        grade: A
        verified: 与两份来源一致。
        checked_on: "2026-11-20"
        formerly: [rules-2-now]
      rules-2-old:
        article: 2
        text: 三日内可以退。
        plain: 从前是三天内可以退。
        use: 看旧的买卖。
        answers: [从前几天内可以退？]
        effective_to: "2024-05-01"
      demo-1: {article: 1, text: 第一条的原文。, plain: 白话。, use: 用得上的时候。}
    """
TOMBSTONE = """\
    # SPDX-License-Identifier: MIT
    instrument: old-rules
    title: 演示用的旧规定
    short: 旧规定
    kind: departmental_rule
    issuer: 某机关
    version: 2010 年公布
    effective_from: "2010-01-01"
    effective_to: "2020-01-01"
    status: repealed
    replaced_by: [rules]
    official: 某机关网站
    grade: B
    verified: 只用于测试。
    checked_on: "2026-11-21"
    review_by: "2027-02-21"
    """
NAMED = """\
    # SPDX-License-Identifier: MIT
    instrument: only-named
    title: 演示用的平台规则
    short: 平台规则
    kind: platform_rule
    issuer: 某平台
    version: 现行版本
    status: in_force
    note: 只说有这个规则，以官方文本为准。
    official: 某平台网站
    grade: named
    verified: 只核对到名字。
    checked_on: "2026-11-21"
    review_by: "2027-02-21"
    """
LAW = {"law/demo.yaml": RULES, "law/old.yaml": TOMBSTONE, "law/named.yaml": NAMED}


def law_files(law: Mapping[str, str] = LAW) -> dict[str, bytes]:
    """The files of `law`, as bytes."""
    return {path: dedent(text).encode() for path, text in law.items()}
