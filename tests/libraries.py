# SPDX-License-Identifier: MIT
"""Small libraries for tests: a sound base, and the pieces to vary it."""

from __future__ import annotations

from textwrap import dedent

OUTCOME = """\
  {name}:
    title: {name} 的结论
    verdict: yes-you-can
    summary: 一句话。
    reasons: [因为这样。]
    today: [first-step]
    evidence: [order-page]
    provisions: [demo-1]
"""

BASE = {
    "verdicts.yaml": """\
        verdicts:
          yes-you-can: {label: 可以, meaning: 可以要求。, tone: good, better_than: [no-you-cannot]}
          no-you-cannot: {label: 比较难, meaning: 依据不足。, tone: hard}
        """,
    "facts/facts.yaml": """\
        facts:
          used:
            label: 用了没有
            question: 用了吗？
            options:
              "no": {label: 没用}
              part: {label: 用了一部分}
              "yes": {label: 用完了}
              unsure: {label: 不确定}
          arrived:
            label: 到了没有
            question: 到了吗？
            options: {"yes": {label: 到了}, "no": {label: 没到}}
        """,
    "trees/demo.yaml": """\
        tree: demo
        title: 演示
        summary: 一棵小树。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived:
            ask: arrived
            options: {"no": outcome/late}
            next: used
          used:
            ask: used
            options: {"no": outcome/fresh}
            next: outcome/late
        """,
    "actions/a.yaml": """\
        actions:
          first-step: {title: 第一步, stage: self_check, steps: [看订单。]}
        """,
    "evidence/e.yaml": """\
        evidence:
          order-page: {title: 订单页, how: 截图。}
        """,
    "law/demo.yaml": """\
        instrument: demo
        title: 演示用的规定
        short: 演示规定
        kind: departmental_rule
        issuer: 某机关
        version: 2020 年
        effective_from: "2020-01-01"
        status: in_force
        official: 无
        grade: B
        verified: 只用于测试。
        checked_on: "2026-11-21"
        review_by: "2027-02-21"
        provisions:
          demo-1: {article: 1, text: 第一条的原文。, plain: 白话。, use: 用得上的时候。}
        """,
}


def outcomes(*names: str) -> str:
    """An outcomes file with one complete outcome per name."""
    return "outcomes:\n" + "".join(OUTCOME.format(name=name) for name in names)


def library(*named: str, **files: str) -> dict[str, bytes]:
    """The base library with outcomes `named` (default: late, fresh) and files replaced.

    Keys of `files` are paths with `/` written `__` and without `.yaml`: `trees__demo`.
    """
    texts = {path: dedent(text) for path, text in BASE.items()}
    texts["outcomes/o.yaml"] = outcomes(*(named or ("late", "fresh")))
    for key, text in files.items():
        texts[key.replace("__", "/") + ".yaml"] = dedent(text)
    return {path: text.encode() for path, text in texts.items()}
