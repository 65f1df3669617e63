# SPDX-License-Identifier: MIT
"""For every shipped invariant an edit of the shipped files that breaks what it promises.

Each edit is a slip an editor could make: a wrong target, a moved option, a forgotten line.
"""

from __future__ import annotations

from dataclasses import dataclass

TREE = "trees/full-refund.yaml"
CHILD = "trees/shared-child.yaml"
RENEWAL = "trees/shared-renewal.yaml"
WRONG = "trees/shared-wrong.yaml"
STOLEN = "trees/shared-stolen.yaml"
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
        Edit("outcomes/payer.yaml", "[minfadian-985]\n    today:\n      - freeze-and-report-"
             "payment\n", "[minfadian-985]\n    today:\n"),
    ),
    "risky-goods-promise-nothing": _option("risky", "void-goods", "misdescribed-used"),
    "outside-only-for-risky-goods": _to("account-taken-back", "void-goods"),
    "used-is-never-full": _to("misdescribed-used", "misdescribed-with-proof"),
    "own-mistake-is-never-full": (
        Edit(WRONG, "{done: outcome/wrong-not-arrived,", "{done: outcome/wrong-by-merchant,"),
    ),
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
    "under-eight-is-full": (
        Edit(CHILD, "outcome/minor-under-8\n", "outcome/minor-8-to-17\n"),
    ),
    "minor-outcomes-are-for-children": (
        Edit("trees/shared-family.yaml", "outcome/family-paid", "outcome/minor-own-income"),
    ),
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
    "younger-is-no-worse": (
        Edit(CHILD, "outcome/minor-under-8\n", "outcome/minor-own-income\n"),
    ),
    "page-proof-helps": _worse_with("proof.page", "proof.chat"),
    "chat-proof-helps": _worse_with("proof.chat", "proof.page"),
    "overdue-is-no-worse": _to("not-arrived-overdue", "over-three-years"),
    "sellers-mistake-is-no-worse": (
        Edit(WRONG, "{done: outcome/wrong-by-merchant,", "{done: outcome/over-three-years,"),
    ),
    "sooner-is-no-worse": _to("code-invalid-prompt", "over-three-years"),
    "unconfirmed-is-no-worse": _to("changed-mind-confirmed", "changed-mind-not-confirmed"),
    "guardian-paid-is-never-full": (
        Edit(CHILD, "helped: outcome/minor-consented", "helped: outcome/minor-own-account"),
    ),
    "small-spending-is-only-judged-from-eight": (
        Edit(CHILD, "child_age: under_8, guardian_knew: unsure}\n        next: outcome/"
             "minor-under-8-prove", "child_age: under_8, guardian_knew: unsure}\n"
             "        next: outcome/minor-small"),
    ),
    "child-device-helps": (
        Edit(CHILD, '{any: [{child_proof.device: "yes"}, {child_proof.time: "yes"}, '
             '{child_proof.voice: "yes"}]}', '{child_proof.device: "no", any: '
             '[{child_proof.time: "yes"}, {child_proof.voice: "yes"}]}'),
        Edit(CHILD, "    ask: child_proof\n    cases:\n", "    ask: child_proof\n    cases:\n"
             '      - when: {child_proof.device: "yes"}\n        next: outcome/minor-small\n'),
    ),
    "unknowing-guardian-is-no-worse": (
        Edit(CHILD, "next: outcome/minor-own-account", "next: outcome/over-three-years"),
        Edit(CHILD, "helped: outcome/minor-consented", "helped: outcome/minor-shared-fault"),
    ),
    "minors-are-warned-of-lies": (
        Edit("outcomes/minors.yaml", "warnings: [no-fake-minor, no-code-sharing, second-scam",
             "warnings: [no-code-sharing, second-scam"),
    ),
    "charged-after-cancelling-is-full": (
        Edit(RENEWAL, "next: outcome/renewal-after-cancel\n", "next: outcome/auto-renewal\n"),
    ),
    "renewal-stops-first": (
        Edit("outcomes/renewal.yaml", "today: [cancel-auto-renew, ask-goodwill-refund]",
             "today: [ask-goodwill-refund]"),
    ),
    "reminded-and-used-is-hard": (
        Edit(RENEWAL, 'renewal_notice: clear, renewal_used: ["yes", unsure]}\n'
             "        next: outcome/renewal-reminded",
             'renewal_notice: clear, renewal_used: ["yes", unsure]}\n'
             "        next: outcome/auto-renewal"),
    ),
    "unreminded-is-no-worse": (
        Edit(RENEWAL, 'renewal_notice: [none, hidden], renewal_used: "no"}\n'
             "        next: outcome/renewal-slipped-in",
             'renewal_notice: [none, hidden], renewal_used: "no"}\n'
             "        next: outcome/renewal-reminded"),
    ),
    "ninety-days-are-a-limit": (
        Edit("outcomes/wrong.yaml", "    deadlines: [platform-window]\n    replies: "
             "[goodwill-fixed-rule, goodwill-fee]",
             "    deadlines: [mistake-ninety-days, platform-window]\n    replies: "
             "[goodwill-fixed-rule, goodwill-fee]"),
    ),
    "told-owner-is-no-worse": (
        Edit(WRONG, "next: outcome/wrong-owner-knows", "next: outcome/over-three-years"),
        Edit(WRONG, "next: outcome/wrong-owner-used", "next: outcome/wrong-arrived"),
    ),
    "own-other-number-has-no-recipient": (
        Edit(WRONG, "next: outcome/wrong-own-other\n", "next: outcome/wrong-arrived\n"),
    ),
    "given-codes-are-never-full": (
        Edit(STOLEN, "next: outcome/unauthorised-own-slip", "next: outcome/unauthorised-clean"),
    ),
    "kept-secrets-are-no-worse": (
        Edit(STOLEN, "next: outcome/unauthorised-clean", "next: outcome/over-three-years"),
    ),
}  # fmt: skip
