# SPDX-License-Identifier: MIT
"""The methods: each takes whole numbers by field, and says every step.

Money is in fen; days and times are whole; parts and percents are in hundredths.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.sums.fields import Field, Method, Worked

Values = Mapping[str, int]
_FLOOR = 50_000
"""What is added at the least for fraud: 500 yuan, in fen."""


def money(fen: int) -> str:
    """¥128.00."""
    return f"¥{fen // 100}.{fen % 100:02d}"


def plain(hundredths: int) -> str:
    """49.5, 7: no zeros behind."""
    return f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")


def rounded(fen: int, parts: int) -> int:
    """`fen` divided by `parts`, half up to the fen."""
    return (2 * fen + parts) // (2 * parts)


def quotient(fen: int, parts: int) -> str:
    """What comes out of a division, with the rounding said where there is any."""
    if fen % parts == 0:
        return money(fen // parts)
    ten_thousandths, rest = divmod(fen * 100, parts)
    digits = f"{ten_thousandths // 10_000}.{ten_thousandths % 10_000:04d}"
    exact = digits + "…" if rest else digits.rstrip("0")
    return f"{exact}，四舍五入到分是 {money(rounded(fen, parts))}"


def by_days(v: Values) -> Worked:
    """The share of the days that were not used."""
    left = v["total"] - v["used"]
    fen = v["paid"] * left
    steps = (
        f"没用的天数：{v['total']} － {v['used']} = {left} 天。",
        f"按天折算：{money(v['paid'])} × {left} ÷ {v['total']} = {quotient(fen, v['total'])}。",
    )
    return _one(steps, "没用的部分，折成 {}。", rounded(fen, v["total"]))


def by_units(v: Values) -> Worked:
    """The share of the units that were not used."""
    left = v["total"] - v["used"]
    first = f"没用的：{plain(v['total'])} － {plain(v['used'])} = {plain(left)}。"
    return _share((first,), "没用的部分，折成 {}。", v["paid"], left, v["total"])


def missing_units(v: Values) -> Worked:
    """The share of the units that are missing or do not work."""
    return _share((), "缺的部分，折成 {}。", v["paid"], v["missing"], v["total"])


def short_delivery(v: Values) -> Worked:
    """The share of what was promised that did not arrive."""
    short = v["promised"] - v["arrived"]
    first = f"少到的：{plain(v['promised'])} － {plain(v['arrived'])} = {plain(short)}。"
    return _share((first,), "少到的部分，折成 {}。", v["paid"], short, v["promised"])


def with_bonus(v: Values) -> Worked:
    """What is left of a balance with a bonus, by each of the readings.

    By ratio: the used part costs its share of the real money. At full price: the used part is
    taken off the real money. Bonus first: what is left is real money, as far as that reaches.
    """
    paid, bonus, left = v["paid"], v["bonus"], v["left"]
    total = paid + bonus
    used = total - left
    bonus_first = min(left, paid)
    steps = (
        f"充的加送的：{money(paid)} + {money(bonus)} = {money(total)}。",
        f"不是你的原因，按优惠比例：{money(left)} × {plain(paid)} ÷ {plain(total)}"
        f" = {quotient(left * paid, total)}。",
        f"用掉的：{money(total)} － {money(left)} = {money(used)}。",
        f"你自己不想用了，用掉的按打折前算：{_taken_off(paid, used)}。",
        f"约定先花送的，剩下的先算你充的：最多 {money(paid)}，算 {money(bonus_first)}。",
    )
    several = "看原因和约定，在 {} 到 {} 之间。"
    return _range(steps, "几种算法都是 {}。", several, max(paid - used, 0), bonus_first)


def three_times(v: Values) -> Worked:
    """What may be claimed for fraud: three times the price, at least 500 yuan, and the price."""
    triple = 3 * v["price"]
    added = max(triple, _FLOOR)
    compared = "不到" if triple < _FLOOR else "到了"
    steps = (
        f"价款的三倍：{money(v['price'])} × 3 = {money(triple)}。",
        f"三倍{compared} {money(_FLOOR)}，加赔按 {money(added)} 算。",
        f"加上退回的价款：{money(added)} + {money(v['price'])} = {money(added + v['price'])}。",
    )
    both = f"可以主张加赔 {money(added)}，连退款一共 {money(added + v['price'])}。"
    answer = f"先要证明对方有欺诈。证明了，{both}"
    return Worked(steps, answer, added + v["price"], added + v["price"])


def fee_withheld(v: Values) -> Worked:
    """What was kept of the money paid."""
    kept = v["paid"] - v["back"]
    step = f"被扣下的：{money(v['paid'])} － {money(v['back'])} = {money(kept)}。"
    return _one((step,), "对方扣下了 {}。", kept)


def renewals(v: Values) -> Worked:
    """What several charges of the same price come to."""
    fen = v["price"] * v["charges"]
    step = f"{money(v['price'])} × {v['charges']} 次 = {money(fen)}。"
    return _one((step,), "这几次一共扣了 {}。", fen)


def less_use(v: Values) -> Worked:
    """What is left of the price after the months of use, each at the price of one like it."""
    use = v["month"] * v["months"]
    steps = (
        f"用过的好处：{money(v['month'])} × {v['months']} 个月 = {money(use)}。",
        f"付的钱减去用过的：{_taken_off(v['paid'], use)}。",
    )
    return _one(steps, "扣掉用过的，还有 {}。", max(v["paid"] - use, 0))


def by_fault(v: Values) -> Worked:
    """What the other side bears, for each guess at the reader's own share of the fault."""
    shares = [v[key] for key in ("share", "share-two", "share-three") if key in v]
    borne = [rounded(v["paid"] * (10_000 - share), 10_000) for share in shares]
    steps = tuple(
        f"你占 {plain(share)}%：{money(v['paid'])} ×（100 － {plain(share)}）÷ 100"
        f" = {quotient(v['paid'] * (10_000 - share), 10_000)}。"
        for share in shares
    )
    decided = (*steps, "各占多少，由双方商量；商量不成，由法院定。")
    one, several = "这样分，对方承担 {}。", "看怎么分，对方承担 {} 到 {}。"
    return _range(decided, one, several, min(borne), max(borne))


def _share(before: tuple[str, ...], answer: str, paid: int, part: int, whole: int) -> Worked:
    """`part` of `whole` in money; both in hundredths, which cancel out."""
    shown = f"{money(paid)} × {plain(part)} ÷ {plain(whole)} = {quotient(paid * part, whole)}"
    return _one((*before, f"按比例折算：{shown}。"), answer, rounded(paid * part, whole))


def _taken_off(paid: int, used: int) -> str:
    if used > paid:
        return f"{money(paid)} 不够扣 {money(used)}，算 {money(0)}"
    return f"{money(paid)} － {money(used)} = {money(paid - used)}"


def _one(steps: tuple[str, ...], answer: str, fen: int) -> Worked:
    return Worked(steps, answer.format(money(fen)), fen, fen)


def _range(steps: tuple[str, ...], one: str, several: str, low: int, high: int) -> Worked:
    if low == high:
        return _one(steps, one, low)
    return Worked(steps, several.format(money(low), money(high)), low, high)


_PAID = Field("paid", "付了多少钱", unit="元")
_SHARE = "自己的责任占多少"

METHODS = {
    method.name: method
    for method in (
        Method(
            "by_days",
            "{paid} ×（{total} － {used}）÷ {total}",
            (
                _PAID,
                Field("total", "一共多少天", "whole"),
                Field("used", "已经用了多少天", "whole", zero=True, at_most=("total",)),
            ),
            by_days,
        ),
        Method(
            "by_units",
            "{paid} ×（{total} － {used}）÷ {total}",
            (
                _PAID,
                Field("total", "一共有多少", "amount"),
                Field("used", "已经用了多少", "amount", zero=True, at_most=("total",)),
            ),
            by_units,
        ),
        Method(
            "missing_units",
            "{paid} × {missing} ÷ {total}",
            (
                _PAID,
                Field("total", "一共买了多少", "amount"),
                Field("missing", "缺了或者用不了多少", "amount", zero=True, at_most=("total",)),
            ),
            missing_units,
        ),
        Method(
            "short_delivery",
            "{paid} ×（{promised} － {arrived}）÷ {promised}",
            (
                _PAID,
                Field("promised", "说好给多少", "amount"),
                Field("arrived", "实际到了多少", "amount", zero=True, at_most=("promised",)),
            ),
            short_delivery,
        ),
        Method(
            "with_bonus",
            "{left} × {paid} ÷（{paid} + {bonus}）",
            (
                Field("paid", "自己充了多少钱", unit="元"),
                Field("bonus", "另外送了多少", unit="元", zero=True),
                Field("left", "还剩多少没用", unit="元", zero=True, at_most=("paid", "bonus")),
            ),
            with_bonus,
        ),
        Method(
            "three_times",
            "{price} + {price} × 3，三倍不到 ¥500.00 的，按 ¥500.00 算",
            (Field("price", "这一单的价款", unit="元"),),
            three_times,
        ),
        Method(
            "fee_withheld",
            "{paid} － {back}",
            (_PAID, Field("back", "实际退回多少", unit="元", zero=True, at_most=("paid",))),
            fee_withheld,
        ),
        Method(
            "renewals",
            "{price} × {charges}",
            (
                Field("price", "每次扣多少钱", unit="元"),
                Field("charges", "要退几次", "whole"),
            ),
            renewals,
        ),
        Method(
            "less_use",
            "{paid} － {month} × {months}",
            (
                _PAID,
                Field("month", "同样的会员一个月卖多少钱", unit="元"),
                Field("months", "已经用了几个月", "whole", zero=True),
            ),
            less_use,
        ),
        Method(
            "by_fault",
            "{paid} ×（100 － {share}）÷ 100",
            (
                _PAID,
                Field("share", _SHARE, "percent", "%", zero=True),
                Field("share-two", "换一个猜法", "percent", "%", zero=True, optional=True),
                Field("share-three", "再换一个猜法", "percent", "%", zero=True, optional=True),
            ),
            by_fault,
        ),
    )
}
"""Every method by its name: a closed set, the same in the browser."""
