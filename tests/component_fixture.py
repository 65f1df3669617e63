# SPDX-License-Identifier: MIT
"""A small guide in a real browser: page data by hand, pages, a server, Chromium.

The data is written out, not compiled, so that these tests hold the component to the contract
in docs/page-data.md and not to what the compiler happens to write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browser import serving
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, BrowserContext, Page

from generator.components.bundle import SOURCE, bundle, stylesheet
from generator.views import OptionView, QuestionView

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)
SHELL = b"html { font-size: 125%; } body { font-size: var(--lb-text); }\n"
TOKENS = Path(__file__).parents[1] / "generator/render/styles/tokens.css"


def options(*pairs: tuple[str, str], **below: int) -> list[dict[str, Any]]:
    """Options from (id, label) pairs; `below` turns some into bands."""
    limit = {name: {"below": value} for name, value in below.items()}
    return [{"id": name, "label": label, **limit.get(name, {})} for name, label in pairs]


def member(label: str) -> dict[str, Any]:
    """A yes/no member of the group `proof`."""
    answers = [{"id": "yes", "label": "有"}, {"id": "no", "label": "没有"}]
    return {
        "label": label,
        "q": f"有{label}吗？",
        "kind": "choice",
        "group": "proof",
        "options": answers,
    }


FACTS: dict[str, dict[str, Any]] = {
    "problem": {
        "label": "遇到的问题",
        "q": "出了什么问题？",
        "kind": "choice",
        "help": "看订单里写的状态。\n拿不准就选最后一项。",
        "picture": "order-page",
        "options": [
            {
                "id": "not_arrived",
                "label": "付了钱，东西没到账",
                "short": "没到账",
                "hint": "话费、点卡、会员都算",
            },
            {"id": "code_bad", "label": "卡密用不了"},
            {"id": "regret", "label": "不想要了"},
            {"id": "unsure", "label": "不确定"},
        ],
    },
    "delivery": {
        "label": "到账时间",
        "q": "商家说过多久到账吗？",
        "kind": "choice",
        "options": options(("promised", "说过"), ("none", "没说过")),
    },
    "amount": {
        "label": "付了多少钱",
        "q": "付了多少钱？",
        "kind": "number",
        "unit": "元",
        "options": options(
            ("under_500", "不到 500 元"),
            ("under_5000", "500 元到 5000 元"),
            ("over", "5000 元以上"),
            ("unsure", "不确定"),
            under_500=500,
            under_5000=5000,
        ),
    },
    "received": {
        "label": "收到的日期",
        "q": "哪天收到的？",
        "kind": "date",
        "options": options(
            ("d7", "7 天之内"), ("d30", "8 到 30 天"), ("older", "更早"), d7=8, d30=31
        ),
    },
    "proof.page": member("商品页截图"),
    "proof.chat": member("聊天记录"),
    "proof.pay": member("付款记录"),
    "channel": {
        "label": "付款方式",
        "q": "用什么付的款？",
        "kind": "choice",
        "options": options(("alipay", "支付宝"), ("wechat", "微信支付"), ("card", "银行卡")),
    },
    "minor": {
        "label": "是不是孩子付的",
        "q": "是未成年人自己付的吗？",
        "kind": "choice",
        "options": options(("yes", "是"), ("no", "不是")),
    },
}
GROUPS = {
    "proof": {
        "label": "手上的证据",
        "q": "手上有哪些证据？",
        "none": "都没有",
        "help": "",
        "picture": "",
        "members": ["proof.page", "proof.chat", "proof.pay"],
    }
}
EDGES: list[tuple[str, list[int]]] = [
    ("problem", [1, 3, 4, 10]),
    ("delivery", [2, 9]),
    ("amount", [5, 5, 5, 5]),
    ("received", [5, 5, 8]),
    ("minor", [-3, 9]),
    ("proof.page", [6, 6]),
    ("proof.chat", [7, 7]),
    ("proof.pay", [10, 8]),
    ("channel", [-1, -2, -2]),
    ("amount", [-4, -4, -3, -4]),
    ("channel", [-1, -1, 11]),
    ("minor", [-3, -2]),
]
DOOR = "guides/not-arrived/"
"""A guide whose page opens with something answered: whoever comes here says that much."""
GIVEN = {"problem": "not_arrived"}
OUTCOMES = [
    ("full-refund", "可以要求全额退款"),
    ("bargain", "可以协商退一部分"),
    ("guardian", "由监护人出面要求退款"),
    ("hard", "很难要求退款"),
]
PARTS = [
    [["channel"], "1000"],
    [["channel"], "0100"],
    [["delivery", "amount"], "100000000000000"],  # promised and under_500
    [["proof.chat"], "010"],
    [["problem"], "00100"],
]


@cache
def screens(node: int) -> tuple[int, int]:
    """Fewest and most screens from `node` to an outcome, counted anew here."""
    if node < 0:
        return 0, 0
    group = FACTS[EDGES[node][0]].get("group")
    ways = []
    for to in EDGES[node][1]:
        same = group and to >= 0 and FACTS[EDGES[to][0]].get("group") == group
        ways.append(tuple(count + (not same) for count in screens(to)))
    return min(way[0] for way in ways), max(way[1] for way in ways)


def page_data(root: str, index: str, outcome: str = "") -> dict[str, Any]:
    """The JSON of a guide page, or of the page of `outcome`; `index` ends every address."""
    data: dict[str, Any] = {
        "v": 1,
        "root": root,
        "tree": "refund",
        "starts": {"refund": 0, "late": 1},
        "guides": {"refund": f"guides/refund/{index}", "late": f"guides/late/{index}"},
        "facts": FACTS,
        "groups": GROUPS,
        "nodes": [[fact, edges, *screens(i)] for i, (fact, edges) in enumerate(EDGES)],
        "outcome_page": f"outcomes/{{}}/{index}",
        "outcomes": [[name, title] for name, title in OUTCOMES],
    }
    return {**data, "outcome": outcome, "parts": PARTS} if outcome else data


def start_question() -> QuestionView:
    """The first question as the fallback prints it."""
    fact = FACTS["problem"]
    links = tuple(
        OptionView(option["id"], option["label"], option.get("hint", ""), f"guides/refund/{i}/")
        for i, option in enumerate(fact["options"])
    )
    few, many = screens(0)
    return QuestionView(
        "problem",
        fact["q"],
        "choice",
        fact["help"],
        "order-page",
        links,
        "",
        few - 1,
        many - 1,
    )


def write_site(folder: Path, index: str = "") -> None:
    """Write the pages; `index` is "index.html" for a folder opened from disk."""
    env = Environment(
        loader=FileSystemLoader([Path(__file__).parent / "component", SOURCE]),
        undefined=StrictUndefined,
        autoescape=True,
    )
    pages = {"guides/refund/": ("guide", ""), DOOR: ("guide", ""), "two/": ("two", "")}
    pages |= {f"outcomes/{name}/": ("outcome", name) for name, _ in OUTCOMES}
    for path, (template, outcome) in pages.items():
        root = "../" * path.count("/")
        made = {**page_data(root, index, outcome), **({"given": GIVEN} if path == DOOR else {})}
        data = json.dumps(made, ensure_ascii=False)
        text = env.get_template(f"{template}.html.jinja").render(
            data=data.replace("<", "\\u003c"),
            root=root,
            policy=POLICY,
            title=dict(OUTCOMES).get(outcome, "能不能退款"),
            question=start_question(),
        )
        target = folder / path / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "guide.js").write_bytes(bundle(expose_for_tests=True))
    (folder / "guide.css").write_bytes(TOKENS.read_bytes() + SHELL + stylesheet())


@pytest.fixture(scope="session")
def component_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fixture site on a server of its own."""
    folder = tmp_path_factory.mktemp("component")
    write_site(folder)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def component_context(chromium: Browser, component_site: str) -> Iterator[BrowserContext]:
    """A small Chinese phone; one for all tests of a module, since opening one is slow."""
    context = chromium.new_context(
        base_url=component_site,
        viewport={"width": 390, "height": 844},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
    )
    yield context
    context.close()


@pytest.fixture
def page(component_context: BrowserContext) -> Iterator[Page]:
    """A fresh page that fails its test on any console error, exception or refused request."""
    opened = component_context.new_page()
    errors: list[str] = []
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    assert errors == []
