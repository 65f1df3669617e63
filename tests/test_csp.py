# SPDX-License-Identifier: MIT
"""The policy: one for all pages, and nothing it would block gets through unseen."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from generator import csp

PAGE = (
    '<!doctype html>\n<html><head>\n<meta charset="utf-8">\n'
    "<title>页</title>{head}</head>\n<body>{body}</body></html>"
)


def page(body: str = "", head: str = "") -> bytes:
    return PAGE.format(body=body, head=head).encode()


def sha(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_all_pages_get_the_same_policy_with_every_inline_script_of_the_site() -> None:
    pages = {
        "a.html": page("<script>one()</script>"),
        "b/index.html": page("<script>two()</script>"),
    }
    done = csp.protect(pages)
    assert not done.problems
    found = {
        re.search(rb'Policy" content="([^"]*)"', data)[1].decode() for data in done.pages.values()
    }
    assert found == {done.policy}
    assert sha("one()") in done.policy
    assert sha("two()") in done.policy


def test_the_policy_stands_directly_after_the_charset_and_changes_nothing_else() -> None:
    before = page("<p>中文</p>")
    done = csp.protect({"a.html": before})
    text = done.pages["a.html"].decode()
    tag = f'<meta http-equiv="Content-Security-Policy" content="{done.policy}">'
    assert f'<meta charset="utf-8">{tag}' in text
    assert text.replace(tag, "").encode() == before


def test_the_policy_allows_nothing_unsafe_and_no_other_host() -> None:
    rule = csp.policy([])
    assert rule.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in rule
    assert "*" not in rule
    assert "http" not in rule


def test_the_order_of_pages_and_scripts_does_not_matter() -> None:
    a, b = page("<script>a()</script><script>b()</script>"), page("<script>b()</script>")
    assert csp.protect({"x": a, "y": b}).policy == csp.protect({"y": b, "x": a}).policy


def test_data_blocks_need_no_hash() -> None:
    body = '<script type="application/json">{"a": 1}</script><script src="x.js"></script>'
    assert "sha256" not in csp.protect({"a.html": page(body)}).policy


def test_line_breaks_are_hashed_as_the_browser_sees_them() -> None:
    windows = csp.protect({"a.html": page("<script>a\r\nb</script>")}).policy
    assert sha("a\nb") in windows


@pytest.mark.parametrize(
    ("markup", "code", "word"),
    [
        ("<style>p{}</style>", "CSP001", "<style>"),
        ('<p style="color:red">x</p>', "CSP002", "<p>"),
        ('<p STYLE="color:red">x</p>', "CSP002", "style"),
        ('<svg><rect style="fill:red"/></svg>', "CSP002", "<rect>"),
        ('<button onclick="go()">x</button>', "CSP003", "onclick"),
        ("<img src='a.png' onerror='x'>", "CSP003", "onerror"),
        ('<a href="javascript:void(0)">x</a>', "CSP004", "href"),
        ('<a href=" JaVa\tScript:void(0)">x</a>', "CSP004", "javascript:"),
        ('<a href="java&#115;cript:x">x</a>', "CSP004", "javascript:"),
        ('<script src="https://cdn.example/x.js"></script>', "CSP005", "cdn.example"),
        ('<link rel="stylesheet" href="//fonts.example/a.css">', "CSP005", "fonts.example"),
        ('<link rel="preconnect" href="https://fonts.example">', "CSP005", "fonts.example"),
        ('<link rel="alternate stylesheet" href="https://a.example/a.css">', "CSP005", "a.example"),
        ('<img src="https://pic.example/a.png" alt="">', "CSP005", "pic.example"),
        (
            '<img src="a.png" srcset="a.png 1x, https://pic.example/b.png 2x" alt="">',
            "CSP005",
            "b.png",
        ),
        ('<iframe src="https://video.example/1" title="x"></iframe>', "CSP005", "video.example"),
        ('<form action="https://form.example/"></form>', "CSP005", "form.example"),
        ('<base href="/x/">', "CSP005", "<base>"),
    ],
)
def test_what_the_policy_would_block_is_a_problem_with_its_place(
    markup: str, code: str, word: str
) -> None:
    found = csp.page_faults("p/index.html", page("\n\n  " + markup))
    assert [p.code for p in found] == [code]
    assert word in found[0].message
    line, col = (7, 3 + max(0, markup.find("<rect")))
    assert str(found[0].span) == f"p/index.html:{line}:{col}"
    assert found[0].hint


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://gov.example/">外部链接</a>',
        '<link rel="canonical" href="https://site.example/a/">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<script src="../assets/a.js" defer></script>',
        "<!-- <p style='x'> -->",
        '<script type="application/json">"<p style=\'x\' onclick=1>"</script>',
        "<p>style=&quot;x&quot; onclick=</p>",
        '<a href="https://a.example/?u=javascript:">x</a>',
    ],
)
def test_what_the_policy_allows_is_no_problem(markup: str) -> None:
    assert not csp.page_faults("p.html", page(markup))


def test_a_page_without_charset_has_no_place_for_the_policy() -> None:
    data = b"<!doctype html><title>x</title>"
    done = csp.protect({"a.html": data})
    assert [p.code for p in done.problems] == ["CSP006"]
    assert done.pages["a.html"] == data


def test_a_script_before_the_charset_escapes_the_policy() -> None:
    data = b'<!doctype html><script src="a.js"></script><meta charset="utf-8">'
    assert [p.code for p in csp.page_faults("a.html", data)] == ["CSP007"]


def test_style_sheets_may_not_reach_for_other_hosts() -> None:
    css = (
        b'a{}\nb{background:url("https://x.example/i.png")}\n'
        b'@import "//y.example/z.css";c{background:url(data:x)}'
    )
    found = list(csp.style_faults("a.css", css))
    assert [str(p.span) for p in found] == ["a.css:2:14", "a.css:3:1"]
