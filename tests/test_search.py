# SPDX-License-Identifier: MIT
"""Chinese search: the index is clean, the worker finds what people type.

Longer than the other files because every part asks the same small index, which stands here once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search import index as search
from generator.search.extract import sections

SETUP, READY, QUERY, RESULT = range(4)
WORDS = {"groups": [["未到账", "没到账"], ["三倍赔偿", "退一赔三"]], "fillers": ["怎么办", "吗"]}


def doc(location: str, title: str, text: str, **more: Any) -> dict[str, Any]:
    return {"location": location, "title": title, "text": text} | more


DOCS = [
    doc("a/", "充值未到账", "先看订单。"),
    doc("a/#ask", "向商家提出", "写清楚订单号。未到账的，要求补发。"),
    doc("b/", "话费", "有时会晚。超过承诺时间还未到账，就可以要求退款。"),
    doc("c/", "会员", "开通慢。"),
    doc("c/#arrival", "会员未到账", "看开通记录。"),
    doc("d/", "点卡", "看订单。", keywords=["未到账", "补单"]),
    doc("e/", "激活码", "提示“激活码无效”，先截图。买的 iPhone 也一样。"),
    doc("law/x/", "消费者权益保护法", "共六十三条。"),
    doc("law/x/#x-55", "第五十五条", "增加赔偿的金额为价款的三倍。主张三倍赔偿要有欺诈。"),
    doc("f/", "被骗", "a <b> & c 骗子"),
    doc("g/", "未成年人", "家长不同意，钱可以要回来。"),
]


def index_of(docs: list[dict[str, Any]]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(search.make_index(docs, WORDS))
    return loaded


@pytest.fixture(scope="module")
def cleaned() -> dict[str, Any]:
    return index_of(DOCS)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.add_script_tag(content=search.worker().decode())
    yield page
    page.close()


def find(page: Page, index: dict[str, Any], query: str) -> list[list[dict[str, Any]]]:
    reply = page.evaluate(
        """([index, query]) => {
          const answer = lubiaoSearch();
          const ready = answer({ type: 0, data: index });
          return { ready, result: answer({ type: 2, data: query }) };
        }""",
        [index, query],
    )
    assert reply["ready"] == {"type": READY}
    assert reply["result"]["type"] == RESULT
    items: list[list[dict[str, Any]]] = reply["result"]["data"]["items"]
    return items


def pages_of(items: list[list[dict[str, Any]]]) -> list[str]:
    return [group[0]["location"].split("#")[0] for group in items]


# ---- the index ---------------------------------------------------------------------------------


PAGE = """
<div class="lb"><h1 id="top">书 <em>逾期</em></h1><p>一 &lt;b&gt;</p>
<dl><dt>谁定的</dt><dd>馆里</dd></dl><ul><li>二</li><li>三&amp;</li></ul>
<p class="lb-when">如果：没还</p><button type="button">复制</button><p hidden>藏着的</p>
<h2 id="how">怎么还</h2><p>去<a href="x">服务台</a>。<svg><text>图</text></svg></p>
<h3>没有地址的标题</h3><script type="application/json">{"a": "码"}</script>
<div data-search-exclude><div>不查</div>也不查</div><p>末尾<br>换行</p></div>
"""


def test_a_page_is_cut_at_headings_and_blocks_become_lines() -> None:
    whole, how = sections(PAGE)
    assert (whole.anchor, whole.title) == ("", "书 逾期")
    assert whole.text == "一 <b>\n谁定的\n馆里\n二\n三&"
    assert (how.anchor, how.title) == ("how", "怎么还")
    assert how.text == "去服务台。\n没有地址的标题\n末尾\n换行"


def test_entries_carry_addresses_the_pages_title_and_words_by_anchor() -> None:
    words = {"": ["超期", "超期"], "how": ["归还"]}
    whole, how = search.page_entries("a/b/", "逾期", PAGE, words)
    assert (whole["location"], whole["title"]) == ("a/b/", "逾期")
    assert whole["keywords"] == ["超期"]
    assert (how["location"], how["title"]) == ("a/b/#how", "怎么还")
    assert how["keywords"] == ["归还"]


def test_search_words_may_be_a_line_a_list_or_lists_by_anchor() -> None:
    assert search.keywords("超期 归还") == {"": ["超期", "归还"]}
    assert search.keywords(["逾 期", 110]) == {"": ["逾 期", "110"]}
    assert search.keywords({"how": ["归还"]}) == {"how": ["归还"]}
    assert search.keywords(None) == {}


def test_the_index_is_the_same_whatever_order_the_pages_came_in() -> None:
    assert search.make_index(DOCS, WORDS) == search.make_index(DOCS[::-1], WORDS)


def test_the_index_is_readable_utf8_with_synonyms(cleaned: dict[str, Any]) -> None:
    assert "充值未到账".encode() in search.make_index(DOCS, WORDS)
    assert cleaned["config"]["synonyms"] == WORDS["groups"]


def test_the_script_form_holds_the_same_index() -> None:
    raw = search.make_index([doc("a/", "x\u2028y", "")], WORDS)
    script = search.index_script(raw).decode()
    assert "\u2028" not in script
    assert json.loads(script.removeprefix("var __index = ").strip().removesuffix(";"))


def test_no_synonym_stands_twice_in_a_group() -> None:
    words = search.synonyms()
    for group in words["groups"]:
        assert len(group) == len(set(group)), group


# ---- finding -----------------------------------------------------------------------------------


def test_title_before_keyword_before_heading_before_text(
    page: Page, cleaned: dict[str, Any]
) -> None:
    assert pages_of(find(page, cleaned, "未到账")) == ["a/", "d/", "c/", "b/"]


def test_part_of_a_word_is_found(page: Page, cleaned: dict[str, Any]) -> None:
    assert set(pages_of(find(page, cleaned, "到账"))) == {"a/", "b/", "c/", "d/"}


def test_every_word_of_the_query_must_be_on_the_page(page: Page, cleaned: dict[str, Any]) -> None:
    assert pages_of(find(page, cleaned, "未到账 退款")) == ["b/"]


def test_words_may_stand_in_different_sections(page: Page, cleaned: dict[str, Any]) -> None:
    assert pages_of(find(page, cleaned, "充值 补发")) == ["a/"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("激活码无效", "e/"),
        ("激活码无效怎么办", "e/"),
        ("没到账", "a/"),
        ("三倍赔偿", "law/x/"),
        ("退一赔三", "law/x/"),
        ("第55条", "law/x/"),
        ("55条", "law/x/"),
        ("iphone", "e/"),
        ("ＩＰＨＯＮＥ", "e/"),
        ("iphone激活码", "e/"),
        ("消费者权益", "law/x/"),
        ("未成年", "g/"),
    ],
)
def test_people_find_the_page_they_mean(
    page: Page, cleaned: dict[str, Any], query: str, first: str
) -> None:
    assert pages_of(find(page, cleaned, query))[0] == first


@pytest.mark.parametrize("query", ["激活码是无效", "激活码完全不认账", "我儿子买的激活码"])
def test_what_the_site_does_not_know_is_passed_over(
    page: Page, cleaned: dict[str, Any], query: str
) -> None:
    items = find(page, cleaned, query)
    assert pages_of(items) == ["e/"]
    assert items[0][0]["terms"] == {"激活码": True}


def test_without_a_known_word_half_of_the_pairs_of_characters_will_do(page: Page) -> None:
    index = index_of([doc("a/", "甲", "超过承诺时间，就可以要求。")])
    assert pages_of(find(page, index, "超出承诺时间")) == ["a/"]
    assert find(page, index, "超出许诺时候") == []


def test_of_two_known_words_both_are_wanted_of_more_most(page: Page) -> None:
    words = {"groups": [["订单"], ["截图"], ["补发"], ["掉单"]], "fillers": []}
    docs = [doc("a/", "甲", "订单，截图"), doc("b/", "乙", "订单，补发"), doc("c/", "丙", "订单")]
    index = json.loads(search.make_index(docs, words))
    assert pages_of(find(page, index, "订单截图")) == ["a/"]
    assert pages_of(find(page, index, "掉单了订单要截图补发")) == ["a/", "b/"]


def test_a_kind_of_page_weighs_more(page: Page) -> None:
    docs = [doc("a/x", "退款", ""), doc("b/x", "退款", ""), doc("b/y", "怎么退款", "")]
    index = json.loads(search.make_index(docs, WORDS | {"kinds": {"b/": 1.5, "b/y": 0.5}}))
    assert pages_of(find(page, index, "退款")) == ["b/x", "a/x", "b/y"]


def test_slips_are_read_as_they_were_meant(page: Page) -> None:
    docs = [doc("a/", "充值未到账", ""), doc("b/", "充多少送多少", "")]
    slips = [["帐", "账"], ["冲值", "充值"], ["充#送#", "充多少送多少"]]
    index = json.loads(search.make_index(docs, WORDS | {"spellings": slips}))
    assert pages_of(find(page, index, "冲值没到帐")) == ["a/"]
    assert pages_of(find(page, index, "充100送50")) == ["b/"]


def test_a_vague_word_leads_to_clear_ones_and_is_not_looked_for(page: Page) -> None:
    docs = [doc("a/", "未到账", ""), doc("b/", "没到期", "")]
    words = {"groups": [["未到账", "?没到"]], "fillers": []}
    index = json.loads(search.make_index(docs, words))
    assert pages_of(find(page, index, "没到")) == ["a/"]


def test_a_long_word_of_one_page_does_not_hide_the_pages_with_its_parts(page: Page) -> None:
    docs = [
        doc("a/", "一", "", keywords=["到账又被扣回"]),
        doc("b/", "二", "", keywords=["扣回"]),
        doc("law/x/", "民法典第五条", "", keywords=["民法典"]),
        doc("law/y/", "民法典第六条", ""),
    ]
    index = index_of(docs)
    assert pages_of(find(page, index, "到账又被扣回了")) == ["a/", "b/"]
    assert pages_of(find(page, index, "民法典5条")) == ["law/x/"]
    more = index_of([*docs, *(doc(f"{n}/", "三", "到账又被扣回。") for n in "cd")])
    assert set(pages_of(find(page, more, "到账又被扣回了"))) == {"a/", "c/", "d/"}


def test_a_law_and_a_bare_number_are_an_article(page: Page) -> None:
    docs = [
        doc("law/a-5/", "《消法》第五条", "原文", keywords=["消法第五条"]),
        doc("law/a-55/", "《消法》第五十五条", "原文", keywords=["消法第五十五条第一款"]),
        doc("a/", "消法", "共 55 个问题。"),
    ]
    index = index_of(docs)
    for query in ("消法55", "消法第55条", "消法 第五十五条", "消法55条"):
        assert pages_of(find(page, index, query))[0] == "law/a-55/", query


def test_the_best_score_is_on_the_first_page(page: Page, cleaned: dict[str, Any]) -> None:
    items = find(page, cleaned, "未到账")
    scores = [max(item["score"] for item in group) for group in items]
    assert scores == sorted(scores, reverse=True)


def test_latin_words_are_found_from_their_first_letter_only(page: Page) -> None:
    index = index_of([doc("a/", "甲", "email"), doc("b/", "乙", "用 AI 会员")])
    assert pages_of(find(page, index, "ai")) == ["b/"]


@pytest.mark.parametrize("query", ["", "   ", "，。！", "怎么办", "区块链", "<script>"])
def test_a_query_without_words_or_hits_finds_nothing(
    page: Page, cleaned: dict[str, Any], query: str
) -> None:
    assert find(page, cleaned, query) == []


@pytest.mark.parametrize(
    "query", ["<b>x", "<b>", "&lt;b&gt;", "<>", "&;", "😀", "——", "<i>区块链</i>"]
)
def test_markup_and_signs_are_not_taken_apart_into_letters(page: Page, query: str) -> None:
    docs = [doc("a/", "box", "a, b, x, i"), doc("b/", "甲", "充值未到账")]
    assert find(page, index_of(docs), query) == []


def test_markup_that_stands_in_a_text_is_found_as_it_stands(
    page: Page, cleaned: dict[str, Any]
) -> None:
    assert pages_of(find(page, cleaned, "<b>")) == ["f/"]
    assert pages_of(find(page, cleaned, "<B> 骗子")) == ["f/"]


def test_words_inside_markup_are_still_found(page: Page, cleaned: dict[str, Any]) -> None:
    assert "a/" in pages_of(find(page, cleaned, "<b>充值未到账</b>"))


def test_at_most_thirty_pages(page: Page) -> None:
    docs = [doc(f"p{i}/", "退款", "") for i in range(80)]
    index = index_of(docs)
    assert len(find(page, index, "退款")) == 30


# ---- what is shown -----------------------------------------------------------------------------


def test_hits_are_marked_and_everything_else_is_escaped(
    page: Page, cleaned: dict[str, Any]
) -> None:
    [[item]] = find(page, cleaned, "骗子")
    assert item["text"] == "a &lt;b&gt; &amp; c <mark data-md-highlight>骗子</mark>…"


def test_markup_in_titles_is_shown_not_run(page: Page) -> None:
    docs = [doc("a/", "<img src=x onerror=alert(1)> 退款", "")]
    index = index_of(docs)
    [[item]] = find(page, index, "退款")
    assert item["title"].startswith("&lt;img src=x onerror=alert(1)&gt; <mark")


def test_the_page_itself_is_always_among_its_sections(page: Page, cleaned: dict[str, Any]) -> None:
    [group] = find(page, cleaned, "主张三倍赔偿")
    assert [item["location"] for item in group] == ["law/x/#x-55", "law/x/"]
    assert group[0]["score"] > group[1]["score"] == 0


def bare(item: dict[str, Any]) -> str:
    marked: str = item["text"]
    return marked.replace("<mark data-md-highlight>", "").replace("</mark>", "")


def snippet_of(page: Page, text: str, query: str = "未到账") -> str:
    [[item]] = find(page, index_of([doc("a/", "甲", text)]), query)
    assert len(bare(item)) <= 90
    return bare(item)


def test_a_snippet_is_made_of_whole_sentences(page: Page) -> None:
    text = "开头的一句话。" * 20 + "超过承诺的时间，还未到账。" + "后面的一句话。" * 20
    shown = snippet_of(page, text)
    assert "超过承诺的时间，还未到账。" in shown
    assert shown.startswith("开头")
    assert shown.endswith("。")


def test_a_long_sentence_is_cut_between_phrases(page: Page) -> None:
    text = "很长的一个分句，" * 20 + "这里写着未到账，" + "又一个很长的分句，" * 20
    shown = snippet_of(page, text)
    assert shown.startswith("…")
    assert shown.endswith("，…")
    inner = shown.strip("…")
    assert "未到账" in inner
    assert all(part in text for part in inner.split("，"))


def test_a_snippet_is_never_cut_inside_brackets_or_quotation_marks(page: Page) -> None:
    text = (
        "前面一句。" * 12
        + "他说：“先等等，还未到账。别急，再等等。”（《某法》第一条）"
        + "后面。" * 12
    )
    shown = snippet_of(page, text)
    assert "他说：“先等等，还未到账。别急，再等等。”（《某法》第一条）" in shown


def test_brackets_too_long_for_a_snippet_are_opened(page: Page) -> None:
    text = "依据（" + "这一段说明相当长，" * 12 + "还未到账，" + "那一段也相当长，" * 12 + "完）。"
    shown = snippet_of(page, text)
    assert "还未到账" in shown
    assert not set(shown) & set("（）")


def test_a_label_before_a_snippet_is_set_off(page: Page) -> None:
    text = "平台惯例\n还未到账，先截图。\n带上"
    assert snippet_of(page, text) == "平台惯例 · 还未到账，先截图。带上…"
