# SPDX-License-Identifier: MIT
"""For every shipped invariant an edit of the shipped files that breaks what it promises.

Each edit is a slip an editor could make: a wrong target, a moved option, a forgotten line.
"""

from __future__ import annotations

from dataclasses import dataclass

TREE = "trees/full-refund.yaml"
ACCOUNTS = "trees/shared-accounts.yaml"
VOID = "trees/shared-void.yaml"
CLOSED = "trees/shared-closed.yaml"
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


def _split(row: str, outcome: str, one: str, rest: str) -> tuple[Edit, ...]:
    """A row gets another outcome for `one` more condition, and stays for the `rest`."""
    old = f"      - when: {{{row}}}\n        next: outcome/{outcome}\n"
    return (
        Edit(
            TREE,
            old,
            f"      - when: {{{row}, {one}}}\n        next: outcome/over-three-years\n"
            f"      - when: {{{row}, {rest}}}\n        next: outcome/{outcome}\n",
        ),
    )


def _worse_when(redemption: str, rest: str) -> tuple[Edit, ...]:
    """Misdescribed and proven: one state of redemption gets a worse outcome than the rest."""
    start = "      - when: {problem: not_as_described, redemption: "
    return (
        Edit(
            TREE,
            f"{start}[not_delivered, unused, unsure], ",
            f"{start}{redemption}, {PROVEN}\n        next: outcome/over-three-years\n"
            f"{start}{rest}, ",
        ),
    )


def _worse_with(proof: str, other: str) -> tuple[Edit, ...]:
    """Misdescribed and used: having `proof` gets a worse outcome than having only the `other`."""
    start = "      - when: {problem: not_as_described, redemption: [partly, used], "
    return (
        Edit(
            TREE,
            f"{start}{PROVEN}\n",
            f'{start}{proof}: "yes"}}\n        next: outcome/over-three-years\n'
            f'{start}{proof}: "no", {other}: "yes"}}\n',
        ),
    )


MUTANTS: dict[str, tuple[Edit, ...]] = {
    "pay-again-means-police": _option("pay_more", "police-first", "merchant-gone"),
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
    "outside-only-for-risky-goods": _to("account-taken-back", "void-goods"),
    "used-is-never-full": _to("misdescribed-used", "misdescribed-with-proof"),
    "own-mistake-is-never-full": _to("wrong-not-arrived", "wrong-by-merchant"),
    "nothing-paid-nothing-back": _option('"no"', "nothing-paid", "check-payment-first"),
    "unclear-problem-is-looked-into": (
        Edit(
            TREE,
            "      unsure: outcome/check-order-first\n    next: product\n",
            "      unsure: payer\n    next: product\n",
        ),
    ),
    "waiting-only-before-the-day": _to("not-arrived-no-date", "wait-until-due"),
    "three-years-are-a-limit": _option("over_3_years", "over-three-years", "code-invalid-later"),
    "no-proof-is-never-full": _to("misdescribed-no-proof", "misdescribed-used"),
    "under-eight-is-full": _option("under_8", "minor-under-8", "minor-8-to-17"),
    "minor-outcomes-are-for-children": _option("family", "family-paid", "minor-own-income"),
    "promised-refunds-are-kept": _to("changed-mind-promised", "changed-mind-not-confirmed"),
    "seven-days-for-defects": (
        Edit(TREE, "received: within_7_days}", "received: [within_7_days, unsure]}"),
        Edit(
            TREE,
            "received: [within_1_year, within_3_years, unsure]}",
            "received: [within_1_year, within_3_years]}",
        ),
    ),
    "gone-is-about-gone": _to("service-closed", "merchant-gone"),
    "channel-does-not-judge": _split(
        "problem: service_closed", "service-closed", "channel: transfer",
        "channel: [wechat, alipay, bank, carrier, app_store, site_balance, unsure]",
    ),
    "seller-does-not-judge": _split(
        "problem: short", "short-delivery", "merchant: overseas",
        "merchant: [official, platform_shop, card_site, private_agent, secondhand, unsure]",
    ),
    "amount-does-not-judge": (
        Edit(
            TREE,
            "    ask: amount\n",
            "    ask: amount\n    options:\n      under_166: outcome/misdescribed-no-proof\n",
        ),
    ),
    "refusal-does-not-judge": _split(
        "problem: short", "short-delivery", "stance: fee",
        "stance: [not_contacted, refuses, stalling, balance_only]",
    ),
    "unused-is-no-worse": _worse_when("unused", "[not_delivered, unsure]"),
    "undelivered-is-no-worse": _worse_when("not_delivered", "[unused, unsure]"),
    "younger-is-no-worse": _option("under_8", "minor-under-8", "minor-own-income"),
    "page-proof-helps": _worse_with("proof.page", "proof.chat"),
    "chat-proof-helps": _worse_with("proof.chat", "proof.page"),
    "overdue-is-no-worse": _to("not-arrived-overdue", "over-three-years"),
    "sellers-mistake-is-no-worse": _to("wrong-by-merchant", "over-three-years"),
    "sooner-is-no-worse": _to("code-invalid-prompt", "over-three-years"),
    "unconfirmed-is-no-worse": _to("changed-mind-confirmed", "changed-mind-not-confirmed"),
    # ---- accounts ----
    "named-things-promise-nothing": (Edit(ACCOUNTS, "named: named\n", "named: sort\n"),),
    "own-cards-are-stopped-first": (
        Edit(VOID, "mine: outcome/named-lent\n", "mine: outcome/named-bought\n"),
    ),
    "own-ban-is-hard": (
        Edit(ACCOUNTS, "outcome/account-banned-mine\n", "outcome/account-banned-before\n"),
    ),
    "sellers-are-not-sent-to-12315": (
        Edit(
            "outcomes/accounts.yaml",
            "      - claim-sale-price\n      - platform-complaint\n",
            "      - claim-sale-price\n      - complain-12315\n",
        ),
    ),
    "held-money-is-held": (
        Edit(
            "outcomes/accounts.yaml",
            '      - {action: hold-the-escrow, when: {account_has.held: "yes"}}\n'
            "      - remind-and-set-date\n",
            "      - remind-and-set-date\n",
        ),
    ),
    # ---- void-goods ----
    "risky-and-pay-again-means-police": (
        Edit(VOID, "pay_more: outcome/police-first\n", "pay_more: outcome/void-unclear\n"),
    ),
    "gambling-is-told-to-the-police": (
        Edit(VOID, "outcome/void-gambling\n", "outcome/void-goods\n"),
    ),
    # ---- closed ----
    "free-things-are-hard": (
        Edit(CLOSED, "free: outcome/free-points-gone\n", "free: outcome/closed-gone\n"),
    ),
    "bankrupt-means-register": (
        Edit(CLOSED, "bankrupt: outcome/closed-bankrupt\n", "bankrupt: outcome/closed-gone\n"),
    ),
    "bonus-does-not-judge": (
        Edit(
            CLOSED,
            "    ask: closed_bonus\n",
            '    ask: closed_bonus\n    options:\n      "no": outcome/closed-gone\n',
        ),
    ),
}  # fmt: skip
