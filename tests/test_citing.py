# SPDX-License-Identifier: MIT
"""Mentions of law: every spelling is found and means what it should; what is no mention is left.

Longer than the other files because most of it is two tables, which are best read as one.
"""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalogue import catalogue
from generator.citing.counting import read_number
from generator.citing.finding import unanswered
from generator.citing.mentions import Mention, mentions
from generator.citing.names import looks_like_law, plain_name, without_edition
from generator.citing.pages import MARK, Page, page_problems, readable
from generator.citing.pinpoints import pinpoints
from generator.citing.resolve import Home, Resolved, Unresolved, resolve
from generator.citing.shelf import Shelf, shelf
from generator.commands.law_lint import law_lint
from generator.compile.citations import pinpoint
from generator.compile.numerals import chinese
from generator.folder import read_folder
from generator.model import Instrument, Library, Provision
from generator.parse import parse
from generator.rules import unresolved_citation
from generator.rules.subject import Subject
from generator.rules.texts import own_texts
from tests.citing_library import law_shelf

ROOT = Path(__file__).parents[1]
TREES = ROOT / "decision_trees"
SHELF = law_shelf()


def answers(text: str, *, home: Home | None = None, day: str = "", index: Shelf = SHELF) -> str:
    """What the mentions of `text` mean: provisions or instrument, or ! and the fault; `|` between.

    The words of each mention must stand where it says.
    """
    said = []
    for mention in mentions(text, index.names, home=home is not None):
        assert text[mention.start : mention.end] == mention.words
        assert mention.words == mention.words.strip()
        found = resolve(mention, index, day=day, home=home)
        if isinstance(found, Unresolved):
            said.append(f"!{found.fault}")
        else:
            said.append(",".join(found.provisions) or found.instrument)
    return " | ".join(said)


SPELLINGS = [
    # The name, in all the ways.
    ("依据《中华人民共和国消费者权益保护法》第二十四条第一款", "xf-24-1"),
    ("依据《消费者权益保护法》第二十四条第一款，可以退货。", "xf-24-1"),
    ("《消法》第二十四条", "xf-24-1"),
    ("《消保法》第24条", "xf-24-1"),
    ("消法第二十四条", "xf-24-1"),
    ("消保法第二十四条第一款", "xf-24-1"),
    ("消费者权益保护法第二十四条", "xf-24-1"),
    ("中华人民共和国消费者权益保护法第二十四条", "xf-24-1"),
    ("《消费者权益保护法》（2013年修正）第二十四条", "xf-24-1"),
    ("《消费者权益保护法（2013年修正）》第二十四条", "xf-24-1"),
    ("《消费者权益保护法(2013修正)》第二十四条", "xf-24-1"),
    ("《消费者权益保护法》（以下简称《消法》）第二十四条", "xf-24-1"),
    ("《 消费者权益保护法 》 第二十四条", "xf-24-1"),
    ("《中华人民共和国 民法典》第五百七十七条", "mf-577"),
    ("《民法典》合同编第五百七十七条", "mf-577"),
    ("《民法典》里的第五百七十七条", "mf-577"),
    ("民法典合同编第577条", "mf-577"),
    ("合同编第577条", "mf-577"),
    ("民法典的第577条", "mf-577"),
    ("我按消法第24条要求退货", "xf-24-1"),
    ("请看电商法第六十二条", "ds-62"),
    ("购物时消法第24条保护你", "xf-24-1"),
    ("中国的《电子商务法》第六十二条", "ds-62"),
    ("消法实施条例第十条第二款", "tl-10-2"),
    ("《消费者权益保护法实施条例》第十九条第一款", "tl-19-1"),
    ("网络消费纠纷规定（一）第九条", "wx-9"),
    ("网络消费纠纷规定(一)第九条", "wx-9"),
    ("《最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）》第九条", "wx-9"),
    (
        "《最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释》第十条第三款",
        "ht-10-3",
    ),
    (
        "《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》第十条第三款",
        "ht-10-3",
    ),
    ("民法典合同编通则解释第十条第三款", "ht-10-3"),
    ("《互联网法院规定（2018）》第十一条第二款", "hf-11-2"),
    ("互联网法院规定（2018）第十一条第二款", "hf-11-2"),
    ("《人民法院在线诉讼规则》第十六条", "zx-16"),
    # The number of the article.
    ("民法典第145条第1款", "mf-145-1"),
    ("民法典第一百四十五条第一款", "mf-145-1"),
    ("民法典第一四五条第一款", "mf-145-1"),
    ("民法典第１４５条第１款", "mf-145-1"),
    ("民法典一四五条一款", "mf-145-1"),
    ("民法典145条1款", "mf-145-1"),
    ("民法典 145 条 1 款", "mf-145-1"),
    ("民法典第 145 条第 1 款", "mf-145-1"),
    ("民法典第 一百四十五 条", "mf-145-1,mf-145-2"),
    ("民法典一百四十五条", "mf-145-1,mf-145-2"),
    ("民法典第五百零二条", "mf-502"),
    ("民法典第五百〇二条", "mf-502"),
    ("民法典第五〇二条", "mf-502"),
    ("民法典第五零二条", "mf-502"),
    ("民法典第五百零五条", "mf-505"),
    ("民法典502条", "mf-502"),
    ("电商法49条2款", "ds-49-2"),
    ("电商法第四十九条第二款", "ds-49-2"),
    ("电商法第4９条第2款", "ds-49-2"),
    ("消法五十五条", "xf-55"),
    ("消法第两条", "xf-2"),
    ("民法典\n第五百七十七条", "mf-577"),
    ("消法第廿四条", "xf-24-1"),
    ("民法典第577", "mf-577"),
    ("民法典§577", "mf-577"),
    ("“消法”第二十四条", "xf-24-1"),
    ("〈消法〉第二十四条", "xf-24-1"),
    ("「消法」第二十四条", "xf-24-1"),
    ("《消法》规定：“第二十四条 经营者……”", "xf | xf-24-1"),
    ("《消法》明确规定，第二百条", "xf | !unknown-article"),
    ("新消法第二十四条", "xf-24-1"),
    # What may stand between the name and the article.
    ("《消法》：第二十四条", "xf | xf-24-1"),
    ("《消法》，第二百条", "xf | !unknown-article"),
    ("消法——第二百条", "xf | !unknown-article"),
    ("《消法》(第200条)", "xf | !unknown-article"),
    ("消法里有一条（第200条）", "xf | !unknown-article"),
    ("消法中，第二百条", "xf | !unknown-article"),
    ("| 消法 | 第二百条 |", "xf | !unknown-article"),
    ("《消费者\n权益保护法》第二百条", "!unknown-article"),
    # Paragraphs and items.
    ("《民法典》第五百六十三条第一款第（三）项", "mf-563-1-3"),
    ("《民法典》第五百六十三条第一款第(三)项", "mf-563-1-3"),
    ("《民法典》第五百六十三条第一款第三项", "mf-563-1-3"),
    ("《民法典》第563条第1款第3项", "mf-563-1-3"),
    ("《民法典》第563条第1款第（4）项", "mf-563-1-4"),
    ("《民法典》第563条1款3项", "mf-563-1-3"),
    ("《民法典》第五百六十三条第（三）项", "mf-563-1-3"),
    ("《民法典》第五百六十三条（三）项", "mf-563-1-3"),
    ("《民法典》第五百六十三条第一款（三）", "mf-563-1-3"),
    ("《民法典》第五百六十三条第一款（五）", "!unknown-part"),
    ("《民法典》第五百六十三条(三)，催了还不给", "mf-563-1-3"),
    ("《民法典》第五百六十三条", "mf-563-1-3,mf-563-1-4"),
    ("《民法典》第五百六十三条第一款", "mf-563-1-3,mf-563-1-4"),
    ("《民法典》第五百六十三条第一款第（三）（四）项", "mf-563-1-3 | mf-563-1-4"),
    ("《民法典》第五百六十三条第一款第（三）、（四）项", "mf-563-1-3 | mf-563-1-4"),
    ("《民法典》第五百六十三条第一款第（三）项、第（四）项", "mf-563-1-3 | mf-563-1-4"),
    ("《民法典》第五百六十三条第一款第三项或第四项", "mf-563-1-3 | mf-563-1-4"),
    ("消法第二十五条", "xf-25-1-3,xf-25-2"),
    ("消法第二十五条第一款", "xf-25-1-3"),
    ("消法第二十五条第二款", "xf-25-2"),
    ("消法第五十五条第一款", "xf-55"),
    ("消法第五十五条第二款", "xf-55"),
    ("消法第三十九条第（二）项", "xf-39"),
    ("消法第三十九条第一款第（二）项", "xf-39"),
    ("民法典第一百四十五条第一款、第二款", "mf-145-1 | mf-145-2"),
    ("民法典第一百四十五条第一款和第二款", "mf-145-1 | mf-145-2"),
    ("民法典第一百四十五条第一、二款", "mf-145-1 | mf-145-2"),
    ("民法典第一百四十五条第一款至第二款", "mf-145-1 | mf-145-2"),
    ("民法典第一百四十五条规定的第一款", "mf-145-1"),
    ("民法典第145条1款、2款", "mf-145-1 | mf-145-2"),
    ("民法典第一百四十五条第一款、二款", "mf-145-1 | mf-145-2"),
    ("民法典第一百四十五条第一款及第二款、第一百五十七条", "mf-145-1 | mf-145-2 | mf-157"),
    ("《民法典》第五百六十三条第1款3项、4项", "mf-563-1-3 | mf-563-1-4"),
    ("《民法典》第五百六十三条第一款第三至四项", "mf-563-1-3 | mf-563-1-4"),
    # Lists and ranges.
    ("消法第四十八条、第四十九条", "xf-48 | xf-49"),
    ("消法第四十八、四十九条", "xf-48 | xf-49"),
    ("消法四十八条、四十九条", "xf-48 | xf-49"),
    ("消法四十八条和四十九条", "xf-48 | xf-49"),
    ("消法第48/49条", "xf-48 | xf-49"),
    ("消法第四十八条和第五十条", "xf-48 | xf-50"),
    ("消法第四十八条，第五十条", "xf-48 | xf-50"),
    ("消法第48、49、50条", "xf-48 | xf-49 | xf-50"),
    ("消法第48条、49条", "xf-48 | xf-49"),
    ("消法48条、49条", "xf-48 | xf-49"),
    ("消法第四十八至五十条", "xf-48 | xf-49 | xf-50"),
    ("消法第四十八条至第五十条", "xf-48 | xf-49 | xf-50"),
    ("消法第四十八条到第五十条", "xf-48 | xf-49 | xf-50"),
    ("消法第48-50条", "xf-48 | xf-49 | xf-50"),
    ("消法第48～50条", "xf-48 | xf-49 | xf-50"),
    ("消法第48—50条", "xf-48 | xf-49 | xf-50"),
    ("消法第四十四条第一款、第四十八条", "xf-44-1 | xf-48"),
    ("消法第二十四条第一款以及第四十四条第二款", "xf-24-1 | xf-44-2"),
    ("消法第五十一条至第五十五条", "!unknown-article | " * 4 + "xf-55"),
    ("《消法》第二十四条、《电商法》第六十二条", "xf-24-1 | ds-62"),
    ("《民法典》、《消法》第二十四条", "mf | xf-24-1"),
    ("消法第24条和电商法第62条", "xf-24-1 | ds-62"),
    # The name left out.
    ("《消法》第二十四条写了退货，同法第五十五条写了赔偿", "xf-24-1 | xf-55"),
    ("《消法》第二十四条；该法第五十五条第一款", "xf-24-1 | xf-55"),
    ("看《消法实施条例》第十条第二款，该条例第十九条第二款也写了", "tl-10-2 | tl-19-2"),
    ("《投诉举报处理办法》第十条。同办法第十五条第一款", "ts-10 | ts-15"),
    ("依据《民法典》第五百七十七条要求赔偿，依据第五百六十六条第一款要求退款", "mf-577 | mf-566-1"),
    ("先看消法，再按第二十四条退货", "xf | xf-24-1"),
    ("《民法典》写得清楚：违反第五百七十七条的要赔", "mf | mf-577"),
    # The name only.
    ("商家违反了《电子商务法》。", "ds"),
    ("电商法不用也行，消法和《民法典》照样管。", "ds | xf | mf"),
    ("《网络交易监督管理办法》", "wj"),
    ("《电信用户申诉处理办法》写了", "named"),
    # Document numbers.
    ("法释〔2022〕8号第九条", "wx-9"),
    ("法释[2022]8号", "wx"),
    ("法释（2022）8号", "wx"),
    ("法释〔2022〕第8号", "wx"),
    ("国务院令第778号", "tl"),
    ("国务院令第 778 号", "tl"),
    ("国家市场监督管理总局令第121号", "ts"),
    ("令第37号", "wj"),
    ("《投诉举报处理办法》（国家市场监督管理总局令第121号）第十条", "ts | ts-10"),
    ("《投诉举报处理办法》（国家市场监督管理总局令第120号）第十条", "!unknown-number | ts-10"),
    # Faults.
    ("消法第二百条", "!unknown-article"),
    ("消法第2条和第3条", "xf-2 | !unknown-article"),
    ("消法第二十四条第二款", "!unknown-part"),
    ("消法第五十五条第三款", "!unknown-part"),
    ("消法第三十九条第（四）项", "!unknown-part"),
    ("消法第三十九条第二款", "!unknown-part"),
    ("民法典第五百六十三条第一款第（五）项", "!unknown-part"),
    ("民法典第五百六十三条第二款", "!unknown-part"),
    ("刑法第二百六十六条之一", "!unknown-article"),
    ("刑法第二百八十七条之一第一款", "!unknown-article"),
    ("民法典第二十三四条", "!unknown-article"),
    ("《合同法》第九十四条", "!unknown-instrument"),
    ("依据合同法第九十四条，可以解除", "!unknown-instrument"),
    ("依据合同法，可以解除", "!unknown-instrument"),
    ("旧消法第四十九条", "!unknown-instrument"),
    ("原《消费者权益保护法》第四十九条", "!unknown-instrument"),
    ("《消费者权益保护法（1993年公布）》第四十九条", "!unknown-instrument"),
    ("《消费者权益保护条例》", "!unknown-instrument"),
    ("上海市消费者权益保护条例第三条", "!unknown-instrument"),
    ("消法实施办法第三条", "!unknown-instrument"),
    ("民法典司法解释第三条", "!unknown-instrument"),
    ("合同法司法解释二第二十九条", "!unknown-instrument"),
    ("看合同法司法解释", "!unknown-instrument"),
    ("《合同法解释（二）》第29条", "!unknown-instrument"),
    ("网络交易监督管理条例第三条", "!unknown-instrument"),
    ("要按网络交易监督管理条例办", "!unknown-instrument"),
    ("《支付机构客户备付金管理办法》", "!unknown-instrument"),
    ("中华人民共和国网购法", "!unknown-instrument"),
    ("照最高人民法院关于网络诈骗的若干规定办", "!unknown-instrument"),
    (
        "最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（二）",
        "!unknown-instrument",
    ),
    ("《互联网法院规定（2025）》", "!unknown-instrument"),
    ("法释〔2099〕8号", "!unknown-number"),
    ("国务院令第779号", "!unknown-number"),
    ("《网络交易管理办法》", "!repealed"),
    ("《网络交易管理办法》第十六条", "!repealed"),
    ("依据网络交易管理办法第十六条", "!repealed"),
    ("《未来法》第一条", "!not-yet"),
    ("《改过法》第一条", "!repealed"),
    ("《改过法》第三条", "!repealed"),
    ("《改过法》第二条", "amended-2"),
    ("《电信用户申诉处理办法》第十条", "!named-only"),
    ("依据第二十四条，可以退货", "!no-name"),
    ("第二十四条第一款写明了", "!no-name"),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS)
def test_a_spelling_means_what_it_should(text: str, expected: str) -> None:
    assert answers(text) == expected


def test_there_are_enough_spellings() -> None:
    assert len({text for text, _ in SPELLINGS}) == len(SPELLINGS) >= 120


NOT_MENTIONS = [
    # Games, songs, books and other works in 《》.
    "《王者荣耀》充值没有到账",
    "《剑与魔法》第三条公告",
    "《原神》第1款礼包",
    "《孙子兵法》第三篇",
    "《无法》这首歌",
    "《会员服务协议》第三条写着不退",
    "《用户协议》第5条和第6条第2款",
    "《退款规则》第二条",
    "《淘宝平台规则》第三条",
    "《社区公约》",
    "《常见问题》第24条",
    "《操作说明》",
    # Counted, not cited.
    "第三条建议是先截图",
    "合同：第三条",
    "- 《用户协议》\n- 第三条",
    "他发来第一条消息",
    "第2条短信里有链接",
    "看第三条评论",
    "这是第1款游戏",
    "第二款手机更便宜",
    "第三项没有填",
    "收到一条短信",
    "三条信息都没有回",
    "第一条，先截图。第二条，再联系客服。",
    "前两条都不行",
    "条条大路通罗马",
    "这一条路走不通",
    "列出三条理由",
    "第十二条街",
    # Contracts and a shop's own rules.
    "合同第三条约定了退款",
    "用户协议第12条第2款",
    "平台规则第三条",
    "按本店规定第二条办",
    "双方约定的第四条",
    "按合同里的第五条",
    "服务条款第8条",
    "按平台规定第十条处理",
    # Words that only look like law.
    "依法退款",
    "这种做法违法",
    "人民法院会看证据",
    "找民法律师问问",
    "没有办法",
    "按规定时间发货",
    "先看说明和规定",
    "最终解释权归本店所有",
    "法律规定数字商品不退",
    "法条写在明处",
    "法定节假日顺延",
    "按比例退没有专门规定",
    "国家规定和约定都没有",
    "对方说有法院的解释",
    "算法推荐",
    "法官会问你三个问题",
    "单号 20240501 号码第3号店",
    "第37号客服",
    "合理的办法是分期退",
    "建立方便、快的投诉处理办法",
    "店铺管理规定写着不退",
    "按内部管理规定处理",
    "商家规定：第三条不退",
    "先看司法解释",
    "新规定还没有出来",
    "指令第3号",
    "本法庭",
    "上面三条都说了这件事",
    "打 12315 投诉，7 日内有答复",
    "一条龙服务",
    "",
]


@pytest.mark.parametrize("text", NOT_MENTIONS)
def test_what_is_no_mention_is_left_alone(text: str) -> None:
    assert [m.words for m in mentions(text, SHELF.names)] == []


def test_there_are_enough_things_that_are_no_mention() -> None:
    assert len(set(NOT_MENTIONS)) == len(NOT_MENTIONS) >= 40


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《民法典》写得清楚。第三条建议：先截图", ["《民法典》"]),
        ("依据消法第二十四条，三项要求都合理", ["消法第二十四条"]),
        ("依据消法第二十四条和一条短信", ["消法第二十四条"]),
        ("消法第二十四条，第三条建议", ["消法第二十四条"]),
        ("消法第二十四条，第一项请求是退款", ["消法第二十四条"]),
        ("《消法》和《用户协议》第三条", ["《消法》"]),
        ("《消法》之外，还要看合同第三条", ["《消法》"]),
        ("消法三条都说了", ["消法"]),
        ("人民法院适用民法典", ["民法典"]),
        ("《最高人民法院关于修改〈民事诉讼证据规定〉的决定》", []),
        ("本法第二十四条", []),
        ("该法第二十四条，前面没有名字", ["该法第二十四条"]),
    ],
)
def test_a_mention_ends_where_it_ends(text: str, found: list[str]) -> None:
    assert [m.words for m in mentions(text, SHELF.names)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看第二十五条。", "xf-25-1-3,xf-25-2"),
        ("和第四十四条一起用。", "xf-44-1,xf-44-2"),
        ("第五十五条第一款更重。", "xf-55"),
        ("第九条没有收。", "!unknown-article"),
        ("本法第二条", "xf-2"),
        ("本条第一款", "xf-24-1"),
        ("本条第二款", "!unknown-part"),
        ("怎么还钱，看《民法典》第五百七十七条。", "mf-577"),
        ("第三条建议：先截图。", ""),
    ],
)
def test_on_the_page_of_a_law_a_bare_article_is_its_own(text: str, expected: str) -> None:
    assert answers(text, home=Home("xf", 24)) == expected


def test_a_repealed_law_may_speak_of_itself() -> None:
    assert answers("《网络交易管理办法》已经废止。", home=Home("gone")) == "gone"
    assert answers("《网络交易管理办法》已经废止。", home=Home("xf")) == "!repealed"


def test_a_repealed_law_may_point_to_its_successor() -> None:
    assert answers("看新办法第二十四条，也见第三十条。", home=Home("gone")) == (
        "wj-24-1 | !unknown-article"
    )
    assert answers("看新办法第二十四条", home=Home("xf")) == "!no-name"
    assert answers("看新办法第二十四条") == "!no-name"


def test_the_day_decides_what_is_in_force() -> None:
    assert answers("《网络交易管理办法》", day="2020-06-01") == "gone"
    assert answers("《网络交易管理办法》", day="2021-05-01") == "!repealed"
    assert answers("《未来法》第一条", day="2028-01-01") == "soon-1"
    assert answers("《消法》第二十四条", day="2019-12-31") == "!not-yet"
    assert answers("《改过法》第二条", day="2024-06-01") == "amended-2-old"
    assert answers("《改过法》第二条", day="2025-01-01") == "amended-2"
    assert answers("《改过法》第一条", day="2024-12-31") == "amended-1"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "消法第二百条",
            "提到的“消法第二百条”对不上：法条库里的《消费者权益保护法》没有第200条。",
            "法条库里有：第44条第1款、第44条第2款、第48条、第49条、第50条、第55条。"
            "条号没有错，就先把原文放进 law/xf.yaml。",
        ),
        ("消法第二十四条第二款", "没有第24条第2款。", "第24条第1款、"),
        ("刑法第二百六十六条之一", "没有第266条之1。", "法条库里有：第266条。"),
        ("民法典第二十三四条", "没有这样的条号。", ""),
        ("《网络监督交易管理办法》", "没有《网络监督交易管理办法》", "“网络交易监督管理办法”"),
        ("《某某法》", "没有《某某法》", "先在 law/ 里登记"),
        ("《网络交易管理办法》", "2021-05-01 起不再有效", "换成接替它的 wj。"),
        ("《未来法》", "2028-01-01 才施行", "现在有效的规定"),
        (
            "《电信用户申诉处理办法》第十条",
            "只知道名字",
            "只写名字；或者找到原文，放进 law/named.yaml",
        ),
        ("国务院令第779号", "没有文号“国务院令第779号”", "改对文号"),
        ("依据第二十四条", "没有写明是哪一部", "在它前面写上名字"),
        ("《改过法》第一条", "这个版本现在不适用", "第2条"),
    ],
)
def test_an_editor_is_told_what_is_wrong_and_what_to_do(text: str, message: str, hint: str) -> None:
    [found] = unanswered(text, SHELF)
    assert message in found.message
    assert hint in found.fault.hint


def test_one_fault_is_told_once() -> None:
    assert len(list(unanswered("消法第二百条第一款第（二）（四）项", SHELF))) == 1
    assert len(list(unanswered("消法第二百条，又说消法第二百条", SHELF))) == 2


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十四", 24), ("一百", 100),
        ("一百零五", 105), ("一百〇五", 105), ("一百一十", 110), ("一百四十五", 145),
        ("一千二百六十", 1260), ("一四五", 145), ("五〇二", 502), ("24", 24), ("２４", 24),
        ("二十三四", None), ("十百", None), ("一百一百", None), ("零十", None),
    ],
)  # fmt: skip
def test_numbers_are_read(written: str, value: int | None) -> None:
    assert read_number(written) == value


def test_every_number_reads_back() -> None:
    assert all(read_number(chinese(n)) == n == read_number(str(n)) for n in range(1, 10_000))


@pytest.mark.parametrize(
    ("title", "is_law"),
    [
        ("消费者权益保护法", True), ("网络交易管理办法", True), ("涉外民事关系法律适用法", True),
        ("某某规定（试行）", True), ("人民法院在线诉讼规则", True), ("关于退款的通知", True),
        ("剑与魔法", False), ("用户协议", False), ("退款规则", False), ("原神", False),
        ("办法", False), ("关于修改〈某法〉的决定", False),
    ],
)  # fmt: skip
def test_titles_that_end_like_law(title: str, is_law: bool) -> None:
    assert looks_like_law(title) is is_law


def test_names_are_compared_without_what_does_not_matter() -> None:
    assert plain_name("中华人民共和国 民法典") == plain_name("民法典")
    assert plain_name("规定(一)") == plain_name("规定（一）")
    assert plain_name("关于适用〈某法〉的解释") == plain_name("关于适用《某法》的解释")
    assert without_edition(plain_name("某法（2013年修正）")) == ("某法", "2013")
    assert without_edition(plain_name("规定（一）")) == ("规定(一)", "")


def test_a_long_range_is_looked_at_from_its_ends() -> None:
    assert [place.article for place in pinpoints("第一条至第九百条", 0)] == [1, 900]
    assert len(pinpoints("第一条至第五十条", 0)) == 50


@pytest.mark.parametrize(
    "text",
    [
        "第一条" * 3000,
        "《《a》" * 3000,
        "消法第" + "一、" * 3000,
        "甲" * 3000 + "管理办法",
        "消法" + "（" * 3000,
        "《\n" * 3000,
        "最高人民法院关于" * 1000,
        "消法，" * 3000 + "第一条",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    list(mentions(text, SHELF.names, home=True))
    assert time.process_time() - start < 5


# ---- what the project ships ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> Library:
    return parse(read_folder(TREES)).library


def spellings_of(instrument: Instrument, provision: Provision) -> list[str]:
    """How one may cite a provision."""
    where = pinpoint(provision)
    title, short = instrument.title, instrument.short
    return [
        f"《{title}》{where}",
        f"《{short}》{where}",
        f"依据{short}{where}",
        f"依据{title}{where}，可以退",
        *(f"{alias}{where}" for alias in instrument.aliases),
        f"《{short}》{_arabic(where)}",
        f"《{short}》{_arabic(where).translate(_WIDE)}",
        f"《{short}》{_positional(where)}",
    ]


def test_every_provision_cited_in_any_form_resolves_to_itself(shipped: Library) -> None:
    index = shelf(shipped)
    cited = 0
    for instrument in shipped.instruments.values():
        for name, provision in instrument.provisions.items():
            if instrument.status != "in_force" or provision.effective_to is not None:
                continue
            for text in spellings_of(instrument, provision):
                found = [resolve(m, index) for m in mentions(text, index.names)]
                assert len(found) == 1, text
                assert isinstance(found[0], Resolved), (text, found)
                assert name in found[0].provisions, (text, found)
                cited += 1
    assert cited > 1000


def test_every_shipped_text_mentions_only_what_the_library_holds(shipped: Library) -> None:
    index = shelf(shipped)
    subject = Subject(shipped, catalogue(shipped.facts))
    assert [f"{found.span} {found.message}" for found in unresolved_citation.check(subject)] == []
    counted = sum(
        1
        for text, home in unresolved_citation.texts_and_homes(shipped)
        for _ in mentions(text, index.names, home=home is not None)
    )
    assert counted > 100


_WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
_NUMERAL = re.compile("[零一二三四五六七八九十百千]+(?=[条款）])")
_ARTICLE = re.compile(r"[〇零一二三四五六七八九十百千\d]+(?=\s*(?:[、至].*)?条)")


def _arabic(where: str) -> str:
    return _NUMERAL.sub(lambda m: str(read_number(m[0])), where)


def _positional(where: str) -> str:
    """第一四五条 for 第一百四十五条."""
    digits = dict(zip("0123456789", "〇一二三四五六七八九", strict=True))
    return re.sub(r"\d+(?=条)", lambda m: "".join(digits[d] for d in m[0]), _arabic(where))


def test_every_corrupted_article_number_is_reported(shipped: Library) -> None:
    index = shelf(shipped)
    dice = random.Random(20261122)
    cited = [
        (str(shown.text), mention)
        for shown in own_texts(shipped)
        for mention in mentions(shown.text, index.names)
        if mention.kind == "name" and _ARTICLE.search(mention.words)
        if isinstance(resolve(mention, index), Resolved)
    ]
    assert len(cited) > 30
    for _ in range(200):
        text, mention = dice.choice(cited)
        wrong = _corrupted(text, mention, index, dice)
        told = [found.mention for found in unanswered(wrong, index)]
        assert any(found.start == mention.start for found in told), wrong


def _corrupted(text: str, mention: Mention, index: Shelf, dice: random.Random) -> str:
    """`text` with the article of `mention` changed to one that its law does not have here."""
    called = index.called(mention.name)
    held = {provision.article for law in called for provision in law.provisions.values()}
    number = dice.choice([n for n in range(1, 1400) if n not in held])
    form = dice.choice([chinese(number), str(number)])
    words = _ARTICLE.sub(form, mention.words, count=1)
    assert words != mention.words
    return text[: mention.start] + words + text[mention.end :]


# ---- pages --------------------------------------------------------------------------------------


def told(text: str, *, is_markdown: bool = True, today: str = "") -> list[tuple[int, int, str]]:
    page = Page("content/a.md", text, is_markdown)
    return [
        (p.span.line, p.span.col, p.severity.name) for p in page_problems(page, SHELF, today=today)
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# 标题\n\n依据《消法》第二百条。", [(3, 3)]),
        ("依据《消法》**第二百条**。", [(1, 3)]),
        ("依据[《消法》](https://example.org/第三条)第二百条。", [(1, 4)]),
        ("- 甲\n- 看合同法第九条", [(2, 4)]),
        ("《消法》第二十四条", []),
        ("《消法》\n第二百条", [(1, 1)]),
        ("《消法》\n\n第二百条", []),
        ("法释[2022]8号", []),
        ("[法释[2099]8号](x)", [(1, 2)]),
        ("`《消法》第二百条`", []),
        ("```\n《消法》第二百条\n```\n《合同法》", [(4, 1)]),
        ("<!-- 《合同法》 -->", []),
        ("## 标题 { #合同法 }", []),
        ('<p title="《合同法》">《消法》</p>', []),
        ("---\ntitle: 《合同法》怎么用\n---\n\n正文", [(2, 8)]),
    ],
)
def test_markdown_is_read_without_what_is_no_text(text: str, places: list[tuple[int, int]]) -> None:
    assert told(text) == [(*place, "ERROR") for place in places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<p>《消法》<strong>第二百条</strong></p>", [(1, 4)]),
        ("<p>《消法》</p>\n<p>第二百条</p>", []),
        ("<h1>《{{ view.title }}》</h1>第三条", []),
        ("{# 《合同法》 #}{% if 合同法 %}好{% endif %}", []),
        ("<script>\n《合同法》\n</script>\n<b>合同法</b>", [(4, 4)]),
        ("依据{{ law }}第二十四条第一款", [(1, 12)]),
        ("《消法》&nbsp;第二百条", [(1, 1)]),
    ],
)
def test_templates_are_read_without_what_is_no_text(
    text: str, places: list[tuple[int, int]]
) -> None:
    assert told(text, is_markdown=False) == [(*place, "ERROR") for place in places]


def test_nothing_moves_when_a_page_is_blanked() -> None:
    for path in sorted((ROOT / "content").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        shown = readable(Page("a.md", text))
        assert len(shown) == len(text)
        assert [len(line) for line in shown.split("\n")] == [len(x) for x in text.split("\n")]


def test_what_is_wrong_on_purpose_is_marked() -> None:
    assert told(f"有人说《合同法》还能用。{MARK}\n《合同法》") == [(2, 1, "ERROR")]
    assert told("有人说《合同法》还能用。{# 误引 #}", is_markdown=False) == []
    assert told(f"《消法》第二十四条 {MARK}") == [(1, 1, "WARNING")]


def test_a_page_is_judged_by_its_own_date() -> None:
    old = "---\ntitle: 旧文\ndate: 2020-06-01\n---\n\n《网络交易管理办法》"
    assert told(old, today="2026-11-22") == []
    assert told("《网络交易管理办法》", today="2026-11-22") == [(1, 1, "ERROR")]


def test_the_shipped_pages_and_templates_mention_only_what_the_library_holds() -> None:
    result = CliRunner().invoke(law_lint, [str(TREES), "--content", str(ROOT / "content")])
    assert result.exit_code == 0, result.output
    assert "全部对得上法条库" in result.output


def test_the_command_reports_place_and_mend(tmp_path: Path) -> None:
    page = tmp_path / "faq.md"
    page.write_text("# 问答\n\n依据《消费者权益保护法》第二百条，可以退。\n", encoding="utf-8")
    result = CliRunner().invoke(law_lint, [str(TREES), "--content", str(tmp_path)])
    assert result.exit_code == 1
    assert f"{page}:3:3 错误[CIT006] 提到的“《消费者权益保护法》第二百条”对不上" in result.output
    assert "怎么改：法条库里有：" in result.output
    page.write_text(f"依据《合同法》。{MARK}\n《民法典》{MARK}\n", encoding="utf-8")
    result = CliRunner().invoke(law_lint, [str(TREES), "--content", str(tmp_path)])
    assert result.exit_code == 0
    assert "2:1 提醒[CIT006]" in result.output


def test_the_command_says_when_the_library_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "a.yaml").write_text("instrument: a\n", encoding="utf-8")
    result = CliRunner().invoke(law_lint, [str(tmp_path), "--content", str(tmp_path)])
    assert result.exit_code == 1
    assert "法条库还读不了" in result.output
