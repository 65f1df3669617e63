# SPDX-License-Identifier: MIT
"""Rich sample views: one guide, one outcome, one law, with every part and every optional field.

The statutes are quoted word for word; everything else is made up for the tests. Longer than other
files because it is one set of data, best read as one.
"""

from __future__ import annotations

import json
from dataclasses import replace

from generator.views import (
    ArticleEndView,
    ArticleIndexView,
    AskedView,
    Download,
    GuideView,
    HomeView,
    InstrumentView,
    LawIndexView,
    Link,
    MentionGroup,
    NodeView,
    OptionView,
    OutcomeCard,
    OutcomeView,
    ProvisionPageView,
    ProvisionView,
    QuestionView,
    SuccessorView,
    TermView,
    TextPart,
    TopicGroup,
    TopicView,
    VerdictView,
    VersionView,
    WayGroup,
    WayView,
)
from tests import sample_parts as parts

TONES = ("good", "partly", "open", "hard", "danger", "outside")
_LABELS = {
    "good": ("可以要求全额退款", "按你的回答，法律站在你这边，可以要求把付的钱全部退回。"),
    "partly": ("可以要求退一部分", "没用掉、没收到的那部分，可以要求退回。"),
    "open": ("要看证据", "能不能退，取决于你手上的证据能证明什么。"),
    "hard": ("比较难", "法律上的依据不足，主要靠商家自愿。"),
    "danger": ("先停手，先报警", "这更像诈骗。先别再付钱，先报警。"),
    "outside": ("钱不一定能要回来", "这笔交易本身有问题，结果要看过错在谁。"),
}
_PROBLEMS = (
    ("not_arrived", "没到账，没收到", "充值没到、卡密没发、会员没开通"),
    ("short", "到了，但是少了", "金额、天数或者数量不够"),
    ("not_working", "卡密、激活码用不了，账号登不上", "提示无效、已被使用、过期、密码不对"),
    ("not_as_described", "和页面写的不一样", "说是正版、官方、永久，结果不是"),
    ("reversed", "用上以后又被收回了", "充值被扣回、账号被找回、被封号或停机"),
    ("wrong_target", "充错了", "号码、账号或者区服不对"),
    ("changed_mind", "买错了，或者不想要了", ""),
    ("service_closed", "停服、关站，余额或会员没法用", ""),
    ("not_me", "钱不是我付的", "孩子充的、被盗刷、自动扣费"),
    ("scam", "怀疑被骗了", "收钱就拉黑，或者还要我再付钱"),
    ("unsure", "说不清", "先教你看订单"),
)
_STATES = (
    ("processing", "已付款，处理中、充值中、待发货", ""),
    ("delivered", "已发货、已完成、充值成功", "但是你没有收到"),
    ("unsure", "看不到，或者不确定", ""),
)
_CHANNELS = (("alipay", "支付宝", ""), ("wechat", "微信支付", ""), ("unsure", "不确定", ""))


def verdict(tone: str = "good") -> VerdictView:
    label, meaning = _LABELS[tone]
    return VerdictView(tone, label, meaning, tone)


def question(fact: str = "problem") -> QuestionView:
    if fact == "problem":
        options = tuple(
            OptionView(key, label, hint, "guides/full-refund/2/") for key, label, hint in _PROBLEMS
        )
        help_text = "选最像的一个。选错了也没关系，后面每一步都能改。"
        return QuestionView(
            "problem",
            "出了什么问题？",
            "choice",
            help_text,
            "",
            options,
            "guides/full-refund/",
            2,
            6,
        )
    options = tuple(
        OptionView(key, label, hint, "outcomes/not-arrived-overdue/")
        for key, label, hint in _STATES
    )
    return QuestionView(
        "order_status",
        "订单现在显示什么？",
        "choice",
        "打开“我的订单”，看这一单最上面的状态字样。",
        "order-page",
        options,
        "guides/full-refund/2/",
        0,
        3,
    )


def guide() -> GuideView:
    cards = tuple(
        OutcomeCard(_CARD_TITLES[tone], "outcomes/not-arrived-overdue/", verdict(tone))
        for tone in TONES
    )
    return GuideView(
        id="full-refund",
        title="这笔钱能全额退回来吗？",
        summary=(
            "买了话费、点卡、卡密、会员、激活码或者账号，出了问题。几个问题，"
            "告诉你能不能退、今天先做什么、依据哪一条法律。"
        ),
        url="guides/full-refund/",
        start=question(),
        outcomes=cards,
        situations="18,432",
        shortest=3,
        longest=7,
        review_by="2027-05-21",
        data=page_data(),
    )


_CARD_TITLES = {
    "good": "过了承诺时间还没到账，可以要求全额退款",
    "partly": "用了一部分，可以要求退没用的那部分",
    "open": "页面写的和到手的不一样，要看你留了什么证据",
    "hard": "下单时单独确认过不支持退货，比较难",
    "danger": "先停手，先报警",
    "outside": "刷量、外挂这类买卖，钱不一定能要回来",
}


def page_data(outcome: str = "") -> str:
    data = {
        "v": 1,
        "root": "../../",
        "tree": "full-refund",
        "starts": {"full-refund": 0},
        "guides": {"full-refund": "guides/full-refund/"},
        "facts": {
            "problem": _fact("遇到的问题", "出了什么问题？", _PROBLEMS),
            "order_status": _fact("订单状态", "订单现在显示什么？", _STATES, "order-page"),
            "channel": _fact("付款方式", "钱是怎么付的？", _CHANNELS, "bill-page"),
        },
        "groups": {},
        "nodes": [
            ["problem", [1] * len(_PROBLEMS), 3, 3],
            ["order_status", [2, 2, 2], 2, 2],
            ["channel", [-1, -1, -1], 1, 1],
        ],
        "outcomes": [
            [
                "not-arrived-overdue",
                _CARD_TITLES["good"],
                "outcomes/not-arrived-overdue/",
                "full-refund",
            ]
        ],
    }
    if outcome:
        data |= {"outcome": outcome, "parts": [[["channel"], "1000"], [["channel"], "0111"]]}
    return json.dumps(data, ensure_ascii=False)


def _fact(
    label: str, asked: str, options: tuple[tuple[str, str, str], ...], picture: str = ""
) -> dict[str, object]:
    listed = [{"id": k, "label": t, "short": t, "hint": h} for k, t, h in options]
    return {
        "label": label,
        "q": asked,
        "kind": "choice",
        "help": "打开订单或者账单看一眼。",
        "picture": picture,
        "unit": "",
        "options": listed,
    }


def outcome(tone: str = "good") -> OutcomeView:
    danger = TextPart(
        "对方要你先付“解冻金”“手续费”才退款，这是骗钱的说法。不要付，打 110。", (), None, "danger"
    )
    care = TextPart("没收到之前，不要点“确认收货”。", (parts.DELIVERY,), None, "care")
    return OutcomeView(
        id="not-arrived-overdue",
        title=_CARD_TITLES[tone],
        url="outcomes/not-arrived-overdue/",
        summary=(
            "商家答应的时间已经过了，东西还没给你。这是商家没有履行合同。"
            "你可以先催一次、给个期限；还不给，就要求退回全部的钱。"
        ),
        synonyms=("未到账", "慢充"),
        verdict=verdict(tone),
        reasons=(
            TextPart("商家要按答应的时间和方式把东西给你。", (parts.DELIVERY,), None),
            TextPart(
                "催过以后，在合理的时间里还不给，你可以解除合同，要求退款。",
                (parts.RESCISSION,),
                None,
            ),
            TextPart("支付宝的账单可以证明钱已经付给谁。", (), parts.ALIPAY),
        ),
        warnings=(danger, care) if tone == "danger" else (care,),
        today=parts.today(),
        road=parts.road(),
        sums=parts.sums(),
        deadlines=parts.deadlines(),
        evidence=parts.evidence(),
        letters=parts.letters(),
        replies=parts.replies(),
        provisions=parts.quoted(),
        avoid=(
            TextPart("不要说“没到账”而其实已经到账。这会让你失去信任，严重的要负责任。", (), None),
            TextPart("不要把卡密的后几位发给任何“客服”。", (), None),
        ),
        changes=(
            TextPart(
                "如果后来到账了，就不能再要求全额退款，只能要求赔偿因为晚到造成的损失。", (), None
            ),
            TextPart("如果付款方式是微信支付，入口在账单详情。", (), parts.WECHAT),
        ),
        guides=(Link("这笔钱能全额退回来吗？", "guides/full-refund/"),),
        downloads=(
            Download("PDF", "outcomes/not-arrived-overdue.pdf", "84 KB"),
            Download("DOCX", "outcomes/not-arrived-overdue.docx", "39 KB"),
            Download("Markdown", "outcomes/not-arrived-overdue.txt", "6 KB"),
        ),
        review_by="2027-05-21",
        data=page_data("not-arrived-overdue"),
    )


def instrument() -> InstrumentView:
    return InstrumentView(
        id="dianshangfa",
        title="中华人民共和国电子商务法",
        short="电子商务法",
        url="law/dianshangfa/",
        kind="法律",
        issuer="全国人民代表大会常务委员会",
        number="主席令第七号",
        version="2018 年通过",
        effective_from="2019-01-01",
        effective_to="",
        status="现行有效",
        official="国家法律法规数据库 flk.npc.gov.cn",
        grade="A",
        grade_meaning="两个以上来源逐字一致",
        verified="和国家法律法规数据库比对过。",
        checked_on="2026-11-20",
        review_by="2027-05-21",
        provisions=tuple(_provision(number) for number in ("20", "2-3", "48-2", "62")),
        aliases=("电商法",),
        promulgated="2018-08-31",
        amended_by=("没有改过",),
        note="只用于测试。",
    )


def tombstone() -> InstrumentView:
    return replace(
        instrument(),
        status="已废止",
        effective_to="2026-01-01",
        provisions=(),
        is_repealed=True,
        is_named=True,
        replaced_by=(SuccessorView("新的办法", "law/xin/", "2026-01-01"),),
    )


def _provision(number: str) -> ProvisionView:
    return ProvisionView(
        anchor=f"dianshangfa-{number}",
        citation=replace(parts.DELIVERY, url=f"law/dianshangfa/dianshangfa-{number}/"),
        label=f"第二十条（{number}）",
        lead="有下列情形之一的：……" if number == "62" else "",
        text=(parts.DELIVERY_TEXT,),
        plain="商家要按答应的方式和时间，把东西交给你。",
        use="页面写了“秒到”“两小时内到账”，过了就是违约。",
        twist="说页面写的是“预计”。" if number == "20" else "",
        reply="“预计”也是给买家看的承诺，写多久就该多久。" if number == "20" else "",
        limits="只管电子商务经营者。" if number == "20" else "",
        contested=number == "2-3",
        keywords=("未到账",),
        status="现行有效",
        effective_from="2019-01-01",
        effective_to="",
        grade_meaning="两个以上来源逐字一致",
        verified="和国家法律法规数据库比对过。",
        checked_on="2026-11-20",
        readings=("可以退。", "不能退。") if number == "2-3" else (),
        answers=("说好两小时到，没到怎么办？",),
        edition="2019-01-01 起" if number == "20" else "",
    )


def provision() -> ProvisionPageView:
    law = instrument()
    old = VersionView(
        "law/old/dianshangfa-20/", "2010 年", "2010-01-01", "2019-01-01", "已废止", False
    )
    now = VersionView(
        "law/dianshangfa/dianshangfa-20/", "2018 年", "2019-01-01", "", "现行有效", True
    )
    return ProvisionPageView(
        provision=law.provisions[0],
        instrument=law,
        versions=(old, now),
        newer=Link("第二十条", "law/dianshangfa/dianshangfa-20/", "2018 年"),
        cited_by=(MentionGroup("结论", (Link("没到账", "outcomes/not-arrived-overdue/", "注"),)),),
        previous=Link("第十九条", "law/dianshangfa/dianshangfa-2-3/"),
        following=Link("第二十一条", "law/dianshangfa/dianshangfa-48-2/", "2019-01-01 起"),
        index_url="law/",
    )


def contested_provision() -> ProvisionPageView:
    law = instrument()
    return replace(provision(), provision=law.provisions[1], versions=(), newer=None, cited_by=())


def law_index() -> LawIndexView:
    other = replace(
        instrument(), id="xiaobaofa", title="中华人民共和国消费者权益保护法", version="2013 年修正"
    )
    asked = AskedView("说好两小时到，没到怎么办？", instrument().provisions[:2])
    return LawIndexView(
        (("法律", (instrument(), other)), ("行政法规", (instrument(),))),
        (TopicView("late", "没到账", (asked,)),),
        (tombstone(),),
        (replace(other, is_named=True, provisions=()),),
    )


ARTICLES = tuple(
    Link(f"第 {number} 篇文章", f"articles/a{number}/", "一两句话，说它回答什么。")
    for number in range(1, 7)
)


def article_index() -> ArticleIndexView:
    groups = (TopicGroup("先弄懂", ARTICLES[:2]), TopicGroup("防骗", ARTICLES[2:]))
    return ArticleIndexView("articles/", groups)


def article_end() -> ArticleEndView:
    return ArticleEndView(
        url="articles/a1/",
        index_url="articles/",
        glossary_url="glossary/",
        guides=(Link("这笔钱能全额退回来吗？", "guides/full-refund/", "几个问题。"),),
        terms=(TermView("he-xiao", "核销", "系统记下用掉了。", ()),),
        related=ARTICLES[1:5],
        checked_on="2026-11-21",
        review_by="2027-05-21",
    )


def node() -> NodeView:
    return NodeView(
        "这笔钱能全额退回来吗？",
        "guides/full-refund/",
        question("order_status"),
        "./",
        "guides/",
        "law/",
    )


def home() -> HomeView:
    second = replace(guide(), id="minor", title="孩子充的钱，能退吗？", url="guides/full-refund/")
    ways = tuple(
        WayView(label, hint, f"guides/full-refund/#problem={key}") for key, label, hint in _PROBLEMS
    )
    groups = (WayGroup("东西没到，或者不对", ways[:2]), WayGroup("别的", ways[2:]))
    return HomeView(guide(), groups, (second,), 124, 24, ARTICLES[:5])
