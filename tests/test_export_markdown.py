# SPDX-License-Identifier: MIT
"""The Markdown file, whole, and what is escaped in it."""

from __future__ import annotations

import markdown as python_markdown
import pytest

from generator.export import markdown as markdown_export
from generator.views import Checklist, ChecklistItem
from tests.sample_checklist import AS_OF, HOSTILE, SAMPLE, with_item

GOLDEN = """\
# 话费一直没到账

**结论：可以要求全额退款**

说好的时间过了，可以要回 ¥128.00。

## 今天就做

1. [ ] 截图订单页
   - 要看得到订单号。
   - 不要裁剪。
2. [ ] **如果：还联系得上商家** 发给商家 〔平台惯例〕

## 带上这些

- [ ] **如果：用支付宝付的** 付款凭证
  - 账单 → 这一笔
- [ ] 三年内起诉 〔法定〕

## 别做

不要再付钱。

“解冻费”也不要付。

**如果：对方催你** 1\\. 不是编号\\
\\# 不是标题

## 依据

> **《示例法》第一条** 〔法定〕
>
> 经营者应当按照约定的时间交付。
>
> 第二款。

**如果：商家是企业**

> **《示例法》第二条**
>
> 经营者应当按照约定的时间交付。

## 发给商家的话

**给店铺客服**

```text
订单【订单号】*没到账*。

请退款。
```

---

法条核对日期：2026-10-30

网页上的这一页：<https://example.org/outcomes/sample/>

讲的是一般情形，不保证结果。
"""


def to_markdown(checklist: Checklist) -> str:
    return markdown_export.export(checklist, as_of=AS_OF).decode()


def test_markdown_golden() -> None:
    assert to_markdown(SAMPLE) == GOLDEN


def test_markdown_escapes_what_would_be_markup() -> None:
    escaped = to_markdown(with_item(ChecklistItem(HOSTILE), "text"))
    html = python_markdown.markdown(escaped)
    assert "<em>" not in html
    assert "<b>" not in html
    assert "<code>" not in html
    assert "<a href" not in html.split("网页上的这一页")[0]
    assert "*bold* _it_" in html
    assert "「引号」" in html


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# 一", r"\# 一"),
        ("- 一", r"\- 一"),
        ("2026. 一", r"2026\. 一"),
        ("3) 一", r"3\) 一"),
        ("snake_case_名", "snake_case_名"),
        ("__x__", r"\_\_x\_\_"),
        ("A&B &lt;", "A&B &amp;lt;"),
        ("a\\b", r"a\\b"),
        ("<b>", "&lt;b>"),
    ],
)
def test_markdown_escapes_only_where_needed(text: str, escaped: str) -> None:
    lines = to_markdown(with_item(ChecklistItem(text), "text")).splitlines()
    assert escaped in lines


def test_markdown_fence_is_longer_than_any_inside() -> None:
    found = to_markdown(with_item(ChecklistItem("信", notes=("```` 里面",)), "letter"))
    assert "`````text\n```` 里面\n`````\n" in found
