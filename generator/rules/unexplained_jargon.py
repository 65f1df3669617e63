# SPDX-License-Identifier: MIT
"""A word of law or of the trade is used, and the glossary does not explain it (a warning).

## Why
A reader of fifteen meets 追认 or 核销 here for the first time, in the middle of a quarrel. Each
such word that the list below watches needs an entry in `glossary.yaml`, as its `term` or among
its `also`. A library without a glossary is not looked at.

## Fails
    # glossary.yaml does not know 追认
    answer: 监护人没有追认。

## Passes
    # glossary.yaml: {zhui-ren: {term: 追认, plain: 事后表示认可。}}
    answer: 监护人没有追认。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.located import Located
from generator.model import Library
from generator.problems import Severity
from generator.rules.subject import Finding, Subject
from generator.rules.texts import words_of

CODE, NAME = "TXT003", "unexplained-jargon"

# What is watched, by why it needs explaining.
_WATCHED = {
    "是只有法律里才用的词": """
        不当得利 公序良俗 重大误解 显失公平 格式条款 行为能力 法定代理人 相对人 第三人 孳息 抗辩
        追认 追偿 连带 除斥 恢复原状 权利凭证 强制性规定 举证 质证 管辖 住所地 履行地 审结 送达
        裁定 支付令 保全 强制执行 时效 诉讼时效 先行赔付 公证 备付金 违约金 抵销 代位 数据电文
        电子数据 数字化商品 质量保证期 合理期限 民事责任 小额诉讼 简易程序 起诉状 立案 虚拟财产
        视为 反诉 扣划 届满 一审 终审
    """,
    "平常也用，在法律里另有意思": """
        撤销 解除 催告 履行 交付 瑕疵 欺诈 无效 过错 善意 恶意 主张 推定 返还 调解 仲裁 和解 受理
        被告 经营者 监护人 应当知道 违约 债务 申诉 上诉 公示 下落不明 检验 争议 三倍赔偿 预付款
        担保 免责
    """,
    "是电脑和网络的专门词": "时间戳 哈希 区块链 电子签名 共享屏幕",
    "是这一行的行话": """
        核销 卡密 卡盟 发卡网 上游 撮合 直充 代充 慢充 快充 补单 掉单 包赔 换绑 号主 黑卡 解冻金
        刷流水 刷量 外挂 代练 区服 免密支付 自动续费 代扣 代收 商户单号 交易单号 支付机构 支付公司
        发卡银行 流水 异议期 平台介入 盗刷 拒付 预授权 代理
    """,
}
_REASONS = {word: reason for reason, words in _WATCHED.items() for word in words.split()}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every watched word without an explanation, once, where it stands first."""
    explained = explained_by(subject.library)
    if not explained:
        return
    places: dict[str, list[Located]] = {}
    for shown in subject.texts:
        for word in watched_in(shown.text, explained) - explained:
            places.setdefault(word, []).append(shown.text)
    for word, texts in places.items():
        message = f"“{word}”{_REASONS[word]}，词汇表没有解释它（用在 {len(texts)} 处）。"
        hint = "在 glossary.yaml 里解释它；或者换成平常的话。"
        yield Finding(texts[0].span, message, hint, (), Severity.WARNING)


def jargon_in(text: str, explained: frozenset[str]) -> frozenset[str]:
    """The words in `text` that need explaining, whether the glossary has them or not."""
    return watched_in(text, explained) & _REASONS.keys()


def reason(word: str) -> str:
    """Why a watched word needs explaining, as the end of a sentence about it."""
    return _REASONS[word]


def explained_by(library: Library) -> frozenset[str]:
    """Every word that the glossary explains."""
    return frozenset(word for term in library.glossary.values() for word in words_of(term))


def watched_in(text: str, explained: frozenset[str]) -> frozenset[str]:
    """The words in `text` that need explaining, and those of `explained` that stand there."""
    return frozenset(_any_of(explained).findall(text))


@cache
def _any_of(explained: frozenset[str]) -> re.Pattern[str]:
    # The longest first: where 法定代理人 is explained, the 代理 in it needs no entry.
    words = sorted({*_REASONS, *explained}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))
