# SPDX-License-Identifier: MIT
"""One strict Content-Security-Policy for the whole built site.

Pure functions over the bytes of built pages: find what a strict policy would block, hash the
inline scripts that remain, and write the same policy into every page. One policy for all pages
matters: instant navigation keeps the policy of the first page that was opened.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.problems import Problem, Span

_EXECUTABLE = frozenset(
    {
        "",
        "module",
        "importmap",
        "speculationrules",
        "text/javascript",
        "application/javascript",
        "text/ecmascript",
        "application/ecmascript",
    }
)
# Links that only name an address; every other `rel` makes the browser fetch or connect.
_NAMING_RELS = frozenset(
    {"alternate", "author", "canonical", "edit", "help", "license", "next", "prev", "search"}
)
_LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_EXTERNAL = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCRIPT_URL = re.compile(r"[\x00-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
_CSS_EXTERNAL = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])(?:https?:)?//[^"')\s]*""", re.IGNORECASE
)
_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("frame-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)


@dataclass(frozen=True)
class Protected:
    """The pages with the policy written in, the policy, and what must be mended first."""

    pages: Mapping[str, bytes]
    policy: str
    problems: tuple[Problem, ...]


def protect(pages: Mapping[str, bytes]) -> Protected:
    """Write one policy into all `pages` (path -> HTML). Pages with faults keep their bytes."""
    scans = {path: _scan(path, data) for path, data in sorted(pages.items())}
    rule = policy(source for scan in scans.values() for source in scan.hashes)
    problems = tuple(problem for scan in scans.values() for problem in scan.problems)
    written = {path: _insert(pages[path], scan.charset_end, rule) for path, scan in scans.items()}
    return Protected(written, rule, problems)


def policy(hashes: Iterable[str]) -> str:
    """The policy that allows the site's own files and the inline scripts with these hashes."""
    scripts = " ".join(["'self'", *sorted(set(hashes))])
    return "; ".join(
        f"{name} {scripts if name == 'script-src' else value}" for name, value in _DIRECTIVES
    )


def script_hash(text: str) -> str:
    """The CSP source of an inline script. Browsers hash the text with line breaks normalised."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(normal.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def page_faults(path: str, data: bytes) -> tuple[Problem, ...]:
    """What in one page a strict policy would block, each with line and column."""
    return _scan(path, data).problems


def style_faults(path: str, data: bytes) -> Iterator[Problem]:
    """Addresses of other hosts in a style sheet."""
    text = data.decode("utf-8", "replace")
    for match in _CSS_EXTERNAL.finditer(text):
        start = match.start()
        line_start = text.rfind("\n", 0, start) + 1
        span = Span(path, text.count("\n", 0, start) + 1, start - line_start + 1)
        yield _external(span, match.group())


@dataclass
class _Scan:
    hashes: set[str] = field(default_factory=set)
    problems: tuple[Problem, ...] = ()
    charset_end: int = -1


def _scan(path: str, data: bytes) -> _Scan:
    parser = _PageParser(path, data.decode("utf-8", "replace"))
    problems = list(parser.found)
    if parser.charset_end < 0:
        problems.append(
            Problem(
                Span(path),
                "CSP006",
                "这一页没有 <meta charset>，安全策略没有地方写。",
                '在 <head> 的第一行写 <meta charset="utf-8">。',
            )
        )
    elif parser.early:
        problems.append(
            Problem(
                parser.early,
                "CSP007",
                "这里在 <meta charset> 之前就加载了东西，安全策略管不到它。",
                "把 <meta charset> 挪到 <head> 的第一行。",
            )
        )
    return _Scan(parser.hashes, tuple(problems), parser.charset_end)


def _insert(data: bytes, offset: int, rule: str) -> bytes:
    if offset < 0:
        return data
    text = data.decode("utf-8", "replace")
    # The one piece of markup made outside a template: it goes into finished pages.
    tag = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
    return (text[:offset] + tag + text[offset:]).encode()


class _PageParser(HTMLParser):
    """Walks one page and notes inline scripts, faults, and where `<meta charset>` ends."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.text = text
        self.hashes: set[str] = set()
        self.found: list[Problem] = []
        self.early: Span | None = None
        self.charset_end = -1
        self._script: list[str] | None = None
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check one element and its attributes."""
        values = {name: value or "" for name, value in attrs}
        span = self._span()
        if tag == "meta" and "charset" in values and self.charset_end < 0:
            line, col = self.getpos()
            raw = self.get_starttag_text() or ""
            self.charset_end = self._line_starts[line - 1] + col + len(raw)
        elif self.charset_end < 0 and tag in ("script", "link", "img", "iframe", "style"):
            self.early = self.early or span
        self.found += _tag_faults(span, tag, values)
        if tag == "script" and "src" not in values:
            kind = values.get("type", "").strip().lower()
            self._script = [] if kind in _EXECUTABLE else None

    def handle_data(self, data: str) -> None:
        """Collect the text of an inline script."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Hash an inline script when it ends."""
        if tag == "script" and self._script is not None:
            self.hashes.add(script_hash("".join(self._script)))
            self._script = None

    def _span(self) -> Span:
        line, col = self.getpos()
        return Span(self.path, line, col + 1)


def _tag_faults(span: Span, tag: str, attrs: Mapping[str, str]) -> Iterator[Problem]:
    if tag == "style":
        hint = "把样式写进 assets 里的 .css 文件。"
        yield Problem(span, "CSP001", "页面里有 <style>，严格的安全策略会拦下它。", hint)
    if tag == "base":
        yield Problem(span, "CSP005", "页面里有 <base>，安全策略不许用。", "删掉它，改用相对地址。")
    for name, value in attrs.items():
        yield from _attribute_faults(span, tag, name, value)
    for name in _LOADING.get(tag, ()):
        for address in _addresses(name, attrs.get(name, "")):
            if _EXTERNAL.match(address) and not _only_names(tag, attrs):
                yield _external(span, address)


def _attribute_faults(span: Span, tag: str, name: str, value: str) -> Iterator[Problem]:
    if name == "style":
        message = f'<{tag}> 上有 style="…"，严格的安全策略会拦下它。'
        yield Problem(span, "CSP002", message, "改成 class，把样式写进 .css 文件。")
    elif name.startswith("on"):
        message = f'<{tag}> 上有 {name}="…"，严格的安全策略会拦下它。'
        yield Problem(span, "CSP003", message, "在脚本文件里用 addEventListener。")
    elif _SCRIPT_URL.match(value):
        message = f"<{tag}> 的 {name} 是 javascript: 地址，严格的安全策略会拦下它。"
        yield Problem(span, "CSP004", message, "改成按钮，或者真正的地址。")


def _addresses(name: str, value: str) -> Iterator[str]:
    if name == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    elif value:
        yield value.strip()


def _only_names(tag: str, attrs: Mapping[str, str]) -> bool:
    if tag != "link":
        return False
    rels = attrs.get("rel", "").lower().split()
    return bool(rels) and "stylesheet" not in rels and any(rel in _NAMING_RELS for rel in rels)


def _external(span: Span, address: str) -> Problem:
    message = f"这里要向别的网站取东西：{address}"
    return Problem(span, "CSP005", message, "把文件放进本站，用相对地址引用。")
