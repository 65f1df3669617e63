# SPDX-License-Identifier: MIT
"""What may begin a mention of law, as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.citing.counting import NUMBER
from generator.citing.names import pattern_of
from generator.citing.pinpoints import COUNTED as _COUNTED_WORDS

_HAN = "[一-龥]"
# A title may go on in the next line, but not in the next item of a list.
_IN_TITLE = r"[^《》\n]|\n(?!\s*(?:\n|[-*+|>#]))"
_TITLE = rf"《(?:{_IN_TITLE}|《(?:{_IN_TITLE})*》){{1,90}}》"
_OLD = r"(?:(?<![还复])原|旧|老|修[订正改]前的)?"
_YEAR = r"[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]"
_DOC = (
    rf"(?:法释|法发|国发|国办发|银发|主席令|国务院令|{_HAN}{{2,16}}令|令)\s*{_YEAR}\s*第?\s*{NUMBER}\s*号"
    rf"|(?:主席令|国务院令|(?:国家|中国|最高|财政|商务|工业|文化|公安|市场){_HAN}{{2,20}}令|(?<![指命口下号法])令)"
    rf"\s*第\s*{NUMBER}\s*号"
)
_KINDS = "法典|法|条例|办法|规定|解释|细则|规则"
# 合同法司法解释二 counts its interpretations.
_ANY_KIND = rf"(?:{_KINDS}|通则|总则)(?:[（(]?[一二三四五六七八九十][）)]?)?"
_ON_LAW = "(?:法|法典)的?司法解释"
_SAME = rf"(?:同一?|该|此|上述|前述)(?:部|个)?(?:{_KINDS})"
_OWN = rf"本(?:{_KINDS})"
_SUCCESSOR = rf"新的?(?:{_KINDS})"
# What may stand between a name and its place: 《民法典》合同编里的第五百七十七条.
_GAP = (
    r"(?:[\s里中上之的〉>」”’】』]|合同编|总则编|总则|分则|通则|规定的|其中"
    r"|[（(][^（）()]{1,60}[）)])*"
)
_ARTICLE = rf"第\s*{NUMBER}\s*(?:(?:[、，,和与及或至到—–~～-]|以及)\s*(?:第\s*)?{NUMBER}\s*)*条"
_PLAIN_ARTICLE = "(?:[0-9０-９]{1,4}|[〇零一二三四五六七八九十百千]{2,8})条"
_NEXT_ARTICLE = rf"(?={_GAP}(?:{_ARTICLE}|{_PLAIN_ARTICLE}))"
# Where an unbracketed name cannot reach back over.
_CUE = (
    r"依据|根据|按照|依照|参照|遵照|适用|违反|符合|引用|援引|属于|写明|参见|见|按|依|据|看|用|查|和|与|及|或"
    r"|是|有|把|请|叫|说|在|从|对|以|我|你|他|它|这|那|就|也|都|还|又|不|了|着|的|第"
)
# Without 《》 and without an article, only these are taken for the name of an unknown act.
_OFFICIAL = (
    "(?:管理|监督|保护|处罚|促进|交纳)(?:条例|办法|规定|细则)"
    "|(?:暂行|实施)(?:条例|办法|规定|细则)|(?:条例|办法|规定|细则)[（(]试行[）)]"
)
_COURTS = (
    rf"最高人民(?:法院|检察院)关于(?:{_HAN}|[《》]){{2,60}}?的(?:若干|补充)?(?:规定|解释|批复)"
    "(?:[（(][一二三四五六七八九十][）)])?"
)
_OWNER = "平台|店铺|商家|本店|网站|公司|活动|会员|用户|游戏|社区|群|客服|售后|退款|积分|账号"
PRIVATE = re.compile(
    r"(?:合同|协议|约定|条款|公约|须知|声明|说明|章程|规则|守则|政策|公告|清单|攻略|指南|"
    rf"(?:{_OWNER})的?(?:规定|办法|条例|细则))(?:里|中|的|上|之|\s)*\Z"
)
CITES = re.compile(
    r"(?:依据|根据|按照|依照|参照|适用|违反|符合|引用|援引|参见|见|按|依|据|看|用|查|是|别引|引|属于|归)(?:的是|了|的)?\s*\Z"
)
# After the name of a law these too lead to one of its articles.
QUOTES = re.compile(r"(?:规定|写明|写着|明确)(?:是|为|了)?\s*[，,：:]?\s*[“「『]?\s*\Z")
# Between a law and its article: 消法：第二十四条, 消法里有一条（第24条）, the next cell of a table.
LINKED = re.compile(r"(?:[\s，,：:—–\-|（(]|里|中|其中|有一条|有规定)*\Z")
CITED = re.compile(r"\s*(?:第[一二三四五六七八九十\d]{1,3}[款项]|的?规定|的?要求|的?内容)")
COUNTED = re.compile(_COUNTED_WORDS)


GAP = re.compile(_GAP)
DOCUMENT_NUMBER = re.compile(_DOC)
# The costly heads are only tried where something of their kind ends somewhere.
_UNKNOWN_NAME = re.compile(
    rf"{_ANY_KIND}{_NEXT_ARTICLE}|中华人民共和国|{_OFFICIAL}|{_ON_LAW}|最高人民"
)


def heads(text: str, names: frozenset[str]) -> re.Pattern[str]:
    """Whatever may begin a mention in `text`; `lastgroup` of a match says of which kind."""
    return _heads(names, bool(_UNKNOWN_NAME.search(text)))


@lru_cache(maxsize=16)
def _heads(names: frozenset[str], with_unknown: bool) -> re.Pattern[str]:
    known = pattern_of(names)
    run = rf"(?:(?!{_CUE}|{known}){_HAN})"
    unknown = (
        rf"|(?P<shape>{run}{{1,30}}?{_ANY_KIND}){_NEXT_ARTICLE}"
        rf"|(?P<republic>中华人民共和国{run}{{1,20}}?(?:法典|法|条例))(?![院律官])"
        rf"|(?P<official>{_COURTS}|(?!{_OWNER}){run}{{3,26}}?(?:{_OFFICIAL})|{run}{{2,26}}?{_ON_LAW})"
    )
    return re.compile(
        rf"(?P<title>{_OLD}{_TITLE})"
        rf"|(?P<number>{_DOC})"
        rf"|(?P<same>{_SAME})(?={_GAP}{_ARTICLE})"
        rf"|(?P<own>{_OWN})(?={_GAP}{_ARTICLE})"
        rf"|(?P<successor>{_SUCCESSOR})(?={_GAP}{_ARTICLE})"
        rf"|(?P<ownpart>[本该同此]条)(?:的|中|里|\s)*(?=第\s*{NUMBER}\s*[款项])"
        rf"|(?P<known>{_OLD}{known})"
        rf"{unknown if with_unknown else ''}"
        rf"|(?P<bare>{_ARTICLE})"
    )


@lru_cache(maxsize=8)
def trigger(names: frozenset[str]) -> re.Pattern[str]:
    """What every mention has one of; most texts have none, and are done with quickly."""
    return re.compile(
        rf"[《号款]|中华人民共和国|{NUMBER}\s*条|[条法办规细](?:例|法|典|定|则)|司法解释|{pattern_of(names)}"
    )
