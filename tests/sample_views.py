# SPDX-License-Identifier: MIT
"""Rich sample views: one guide, one outcome, one law, with every part and every optional field.

The statutes are quoted word for word; everything else is made up for the tests.
"""

from __future__ import annotations

import json
from dataclasses import replace

from generator.views import (
    ActionPart,
    Citation,
    Condition,
    DeadlinePart,
    Download,
    EvidencePart,
    GuideView,
    HomeView,
    InstrumentView,
    LawIndexView,
    LetterPart,
    Link,
    NodeView,
    OptionView,
    OutcomeCard,
    OutcomeView,
    ProvisionPart,
    ProvisionView,
    QuestionView,
    ReplyPart,
    TextPart,
    VerdictView,
)

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

DELIVERY = Citation(
    "dianshangfa-20",
    "《中华人民共和国电子商务法》第二十条",
    "电子商务法 第二十条",
    "law/dianshangfa/#dianshangfa-20",
)
RESCISSION = Citation(
    "minfadian-563-1-3",
    "《中华人民共和国民法典》第五百六十三条第一款第（三）项",
    "民法典 第五百六十三条第一款第（三）项",
    "law/dianshangfa/#dianshangfa-2-3",
)
_ALIPAY = Condition(0, "如果：付款方式是支付宝")
_WECHAT = Condition(1, "如果：付款方式是微信支付，或者不确定")


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
            True,
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
        False,
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
    care = TextPart("没收到之前，不要点“确认收货”。", (DELIVERY,), None, "care")
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
            TextPart("商家要按答应的时间和方式把东西给你。", (DELIVERY,), None),
            TextPart(
                "催过以后，在合理的时间里还不给，你可以解除合同，要求退款。", (RESCISSION,), None
            ),
            TextPart("支付宝的账单可以证明钱已经付给谁。", (), _ALIPAY),
        ),
        warnings=(danger, care) if tone == "danger" else (care,),
        today=_today(),
        road=_road(),
        deadlines=_deadlines(),
        evidence=_evidence(),
        letters=_letters(),
        replies=_replies(),
        provisions=_quoted(),
        avoid=(
            TextPart("不要说“没到账”而其实已经到账。这会让你失去信任，严重的要负责任。", (), None),
            TextPart("不要把卡密的后几位发给任何“客服”。", (), None),
        ),
        changes=(
            TextPart(
                "如果后来到账了，就不能再要求全额退款，只能要求赔偿因为晚到造成的损失。", (), None
            ),
            TextPart("如果付款方式是微信支付，入口在账单详情。", (), _WECHAT),
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


def action(key: str, title: str, stage: str, stage_id: str, **changes: object) -> ActionPart:
    plain = ActionPart(key, title, stage, stage_id, ("照着做就行。",), (), "", "", "", "", (), None)
    return replace(plain, **changes)  # type: ignore[arg-type]


def _today() -> tuple[ActionPart, ...]:
    return (
        action(
            "save-evidence-first",
            "先截图，再联系",
            "自查",
            "self_check",
            steps=(
                "打开订单页，截下订单状态、编号和三个时间。",
                "打开话费、游戏或者会员页面，截下“没到账”的样子。",
                "打开支付账单，截下这一笔。",
            ),
        ),
        action(
            "remind-and-set-date",
            "发给商家：催一次，定个日子",
            "协商",
            "negotiate",
            steps=(
                "用订单里的聊天发，不要换到别的软件。",
                "写清三件事：哪一单、要什么、最晚哪天。",
            ),
            bring=("订单编号", "没到账的截图"),
            wait="给商家三天",
            wait_kind="平台惯例",
            if_refused="申请平台介入，不用再等。",
            citations=(RESCISSION,),
        ),
        action(
            "pay-alipay",
            "在支付宝账单里提出疑问",
            "支付",
            "payment",
            condition=_ALIPAY,
            steps=("打开账单，点开这一笔，选“对此订单有疑问”。",),
            limits="支付机构不能替你把钱划回来。",
        ),
    )


def _road() -> tuple[ActionPart, ...]:
    return (
        action(
            "platform-complaint",
            "请平台介入",
            "平台",
            "platform",
            steps=(
                "在订单里点“申请售后”或“平台介入”。",
                "原因选“未收到”，写清日期和金额。",
                "上传截图，不写气话。",
            ),
            bring=("订单截图", "聊天记录", "支付账单"),
            wait="各平台自己定",
            wait_kind="平台惯例",
            if_refused="保存平台的处理结果，往下一站走。",
            citations=(DELIVERY,),
        ),
        action(
            "pay-wechat",
            "在微信账单里提出疑惑",
            "支付",
            "payment",
            condition=_WECHAT,
            steps=("打开账单详情，点“对订单有疑惑”。",),
            if_refused="继续走 12315。",
        ),
        action(
            "complain-12315",
            "向 12315 投诉",
            "行政",
            "administration",
            steps=("在全国 12315 平台登记，写清商家名称和要求。",),
            bring=("商家主体信息", "全部截图"),
            wait="七个工作日内告诉你受不受理",
            wait_kind="法定",
            if_refused="可以去法院。",
            limits="它能调解，不能强迫商家退款。",
        ),
        action("go-to-court", "去法院", "诉讼", "court", limits="要有商家的名称和地址。"),
        action("call-110", "报警", "报警", "police"),
    )


def _deadlines() -> tuple[DeadlinePart, ...]:
    return (
        DeadlinePart(
            "limitation-three-years",
            "去法院要钱",
            "法定",
            "知道商家不退那天",
            "三年",
            "P3Y",
            "中间催过、商家答应过，会重新算。",
            (RESCISSION,),
            None,
        ),
        DeadlinePart(
            "platform-window",
            "申请平台介入",
            "平台惯例",
            "订单完成那天",
            "各平台自己定",
            "",
            "",
            (),
            _ALIPAY,
        ),
    )


def _evidence() -> tuple[EvidencePart, ...]:
    return (
        EvidencePart(
            "订单页：状态、编号、时间",
            "从订单列表点进去录屏，一镜到底。",
            "原图留在手机里，再存一份到网盘。",
            (),
            None,
        ),
        EvidencePart("没到账的样子", "截余额页，要带日期和号码。", "", (DELIVERY,), None),
        EvidencePart("支付宝账单", "账单详情整页截图。", "", (), _ALIPAY),
    )


def _letters() -> tuple[LetterPart, ...]:
    body = (
        "你好。我在【付款日期】买了【商品名称】，订单编号【订单编号】，"
        "付了 ¥【金额】。\n\n页面承诺【承诺时间】内到账，到今天还没有到。"
        "请在【最晚日期】前到账；做不到，就请原路退回全部的钱。"
        "\n\n这段话和截图我都留着。"
    )
    return (
        LetterPart(
            "refund-not-arrived", "没到账，要求到账或者退款", "商家", body, (DELIVERY,), None
        ),
        LetterPart(
            "payment-dispute", "付款疑问", "支付宝", "订单【订单编号】没有到账。", (), _ALIPAY
        ),
    )


def _replies() -> tuple[ReplyPart, ...]:
    return (
        ReplyPart(
            "虚拟商品一律不退",
            "我说的不是七天无理由。东西没给我，是没有履行合同，和商品种类没有关系。",
            (DELIVERY,),
            None,
        ),
        ReplyPart("上游慢，再等等", "我是和你买的。请在我说的日子前到账，过了就退款。", (), None),
        ReplyPart("你去找支付宝", "", (), _ALIPAY),
    )


def _quoted() -> tuple[ProvisionPart, ...]:
    return (
        ProvisionPart(
            DELIVERY, (_DELIVERY_TEXT,), "商家要按答应的方式和时间，把东西交给你。", None
        ),
        ProvisionPart(
            RESCISSION,
            (
                "有下列情形之一的，当事人可以解除合同：",
                "（三）当事人一方迟延履行主要债务，经催告后在合理期限内仍未履行；",
            ),
            "催过了还不给，可以不要这个合同了。",
            _ALIPAY,
        ),
    )


_DELIVERY_TEXT = (
    "电子商务经营者应当按照承诺或者与消费者约定的方式、"
    "时限向消费者交付商品或者服务，并承担商品运输中的风险和责任。但是，"
    "消费者另行选择快递物流服务提供者的除外。"
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
        official="https://flk.npc.gov.cn/",
        grade="A",
        grade_meaning="两个以上来源逐字一致",
        verified="和国家法律法规数据库比对过。",
        checked_on="2026-11-20",
        review_by="2027-05-21",
        provisions=tuple(_provision(number) for number in ("20", "2-3", "48-2", "62")),
    )


def _provision(number: str) -> ProvisionView:
    return ProvisionView(
        anchor=f"dianshangfa-{number}",
        citation=DELIVERY,
        label=f"第二十条（{number}）",
        lead="有下列情形之一的：" if number == "62" else "",
        text=(_DELIVERY_TEXT,),
        plain="商家要按答应的方式和时间，把东西交给你。",
        use="页面写了“秒到”“两小时内到账”，过了就是违约。",
        twist="说页面写的是“预计”。" if number == "20" else "",
        reply="“预计”也是给买家看的承诺，写多久就该多久。" if number == "20" else "",
        limits="只管电子商务经营者。" if number == "20" else "",
        contested=number == "2-3",
        keywords=("未到账",),
        cited_by=(Link("没到账", "outcomes/not-arrived-overdue/"),),
    )


def law_index() -> LawIndexView:
    other = replace(
        instrument(), id="xiaobaofa", title="中华人民共和国消费者权益保护法", version="2013 年修正"
    )
    return LawIndexView((("法律", (instrument(), other)), ("行政法规", (instrument(),))))


def node() -> NodeView:
    return NodeView("这笔钱能全额退回来吗？", "guides/full-refund/", question("order_status"))


def home() -> HomeView:
    second = replace(guide(), id="minor", title="孩子充的钱，能退吗？", url="guides/full-refund/")
    return HomeView(guide(), (guide(), second), 124, 24)
