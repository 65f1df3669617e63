# SPDX-License-Identifier: MIT
"""Wrong claims about the law: which ones are answered, how they are marked, how they are found."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.check import check
from generator.compile.context import context
from generator.compile.misquotes import KINDS
from generator.folder import read_folder
from generator.model import Library
from generator.parse import parse
from generator.rules import known_error
from generator.rules.long_sentence import LONGEST, length_of
from generator.rules.texts import own_texts, sentences
from generator.search import index as search
from generator.site import Build, Settings, build
from tests import shipped as ours
from tests.libraries import library
from tests.page_reading import front_matter, parsed_page, words

TREES = Path(__file__).parents[1] / "decision_trees"
RIGHT = "说得对，不用纠正"
GAP = "不是说错，是漏说，由指引和法条页来补"

# The 76 claims of five articles that were looked into, each with the entry that answers it.
CLAIMS: dict[int, str] = {
    1: "digital-means-no-refund",
    2: RIGHT,
    3: "everything-is-quality",
    4: "deposit-pool",
    5: "own-mistake-never",
    6: "full-refund-24h",
    7: "proportional-refund",
    8: "article-49",
    9: "platform-days",
    10: "old-trading-measures",
    11: "amount-threshold",
    12: "twelve-is-association",
    13: "court-of-internet",
    14: "article-24-cut",
    15: "shop-must-prove",
    16: "commission-liability",
    17: "only-matching",
    18: "support-rate",
    19: "chat-not-evidence",
    20: "records-forever",
    21: "regulation-2023",
    22: "sold-is-final",
    23: "two-day-objection",
    24: "golden-24h",
    25: "overdue-five-days",
    26: "admin-inaction",
    27: "amount-threshold",
    28: RIGHT,
    29: "deposit-pool",
    30: "arrival-days",
    31: "offline-seven-days",
    32: "intact-means-refund",
    33: "agreement-wins",
    34: "fee-percent",
    35: "wrong-number-official",
    36: "arrival-days",
    37: "redeemed-is-over",
    38: "twelve-three-seven-seven",
    39: "fee-percent",
    40: "icp-means-legal",
    41: "never-unconditional",
    42: "opened-means-excluded",
    43: "rescission-in-consumer-law",
    44: "fee-percent",
    45: "redeemed-is-over",
    46: RIGHT,
    47: "sold-is-final",
    48: "refund-is-abuse",
    49: "freeze-account",
    50: "golden-24h",
    51: "refund-insurance",
    52: "forced-refund",
    53: "fifteen-days-appeal",
    54: "platform-days",
    55: "cyberspace-office",
    56: "reserve-fund-rule",
    57: "payment-takes-from-shop",
    58: "payment-15-days",
    59: RIGHT,
    60: "triple-for-everything",
    61: "twelve-is-association",
    62: "small-claim-10000",
    63: RIGHT,
    64: "twelve-forces-refund",
    65: RIGHT,
    66: RIGHT,
    67: RIGHT,
    68: "crowd-pressure",
    69: "vanished-payment-complaint",
    70: "escrow-everywhere",
    71: "refund-insurance",
    72: "accounts-free-to-trade",
    73: "reseller-is-consumer",
    74: "video-member-ecommerce",
    75: "children-always-full",
    76: GAP,
}
# Errors that circulate beside those articles.
ALSO = (
    "five-days-notice",
    "forty-five-days",
    "vanished-small-claim",
    "old-complaint-measures",
    "brushing-article-8",
    "balance-seven-days",
    "call-96110",
)
# What each watched error (rule TXT006) is answered by.
WATCHED = {
    "依据《网络交易管理办法》退款": "old-trading-measures",
    "《网络交易监督管理条例》第几条": "regulation-2023",
    "《支付机构客户备付金管理办法》": "reserve-fund-rule",
    "小额诉讼只收一万元以下": "small-claim-10000",
    "12315是消费者协会": "twelve-is-association",
    "申请强制退款": "forced-refund",
    "手续费最多 5%": "fee-percent",
    "500 元以上才能投诉": "amount-threshold",
    "商家失联就走小额诉讼": "vanished-small-claim",
    "五日前提醒": "five-days-notice",
    "45 个工作日": "forty-five-days",
    "打 12377": "twelve-three-seven-seven",
    "行政不作为": "admin-inaction",
    "聊天记录不被认可": "chat-not-evidence",
    "商品完好就有权退": "intact-means-refund",
}
TINY = """\
misquotes:
  cheap: {claim: 少于 5 元不管, kind: practice, wrong: 没有门槛。, right: 多少都可以投诉。}
  sure:
    claim: 告了<就>赢
    heard: [稳赢]
    kind: invented
    wrong: 没有人知道。
    right: 看证据。
    provisions: [demo-1]
    formerly: [certain]
  also-cheap: {claim: 少于 9 元不管, kind: practice, wrong: 没有门槛。, right: 都可以。}
"""


def built(text: str = TINY, *, directories: bool = False) -> Build:
    sources = library(misquotes=text)
    return build(sources, Settings(exports=False, directories=directories))


@pytest.fixture(scope="module")
def shipped() -> Library:
    return parse(read_folder(TREES)).library


@pytest.fixture(scope="module")
def real() -> Build:
    return ours.built()


# ---- the page ------------------------------------------------------------------------------------


def test_claims_stand_under_what_is_wrong_with_them_in_the_order_of_the_file() -> None:
    every = parsed_page(front_matter(built().files["misquotes.md"])[1])
    headings = [e.get("id") for e in every if e.tag.endswith(("}h2", "}h3"))]
    assert headings == ["kind-invented", "sure", "kind-practice", "cheap", "also-cheap"]


def test_a_claim_says_that_it_is_wrong_in_words_that_are_copied_with_it() -> None:
    every = parsed_page(front_matter(built().files["misquotes.md"])[1])
    claims = [words(e) for e in every if e.tag.endswith("}h3")]
    assert claims[0] == "✗ 误传 “告了<就>赢”"
    assert all(claim.startswith("✗ 误传 “") for claim in claims)
    right = [words(e) for e in every if e.get("class") == "lb-error__right"]
    assert all(text.startswith("✓ 正确 ") for text in right)
    assert len(right) == 3


def test_search_shows_the_mark_and_knows_the_other_wordings() -> None:
    front, body = front_matter(built().files["misquotes.md"])
    keywords = search.keywords(front["keywords"])
    entries = search.page_entries("misquotes.html", front["title"], body, keywords)
    [entry] = [e for e in entries if e["location"].endswith("#sure")]
    assert entry["title"] == "✗ 误传 “告了<就>赢”"
    assert entry["keywords"] == ["稳赢"]
    assert "看证据。" in entry["text"]


def test_an_old_anchor_still_leads_to_the_claim() -> None:
    assert '<a id="certain"></a>' in front_matter(built().files["misquotes.md"])[1]


@pytest.mark.parametrize(("directories", "law"), [(True, "../law/"), (False, "law/index.html")])
def test_provisions_and_the_law_are_linked(directories: bool, law: str) -> None:
    body = front_matter(built(directories=directories).files["misquotes.md"])[1]
    checked = check(library(misquotes=TINY)).library
    assert checked is not None
    cited = context(checked, directories=directories).law.citation("demo-1")
    assert f'href="{"../" * directories}{cited.url}"' in body
    assert f'href="{law}"' in body


def test_without_claims_there_is_no_page() -> None:
    assert "misquotes.md" not in build(library(), Settings(exports=False)).files


# ---- what we ship --------------------------------------------------------------------------------


def test_every_claim_of_the_articles_is_answered_or_set_aside_for_a_reason(
    shipped: Library,
) -> None:
    assert sorted(CLAIMS) == list(range(1, 77))
    answers = {answer for answer in CLAIMS.values() if answer not in (RIGHT, GAP)}
    assert answers <= shipped.misquotes.keys()
    assert set(map(str, shipped.misquotes)) == answers | set(ALSO)


def test_every_watched_error_is_answered(shipped: Library) -> None:
    for pattern, _ in known_error._ERRORS:
        answers = [entry for text, entry in WATCHED.items() if re.search(pattern, text)]
        assert answers, pattern
        assert set(answers) <= set(map(str, shipped.misquotes))


def test_there_are_many_each_with_a_ground_and_no_two_alike(shipped: Library) -> None:
    entries = list(shipped.misquotes.values())
    assert len(entries) >= 45
    assert {entry.kind for entry in entries} == KINDS.keys()
    sayings = Counter(str(text) for e in entries for text in (e.claim, *e.heard))
    assert [text for text, count in sayings.items() if count > 1] == []
    for entry in entries:
        assert entry.provisions, entry.claim
        assert len(set(entry.provisions)) == len(entry.provisions), entry.claim
        assert str(entry.claim) not in str(entry.right)


def test_what_is_right_never_repeats_a_known_error(shipped: Library) -> None:
    rights = {str(entry.right) for entry in shipped.misquotes.values()}
    shown = {str(text.text): text.is_theirs for text in own_texts(shipped)}
    assert not any(shown[right] for right in rights)
    told = [p.message for p in ours.checked().problems if p.code == known_error.CODE]
    assert told == []


def test_everything_is_short(shipped: Library) -> None:
    for entry in shipped.misquotes.values():
        for text in (entry.claim, entry.wrong, entry.right):
            assert all(length_of(s) <= LONGEST for s in sentences(text)), text
        assert len(entry.right) <= 110, entry.right
        assert len(entry.wrong) <= 60, entry.wrong


def test_the_shipped_page_is_sound_and_every_link_leads_somewhere(real: Build) -> None:
    front, body = front_matter(real.files["misquotes.md"])
    every = parsed_page(body)
    ids = Counter(e.get("id") for e in every if e.get("id"))
    assert set(ids.values()) == {1}
    assert {a for a in front["keywords"] if a} <= set(ids)
    pages = {path: page.content.decode() for path, page in real.files.items() if "law/" in path}
    for element in every:
        if element.tag.endswith("}a") and element.get("href"):
            path, _, anchor = element.get("href").partition("#")
            target = body if not path else pages[path.replace(".html", ".md")]
            assert not anchor or f'id="{anchor}"' in target, element.get("href")


def test_the_shipped_claims_cite_law_that_is_there_and_holds() -> None:
    problems = ours.checked().problems
    place = "misquotes.yaml"
    assert [str(p.message) for p in problems if str(p.span).startswith(place)] == []
