# SPDX-License-Identifier: MIT
"""The glossary: its page, its search words, and the texts that the rules on wording look at."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest

from generator.check import Checked
from generator.compile.glossary import glossary_view
from generator.model import Library, Term
from generator.parse import parse
from generator.render.pages import render_glossary
from generator.rules.long_sentence import LONGEST, length_of
from generator.rules.texts import (
    in_our_voice,
    own_texts,
    sentences,
    texts_to_explain,
    without_quotations,
    words_of,
)
from generator.search import index as search
from generator.site import Build, Settings, build
from tests import shipped as ours
from tests.libraries import library
from tests.page_reading import front_matter

TREES = Path(__file__).parents[1] / "decision_trees"
GLOSSARY = """\
glossary:
  zhui-ren: {term: 追认, plain: 事后表示 <认可>。, also: [事后同意]}
  che-xiao: {term: 撤销, plain: 让它不算数。}
  zhong-cai: {term: 仲裁, plain: 由仲裁机构来断。}
"""
USED = """\
verdicts:
  yes-you-can: {label: 可以, meaning: 追认、撤销、仲裁。, tone: good, better_than: [no-you-cannot]}
  no-you-cannot: {label: 比较难, meaning: 依据不足。, tone: hard}
"""


def parsed(**files: str) -> Library:
    return parse(library(**files)).library


def terms(text: str = GLOSSARY) -> dict[Any, Term]:
    return dict(parsed(glossary=text).glossary)


def built(*, directories: bool = False, **files: str) -> Build:
    return build(library(**files), Settings(exports=False, directories=directories))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return ours.checked()


@pytest.fixture(scope="module")
def shipped(checked: Checked) -> Library:
    assert checked.library is not None
    return checked.library.library


# ---- the page ----------------------------------------------------------------------------------


def test_words_stand_in_the_order_of_their_pinyin_under_letters() -> None:
    view = glossary_view(terms(), "glossary.html")
    assert [(g.letter, [t.anchor for t in g.terms]) for g in view.groups] == [
        ("C", ["che-xiao"]),
        ("Z", ["zhong-cai", "zhui-ren"]),
    ]


def test_syllables_are_compared_one_by_one() -> None:
    names = ("xian-xing", "xia-ci", "xiang-dui")
    text = "glossary:\n" + "".join(f"  {n}: {{term: 甲, plain: 乙。}}\n" for n in names)
    [group] = glossary_view(terms(text), "").groups
    assert [t.anchor for t in group.terms] == ["xia-ci", "xian-xing", "xiang-dui"]


def test_every_word_is_a_heading_with_an_anchor_and_every_letter_leads_somewhere() -> None:
    text = render_glossary(glossary_view(terms(), "glossary.html"), "")
    page = html5lib.HTMLParser(strict=True).parse(
        f"<!doctype html><html><head><title>x</title></head><body>{text}</body></html>"
    )
    every = [e for e in page.iter() if isinstance(e.tag, str)]
    headings = [(e.get("id"), "".join(e.itertext())) for e in every if e.tag.endswith("}h3")]
    assert headings == [("che-xiao", "撤销"), ("zhong-cai", "仲裁"), ("zhui-ren", "追认")]
    ids = Counter(e.get("id") for e in every if e.get("id"))
    assert set(ids.values()) == {1}
    links = [e.get("href") for e in every if e.tag.endswith("}a")]
    assert links == ["law/index.html", "#pinyin-c", "#pinyin-z"]
    assert {link[1:] for link in links[1:]} <= set(ids)


def test_meanings_are_escaped_and_other_words_stand_below_them() -> None:
    text = render_glossary(glossary_view(terms(), "glossary/"), "../")
    assert "事后表示 &lt;认可&gt;。" in text
    assert text.count("相近的说法：") == 1
    assert "相近的说法：事后同意" in text
    assert 'href="../law/"' in text
    assert "<script" not in text


def test_the_site_holds_the_page_only_if_there_is_a_glossary() -> None:
    assert "glossary.md" not in built().files
    assert "glossary.md" in built(glossary=GLOSSARY, verdicts=USED).files


def test_the_page_is_found_under_everyday_words() -> None:
    page = built(glossary=GLOSSARY, verdicts=USED).files["glossary.md"]
    assert page.source == "glossary.yaml"
    front, body = front_matter(page)
    assert front["title"] == "词汇表"
    words = search.keywords(front["keywords"])
    entries = search.page_entries("glossary.html", "词汇表", body, words)
    assert [e["title"] for e in entries] == ["词汇表", "撤销", "仲裁", "追认"]
    assert entries[-1]["location"] == "glossary.html#zhui-ren"
    assert entries[-1]["keywords"] == ["事后同意"]
    assert "术语" in entries[0]["keywords"]
    # The letter Z stands before 仲裁 on the page and must not end up in the text of 撤销.
    assert entries[1]["text"] == "让它不算数。"


# ---- what we ship ------------------------------------------------------------------------------


def test_the_shipped_texts_pass_every_rule_on_wording(checked: Checked) -> None:
    assert [f"{p.span} {p.message}" for p in checked.problems if p.code.startswith("TXT")] == []


def test_ids_are_pinyin_one_syllable_for_each_character(shipped: Library) -> None:
    for name, term in shipped.glossary.items():
        assert len(name.split("-")) == len(term.term), name


def test_the_file_is_in_the_order_of_the_page(shipped: Library) -> None:
    names = [str(name) for name in shipped.glossary]
    assert names == sorted(names)


def test_entries_are_short_and_no_word_is_explained_twice(shipped: Library) -> None:
    entries = list(shipped.glossary.values())
    assert len(entries) >= 80
    heads = Counter(str(term.term) for term in entries)
    assert [word for word, count in heads.items() if count > 1] == []
    for term in entries:
        assert 1 <= len(list(sentences(term.plain))) <= 3, term.term
        assert len(term.plain) <= 70, term.term
        assert term.also, term.term
        assert not set(map(str, term.also)) & heads.keys(), term.term


# ---- the texts that the rules look at ----------------------------------------------------------


def shown(**files: str) -> dict[str, bool]:
    return {str(text.text): text.is_theirs for text in own_texts(parsed(**files))}


def test_statutes_titles_search_words_and_stories_are_not_ours() -> None:
    texts = shown(
        scenarios__s="""\
            scenarios:
              - {name: one, story: 故事里的话。, answers: {arrived: "no"}, outcome: late}
            """,
        verdicts=USED,
        glossary=GLOSSARY,
    )
    assert {"白话。", "只用于测试。", "一棵小树。", "追认、撤销、仲裁。", "追认"} <= texts.keys()
    foreign = {"第一条的原文。", "演示用的规定", "某机关", "2020 年", "故事里的话。", "事后同意"}
    assert not foreign & texts.keys()
    assert not {"late", "yes-you-can", "2027-01-01", "in_force"} & texts.keys()


def test_what_the_other_side_says_is_marked() -> None:
    texts = shown(replies__r="replies:\n  no: {they_say: 不退。, answer: 请说明理由。}\n")
    assert (texts["不退。"], texts["请说明理由。"]) == (True, False)


def test_a_word_may_be_explained_because_a_statute_or_a_search_word_has_it() -> None:
    every = set(map(str, texts_to_explain(parsed(glossary=GLOSSARY))))
    assert "第一条的原文。" in every
    assert "让它不算数。" not in every


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先看。再说！真的？", ["先看。", "再说！", "真的？"]),
        ("他说“不退。”你就截图。", ["他说“不退。”", "你就截图。"]),
        ("你好。\n\n订单没到；请退款\n", ["你好。", "订单没到；请退款"]),
    ],
)
def test_sentences_end_where_a_reader_breathes_out(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


def test_citations_blanks_and_spaces_do_not_make_a_sentence_longer() -> None:
    assert length_of("依据《民法典》第五百六十三条第一款第（三）项解除。") == len("依据一解除。")
    assert length_of("订单 {order-no} 没到") == len("订单一没到")
    assert length_of("第五百六十三条") == 7
    assert LONGEST < 60


def test_quotations_and_titles_are_emptied() -> None:
    text = "他说“不是不退”，见《不得不看》。"
    assert without_quotations(text) == "他说“”，见《不得不看》。"
    assert in_our_voice(text) == "他说“”，见《》。"


def test_the_words_of_an_entry_are_its_term_and_the_others() -> None:
    assert words_of(terms()["zhui-ren"]) == ("追认", "事后同意")
