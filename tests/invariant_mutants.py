# SPDX-License-Identifier: MIT
"""For every shipped invariant an edit of the shipped files that breaks what it promises.

Each edit is a slip an editor could make: a wrong target, a moved option, a forgotten line.
"""

from __future__ import annotations

from dataclasses import dataclass

TREE = "trees/full-refund.yaml"
FULL = "trees/01-full-refund.yaml"
NOT_ARRIVED = "trees/shared-not-arrived.yaml"
NOT_WORKING = "trees/shared-not-working.yaml"
MISDESCRIBED = "trees/shared-misdescribed.yaml"
REVERSED = "trees/shared-reversed.yaml"
SELLER = "trees/shared-seller.yaml"
SHORT = "trees/shared-short.yaml"
PROVEN = 'any: [{proof.page: "yes"}, {proof.chat: "yes"}]}'


@dataclass(frozen=True)
class Edit:
    """`old`, which stands exactly once in the file, becomes `new`."""

    path: str
    old: str
    new: str


def _to(old: str, new: str) -> tuple[Edit, ...]:
    """A row of the table of outcomes leads to another outcome."""
    return (Edit(TREE, f"        next: outcome/{old}\n", f"        next: outcome/{new}\n"),)


def _option(option: str, old: str, new: str) -> tuple[Edit, ...]:
    """An option leads to another outcome."""
    return (Edit(TREE, f"      {option}: outcome/{old}\n", f"      {option}: outcome/{new}\n"),)


def _in(path: str, old: str, new: str) -> tuple[Edit, ...]:
    """In `path`, what leads to the outcome `old` leads to `new`."""
    return (Edit(path, f"outcome/{old}\n", f"outcome/{new}\n"),)


def _split(one: str, rest: str) -> tuple[Edit, ...]:
    """What arrived short gets another outcome for `one`, and stays for the `rest`."""
    return (
        Edit(
            SHORT,
            "    exits: {done: outcome/short-delivery, gone: outcome/merchant-gone}\n",
            "    exits: {done: verdict, gone: outcome/merchant-gone}\n"
            "  verdict:\n    cases:\n"
            f"      - when: {{{one}}}\n        next: outcome/over-three-years\n"
            f"      - when: {{{rest}}}\n        next: outcome/short-delivery\n",
        ),
    )


def _worse_with(proof: str, other: str) -> tuple[Edit, ...]:
    """Misdescribed and used: having `proof` gets a worse outcome than having only the `other`."""
    start = "      - when: {redemption: [partly, used], "
    return (
        Edit(
            MISDESCRIBED,
            f"{start}{PROVEN}\n",
            f'{start}{proof}: "yes"}}\n        next: outcome/over-three-years\n'
            f'{start}{proof}: "no", {other}: "yes"}}\n',
        ),
    )


MUTANTS: dict[str, tuple[Edit, ...]] = {
    "pay-again-means-police": (
        Edit(SELLER, "pay_more: outcome/police-first\n", "pay_more: exit/gone\n"),
    ),
    "pay-again-is-warned": (
        Edit("outcomes/gone.yaml", "warnings: [no-more-pay, no-code-", "warnings: [no-code-"),
    ),
    "scam-signs-mean-police": (
        Edit(TREE, "slow_only: product\n", "slow_only: product\n      code_asked: product\n"),
    ),
    "police-has-a-reason": (
        Edit(
            TREE,
            "      unsure: outcome/check-order-first\n    next: outcome/police-first\n",
            "    next: outcome/police-first\n",
        ),
    ),
    "stolen-payment-is-frozen": (
        Edit("outcomes/payer.yaml", "      - freeze-and-report-payment\n", ""),
    ),
    "risky-goods-promise-nothing": _option("risky", "void-goods", "misdescribed-used"),
    "outside-only-for-risky-goods": _in(REVERSED, "reversed-charged-back", "void-goods"),
    "used-is-never-full": _in(MISDESCRIBED, "misdescribed-used", "misdescribed-with-proof"),
    "own-mistake-is-never-full": _to("wrong-not-arrived", "wrong-by-merchant"),
    "nothing-paid-nothing-back": _in(NOT_ARRIVED, "nothing-paid", "check-payment-first"),
    "unclear-problem-is-looked-into": (
        Edit(
            FULL,
            "      unsure: outcome/check-order-first\n    next: product\n",
            "      unsure: outcome/over-three-years\n    next: product\n",
        ),
    ),
    "waiting-only-before-the-day": _in(NOT_ARRIVED, "not-arrived-no-date", "wait-until-due"),
    "three-years-are-a-limit": _in(NOT_WORKING, "over-three-years", "code-invalid-later"),
    "no-proof-is-never-full": _in(MISDESCRIBED, "misdescribed-no-proof", "misdescribed-used"),
    "under-eight-is-full": _option("under_8", "minor-under-8", "minor-8-to-17"),
    "minor-outcomes-are-for-children": _option("family", "family-paid", "minor-own-income"),
    "promised-refunds-are-kept": _to("changed-mind-promised", "changed-mind-not-confirmed"),
    "seven-days-for-defects": _in(NOT_WORKING, "code-invalid-no-date", "code-invalid-prompt"),
    "gone-is-about-gone": (
        Edit(SHORT, "{done: outcome/short-delivery,", "{done: outcome/merchant-gone,"),
    ),
    "channel-does-not-judge": _split(
        "channel: transfer",
        "channel: [wechat, alipay, bank, carrier, app_store, site_balance, unsure]",
    ),
    "seller-does-not-judge": _split(
        "merchant: overseas",
        "merchant: [official, platform_shop, card_site, private_agent, secondhand, unsure]",
    ),
    "amount-does-not-judge": (
        Edit(
            MISDESCRIBED,
            "    ask: amount\n",
            "    ask: amount\n    options:\n      under_166: outcome/misdescribed-no-proof\n",
        ),
    ),
    "refusal-does-not-judge": _split(
        "stance: fee", "stance: [not_contacted, refuses, stalling, balance_only]"
    ),
    "unused-is-no-worse": _in(MISDESCRIBED, "misdescribed-with-proof", "over-three-years"),
    "undelivered-is-no-worse": _in(MISDESCRIBED, "misdescribed-not-delivered", "over-three-years"),
    "younger-is-no-worse": _option("under_8", "minor-under-8", "minor-own-income"),
    "page-proof-helps": _worse_with("proof.page", "proof.chat"),
    "chat-proof-helps": _worse_with("proof.chat", "proof.page"),
    "overdue-is-no-worse": _in(NOT_ARRIVED, "not-arrived-remind-first", "over-three-years"),
    "sellers-mistake-is-no-worse": _to("wrong-by-merchant", "over-three-years"),
    "sooner-is-no-worse": _in(NOT_WORKING, "code-invalid-prompt", "over-three-years"),
    "unconfirmed-is-no-worse": _to("changed-mind-confirmed", "changed-mind-not-confirmed"),
    # ---- core ----
    "urge-before-rescinding": _in(
        NOT_ARRIVED, "not-arrived-remind-first", "not-arrived-cannot"
    ),
    "given-up-means-no-waiting": _in(NOT_ARRIVED, "not-arrived-cannot", "not-arrived-no-date"),
    "own-breach-is-hard": _in(REVERSED, "reversed-own-breach", "reversed-after-delivery"),
    "own-use-is-hard": _in(NOT_WORKING, "code-used-by-me", "code-used-before"),
    "three-times-is-for-traders": (
        Edit(
            "outcomes/code.yaml",
            "      - {provision: xiaobaofa-55-1, when: {merchant: "
            "[official, platform_shop, card_site, private_agent, unsure]}}\n",
            "      - xiaobaofa-55-1\n",
        ),
    ),
    "earlier-use-helps": _in(NOT_WORKING, "code-used-before", "over-three-years"),
    "stated-limits-do-not-help": (
        *_in(NOT_WORKING, "scope-was-stated", "code-invalid-later"),
        *_in(NOT_WORKING, "scope-not-stated", "over-three-years"),
    ),
    "urging-never-hurts": (
        Edit(
            NOT_ARRIVED,
            "promised: overdue, chase: [date_passed, auto_refund]}\n"
            "        next: outcome/not-arrived-overdue\n",
            "promised: overdue, chase: [date_passed, auto_refund]}\n"
            "        next: outcome/over-three-years\n",
        ),
    ),
}  # fmt: skip
