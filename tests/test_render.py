# SPDX-License-Identifier: MIT
"""The page templates: valid, safe HTML with the structure the scripts and readers rely on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import html5lib
import pytest
from jinja2 import UndefinedError

from generator.render import pages
from generator.render.environment import FACT_PICTURES, environment
from generator.views import TextPart
from tests import sample_views as sample

HTML = "{http://www.w3.org/1999/xhtml}"

FRAGMENTS: dict[str, tuple[Callable[[Any, str], str], Any]] = {
    "home": (pages.render_home, sample.home()),
    "guide": (pages.render_guide, sample.guide()),
    "guide-index": (pages.render_guide_index, (sample.guide(),)),
    "instrument": (pages.render_instrument, sample.instrument()),
    "tombstone": (pages.render_instrument, sample.tombstone()),
    "provision": (pages.render_provision, sample.provision()),
    "provision-contested": (pages.render_provision, sample.contested_provision()),
    "guide-reading": (pages.render_guide, replace(sample.guide(), reading=sample.ARTICLES)),
    "article-index": (pages.render_article_index, sample.article_index()),
    "law-index": (pages.render_law_index, sample.law_index()),
    **{f"outcome-{t}": (pages.render_outcome, sample.outcome(t)) for t in sample.TONES},
}
PAGES = {**FRAGMENTS, "node": (pages.render_node, sample.node())}


def page(name: str) -> str:
    render, view = PAGES[name]
    return render(view, "../../")


def document(text: str) -> str:
    if text.lstrip().startswith("<!doctype"):
        return text
    head = "<!doctype html><html lang=zh><head><meta charset=utf-8><title>x</title></head>"
    return f"{head}<body>{text}</body></html>"


def parse(text: str) -> Any:
    return html5lib.HTMLParser(strict=True).parse(document(text))


def elements(text: str) -> Iterator[Any]:
    return (e for e in parse(text).iter() if isinstance(e.tag, str))


def by_class(text: str, name: str) -> list[Any]:
    return [e for e in elements(text) if name in e.get("class", "").split()]


def words(element: Any) -> str:
    return "".join(element.itertext())


# ---- every page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_is_html_without_a_single_parse_error(name: str) -> None:
    parse(page(name))


@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_fragment_is_one_div_without_blank_lines(name: str) -> None:
    text = page(name)
    body = parse(text).find(f"{HTML}body")
    assert [child.tag for child in body] == [f"{HTML}div"]
    assert "lb-page" in body[0].get("class").split()
    assert not (body.text or "").strip()
    assert not (body[0].tail or "").strip()
    assert all(line.strip() for line in text.splitlines())


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_headings_have_one(name: str) -> None:
    ids = Counter(e.get("id") for e in elements(page(name)) if e.get("id"))
    assert [i for i, count in ids.items() if count > 1] == []
    headings = [e for e in elements(page(name)) if e.tag in (f"{HTML}h1", f"{HTML}h2", f"{HTML}h3")]
    assert headings
    assert [words(h) for h in headings if not h.get("id")] == []
    assert sum(h.tag == f"{HTML}h1" for h in headings) == 1


@pytest.mark.parametrize("name", PAGES)
def test_references_between_elements_lead_somewhere(name: str) -> None:
    found = list(elements(page(name)))
    ids = {e.get("id") for e in found}
    for element in found:
        for attribute in ("aria-labelledby", "data-copy"):
            if element.get(attribute):
                assert element.get(attribute) in ids


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_a_strict_policy_blocks(name: str) -> None:
    for element in elements(page(name)):
        assert element.tag != f"{HTML}style"
        for attribute, value in element.attrib.items():
            assert attribute != "style"
            assert not attribute.startswith("on")
            assert not value.strip().lower().startswith("javascript:")


@pytest.mark.parametrize("name", PAGES)
def test_links_start_at_the_page_and_stay_inside_the_site(name: str) -> None:
    for element in elements(page(name)):
        href = element.get("href")
        if href and not href.startswith(("#", "tel:")):
            assert href.startswith("../../"), href


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_stay_words(name: str) -> None:
    render, view = PAGES[name]
    hostile = "</script><img src=x onerror=alert(1)>\"'&"
    text = render(_poisoned(view, hostile), "../../")
    tags = Counter(e.tag for e in elements(text))
    assert tags == Counter(e.tag for e in elements(page(name)))


def test_the_end_of_an_article_is_sound_and_safe_too() -> None:
    text = pages.render_article_end(sample.article_end(), "../../")
    tags = Counter(e.tag for e in elements(text))
    headings = [e for e in elements(text) if e.tag == f"{HTML}h2"]
    assert [words(h) for h in headings] == ["用指引走一遍", "相关文章"]
    links = [e.get("href") for e in elements(text) if e.get("href")]
    assert links
    assert all(link.startswith("../../") for link in links)
    hostile = _poisoned(sample.article_end(), "</script><img src=x onerror=alert(1)>\"'&")
    poisoned = pages.render_article_end(hostile, "../../")
    assert Counter(e.tag for e in elements(poisoned)) == tags


def _poisoned(value: Any, poison: str) -> Any:
    """`value` with the poison after every text of people; ids, urls and kinds stay."""
    plain = {"id", "url", "anchor", "fact", "tone", "kind", "picture", "stage_id", "data", "tag",
             "wait_kind", "period", "effective_from", "effective_to", "checked_on", "since",
             "promulgated",
             "review_by"}  # fmt: skip
    if isinstance(value, tuple):
        return tuple(_poisoned(item, poison) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        new = {f.name: _poisoned(getattr(value, f.name), poison) for f in fields(value)}
        return replace(value, **{k: v for k, v in new.items() if k not in plain})
    return value + poison if isinstance(value, str) and value else value


def test_json_data_cannot_end_its_script() -> None:
    text = pages.render_guide(replace(sample.guide(), data='{"x": "</script><b>"}'), "")
    data = by_class(text, "lb-data")[0]
    assert data.text == '{"x": "\\u003c/script>\\u003cb>"}'


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


# ---- the structure the scripts expect ------------------------------------------------------------


def test_each_part_with_a_condition_carries_it_and_says_it_first() -> None:
    conditional = [e for e in elements(page("outcome-good")) if e.get("data-when") is not None]
    assert {e.get("data-when") for e in conditional} == {"0", "1"}
    assert len(conditional) == 10
    for element in conditional:
        assert element[0].tag == f"{HTML}p"
        assert element[0].get("class") == "lb-when"
        assert words(element[0]).startswith("如果：")


def test_the_slots_wait_hidden() -> None:
    slots = {e.get("data-slot"): e for e in elements(page("outcome-good")) if e.get("data-slot")}
    assert set(slots) == {"notice", "answers", "calendar", "flips"}
    assert all(slot.get("hidden") is not None for slot in slots.values())
    assert slots["notice"].get("role") == "status"


def test_copy_buttons_are_hidden_until_a_script_shows_them() -> None:
    buttons = by_class(page("outcome-good"), "lb-copy")
    assert len(buttons) == 6
    assert all(b.get("hidden") is not None and b.get("type") == "button" for b in buttons)


def test_a_letter_keeps_its_lines_and_marks_its_blanks() -> None:
    body = by_class(page("outcome-good"), "lb-letter__body")[0]
    assert words(body) == sample.outcome().letters[0].body
    assert [words(b) for b in body] == [
        "【付款日期】", "【商品名称】", "【订单编号】", "【金额】", "【承诺时间】", "【最晚日期】",
    ]  # fmt: skip


def test_deadlines_carry_what_the_calendar_needs() -> None:
    limit = next(e for e in elements(page("outcome-good")) if e.get("data-deadline"))
    assert (limit.tag, limit.get("data-deadline"), limit.get("data-period")) == (
        f"{HTML}li", "limitation-three-years", "P3Y",
    )  # fmt: skip
    assert "从知道商家不退那天的第二天起算" in words(limit)
    assert "法定" in words(limit)


@pytest.mark.parametrize("tone", sample.TONES)
def test_the_verdict_is_a_shape_and_a_word(tone: str) -> None:
    sign = by_class(page(f"outcome-{tone}"), f"lb-verdict--{tone}")[0]
    assert sample.verdict(tone).label in words(sign)
    assert sample.outcome(tone).title in words(sign)
    assert sign.find(".//{http://www.w3.org/2000/svg}svg") is not None


def test_the_outcome_comes_in_the_order_of_need() -> None:
    headings = [e.get("id") for e in elements(page("outcome-good")) if e.tag == f"{HTML}h2"]
    assert headings == [
        "why", "today", "sums", "road", "deadlines", "evidence", "replies", "law", "avoid",
        "downloads", "changes", "onward",
    ]  # fmt: skip


def test_an_outcome_without_optional_parts_has_no_empty_headings() -> None:
    empty = {
        f.name: ()
        for f in fields(sample.outcome())
        if isinstance(getattr(sample.outcome(), f.name), tuple)
    }
    text = pages.render_outcome(replace(sample.outcome(), **empty), "")
    shown = [e.get("id") for e in elements(text) if e.tag == f"{HTML}h2"]
    assert shown == ["changes", "onward"]
    assert "hidden" in next(
        e for e in elements(text) if e.get("aria-labelledby") == "changes"
    ).attrib  # fmt: skip


def test_the_same_step_twice_gets_two_ids() -> None:
    view = sample.outcome()
    text = pages.render_outcome(replace(view, road=view.today), "")
    ids = [e.get("id") for e in elements(text) if (e.get("id") or "").startswith("step-pay-alipay")]
    assert ids == ["step-pay-alipay", "step-pay-alipay-2"]


def test_home_links_answer_the_first_question() -> None:
    links = [e.get("href") for e in by_class(page("home"), "lb-way")]
    assert links[0] == "../../guides/full-refund/#problem=not_arrived"
    assert len(links) == len(sample.question().options)
    assert by_class(page("home"), "lb-start")[0].get("href") == "../../guides/full-refund/"


def test_the_guide_holds_the_question_and_every_picture() -> None:
    guide = next(e for e in elements(page("guide")) if e.tag == f"{HTML}decision-guide")
    pictures = [e.get("data-picture") for e in guide.iter(f"{HTML}template")]
    assert pictures == list(FACT_PICTURES)
    assert "出了什么问题？" in words(guide)


def test_a_node_page_is_whole_and_light() -> None:
    text = page("node")
    assert '<meta charset="utf-8"><!-- csp -->' in text
    assert '<meta name="robots" content="noindex">' in text
    assert "<script" not in text
    for name in ("lubiao", "dark", "print"):
        assert f'href="../../assets/lubiao/{name}.css"' in text


def test_danger_stands_on_the_first_screen_and_care_beside_the_steps() -> None:
    danger, care = by_class(page("outcome-danger"), "lb-warning")
    first, rest = (
        by_class(page("outcome-danger"), name)[0] for name in ("lb-outcome__first", "lb-today")
    )
    assert words(danger).strip() in words(first)
    assert words(danger).strip().startswith("先停一下")
    assert words(care).strip() in words(rest)


def test_texts_of_warnings_are_printed_as_they_are() -> None:
    part = TextPart("1 < 2 & 3", (), None, "care")
    text = pages.render_outcome(replace(sample.outcome(), warnings=(part,)), "")
    assert "1 &lt; 2 &amp; 3" in text


def test_links_to_the_laws_follow_the_kind_of_address() -> None:
    view = replace(sample.outcome(), url="outcomes/x.html")
    assert 'href="../law/index.html"' in pages.render_outcome(view, "../")
    assert 'href="../law/"' in pages.render_outcome(sample.outcome(), "../")
