# SPDX-License-Identifier: MIT
"""The parts of the sample outcome: steps, limits, evidence, letters, replies, statutes."""

from __future__ import annotations

from dataclasses import replace

from generator.views import (
    ActionPart,
    Citation,
    Condition,
    DeadlinePart,
    EvidencePart,
    LetterPart,
    ProvisionPart,
    ReplyPart,
    SumField,
    SumPart,
)

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
ALIPAY = Condition(0, "如果：付款方式是支付宝")
WECHAT = Condition(1, "如果：付款方式是微信支付，或者不确定")


DELIVERY_TEXT = (
    "电子商务经营者应当按照承诺或者与消费者约定的方式、"
    "时限向消费者交付商品或者服务，并承担商品运输中的风险和责任。但是，"
    "消费者另行选择快递物流服务提供者的除外。"
)


def action(key: str, title: str, stage: str, stage_id: str, **changes: object) -> ActionPart:
    plain = ActionPart(key, title, stage, stage_id, ("照着做就行。",), (), "", "", "", "", (), None)
    return replace(plain, **changes)  # type: ignore[arg-type]


def today() -> tuple[ActionPart, ...]:
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
            condition=ALIPAY,
            steps=("打开账单，点开这一笔，选“对此订单有疑问”。",),
            limits="支付机构不能替你把钱划回来。",
        ),
    )


def road() -> tuple[ActionPart, ...]:
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
            condition=WECHAT,
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


def deadlines() -> tuple[DeadlinePart, ...]:
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
            ALIPAY,
        ),
    )


def evidence() -> tuple[EvidencePart, ...]:
    return (
        EvidencePart(
            "订单页：状态、编号、时间",
            "从订单列表点进去录屏，一镜到底。",
            "原图留在手机里，再存一份到网盘。",
            (),
            None,
        ),
        EvidencePart("没到账的样子", "截余额页，要带日期和号码。", "", (DELIVERY,), None),
        EvidencePart("支付宝账单", "账单详情整页截图。", "", (), ALIPAY),
    )


def letters() -> tuple[LetterPart, ...]:
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
            "payment-dispute", "付款疑问", "支付宝", "订单【订单编号】没有到账。", (), ALIPAY
        ),
    )


def sums() -> tuple[SumPart, ...]:
    plain = SumPart(
        id="charged",
        title="扣了几次，一共多少",
        method="renewals",
        tag="常见算法",
        formula="每次扣多少钱 × 要退几次",
        fields=(
            SumField("price", "每次扣多少钱", "元", "money", False, False, ""),
            SumField("charges", "要退几次", "", "whole", False, False, ""),
        ),
        given=("每次扣多少钱 15.00 元", "要退几次 4"),
        steps=("¥15.00 × 4 次 = ¥60.00。",),
        answer="这几次一共扣了 ¥60.00。",
        note="只数没有提醒你的那几次。",
        limits="法律没有写一定退几次。",
        citations=(),
        condition=None,
    )
    legal = replace(plain, id="legal", title="按法条算", tag="法定", citations=(DELIVERY,))
    return (plain, replace(legal, condition=ALIPAY))


def replies() -> tuple[ReplyPart, ...]:
    return (
        ReplyPart(
            "虚拟商品一律不退",
            "我说的不是七天无理由。东西没给我，是没有履行合同，和商品种类没有关系。",
            (DELIVERY,),
            None,
        ),
        ReplyPart("上游慢，再等等", "我是和你买的。请在我说的日子前到账，过了就退款。", (), None),
        ReplyPart("你去找支付宝", "", (), ALIPAY),
    )


def quoted() -> tuple[ProvisionPart, ...]:
    return (
        ProvisionPart(DELIVERY, (DELIVERY_TEXT,), "商家要按答应的方式和时间，把东西交给你。", None),
        ProvisionPart(
            RESCISSION,
            (
                "有下列情形之一的，当事人可以解除合同：",
                "（三）当事人一方迟延履行主要债务，经催告后在合理期限内仍未履行；",
            ),
            "催过了还不给，可以不要这个合同了。",
            ALIPAY,
        ),
    )
