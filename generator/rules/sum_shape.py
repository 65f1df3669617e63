# SPDX-License-Identifier: MIT
"""A sum names a field that its method does not have, its example cannot be worked out, or it is
called legal without a provision.

## Why
The example stands on every page that shows the sum; a legal way of counting must name its law.

## Fails
    method: by_days
    kind: law
    labels: {pay: 会员付了多少钱}
    example: {paid: "60.00", total: "30", used: "31"}

## Passes
    method: by_days
    kind: custom
    labels: {paid: 会员付了多少钱}
    example: {paid: "60.00", total: "30", used: "10"}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.model import Sum
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject
from generator.sums import METHODS, Method, Refusal, labels_of, work

CODE, NAME = "SHP007", "sum-shape"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield malformed sums."""
    for name, piece in subject.library.sums.items():
        method = METHODS[piece.method]
        unknown = list(_unknown(name, piece, method))
        yield from unknown
        if not unknown:
            yield from _example(name, piece, method)
        if piece.kind == "law" and not piece.provisions:
            hint = "写上 provisions；法条没有写怎样算，就写 kind: custom。"
            yield Finding(name.span, f"法定的算法“{name}”没有写依据。", hint)


def _unknown(name: Located, piece: Sum, method: Method) -> Iterator[Finding]:
    known = [field.key for field in method.fields]
    for key in (*piece.labels, *piece.example):
        if key not in known:
            hint = did_you_mean(key, known) or f"能写的是 {'、'.join(known)}。"
            yield Finding(key.span, f"算法“{name}”没有叫“{key}”的格子。", hint)


def _example(name: Located, piece: Sum, method: Method) -> Iterator[Finding]:
    labels = labels_of(method, {str(key): str(text) for key, text in piece.labels.items()})
    worked = work(method, {str(key): str(text) for key, text in piece.example.items()}, labels)
    if isinstance(worked, Refusal):
        place = piece.example.get(Located(worked.field, name.span), name)
        hint = "每一格都要填，数要用引号括起来。"
        yield Finding(place.span, f"算法“{name}”的例子算不出来：{worked.text}", hint)
