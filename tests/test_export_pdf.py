# SPDX-License-Identifier: MIT
"""The exporters: what stands in the files, and that the same checklist gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import markdown as python_markdown
import pypdf
import pytest

from generator.export import EXPORTERS, ExportError, ExportUnavailable, pdf
from generator.export import docx as docx_export
from generator.export import markdown as markdown_export
from generator.views import Checklist, ChecklistItem, ChecklistSection

AS_OF = date(2026, 11, 1)
ROOT = Path(__file__).parent.parent
FONTS = ROOT / "generator" / "export" / "fonts"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "#let x = 1 *bold* _it_ <b>粗</b> | 「引号」 $x$ `code` [a](b) &amp; #strong[y] @ref"

STATUTE = "经营者应当按照约定的时间交付。"
SAMPLE = Checklist(
    id="sample",
    title="话费一直没到账",
    verdict="可以要求全额退款",
    summary="说好的时间过了，可以要回 ¥128.00。",
    url="https://example.org/outcomes/sample/",
    checked_on="2026-10-30",
    sections=(
        ChecklistSection(
            "今天就做",
            "steps",
            (
                ChecklistItem("截图订单页", notes=("要看得到订单号。", "不要裁剪。")),
                ChecklistItem("发给商家", condition="如果：还联系得上商家", tag="平台惯例"),
            ),
        ),
        ChecklistSection(
            "带上这些",
            "tick",
            (
                ChecklistItem("付款凭证", notes=("账单 → 这一笔",), condition="如果：用支付宝付的"),
                ChecklistItem("三年内起诉", tag="法定"),
            ),
        ),
        ChecklistSection(
            "别做",
            "text",
            (
                ChecklistItem("不要再付钱。", notes=("“解冻费”也不要付。",)),
                ChecklistItem("1. 不是编号\n# 不是标题", condition="如果：对方催你"),
            ),
        ),
        ChecklistSection(
            "依据",
            "quote",
            (
                ChecklistItem("《示例法》第一条", notes=(STATUTE, "第二款。"), tag="法定"),
                ChecklistItem("《示例法》第二条", notes=(STATUTE,), condition="如果：商家是企业"),
            ),
        ),
        ChecklistSection(
            "发给商家的话",
            "letter",
            (ChecklistItem("给店铺客服", notes=("订单【订单号】*没到账*。", "请退款。")),),
        ),
    ),
    disclaimer="讲的是一般情形，不保证结果。",
)

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


def texts(checklist: Checklist) -> Iterator[str]:
    """Every text a reader must find in the file."""
    yield from (checklist.title, checklist.verdict, checklist.summary, checklist.disclaimer)
    for section in checklist.sections:
        yield section.title
        for item in section.items:
            yield from filter(None, (item.text, *item.notes, item.condition, item.tag))


def with_item(item: ChecklistItem, kind: str = "tick") -> Checklist:
    return replace(SAMPLE, sections=(ChecklistSection("一节", kind, (item,)),))


def squeezed(text: str) -> str:
    """Without spaces and line ends: a PDF has neither where its source has them."""
    return "".join(text.split())


def read_pdf(checklist: Checklist) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.export(checklist, as_of=AS_OF)))


def pdf_text(checklist: Checklist) -> str:
    return squeezed("".join(page.extract_text() for page in read_pdf(checklist).pages))


def read_docx(checklist: Checklist) -> Any:
    return docx.Document(io.BytesIO(docx_export.export(checklist, as_of=AS_OF)))


def to_markdown(checklist: Checklist) -> str:
    return markdown_export.export(checklist, as_of=AS_OF).decode()


def roles(node: Any) -> Iterator[str]:
    """The structure tags below a node, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from roles(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from roles(node["/K"])


def test_exporters_are_listed_with_their_labels() -> None:
    assert [(e.kind, e.suffix) for e in EXPORTERS] == [
        ("PDF", ".pdf"),
        ("DOCX", ".docx"),
        ("Markdown", ".md"),
    ]


# ---- PDF ----


def test_pdf_is_tagged_and_in_chinese() -> None:
    catalog = read_pdf(SAMPLE).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"].lower() == "zh-cn"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_pdf_structure_has_headings_lists_and_quotes() -> None:
    found = list(roles(read_pdf(SAMPLE).trailer["/Root"]["/StructTreeRoot"]))
    assert found.count("/H1") == 1
    assert found.count("/H2") == len(SAMPLE.sections)
    assert found.count("/L") == 2
    assert found.count("/LI") == 4
    assert found.count("/BlockQuote") == 2


def test_pdf_metadata_comes_from_the_checklist_and_as_of() -> None:
    about = read_pdf(SAMPLE).metadata
    assert about is not None
    assert about.title == SAMPLE.title
    assert about.author == "退款路标"
    assert about.creation_date is not None
    assert about.creation_date.date() == AS_OF


def test_pdf_holds_every_text() -> None:
    found = pdf_text(SAMPLE)
    for text in texts(SAMPLE):
        assert squeezed(text) in found


def test_pdf_footer_tells_page_and_day_of_check() -> None:
    found = pdf_text(SAMPLE)
    pages = len(read_pdf(SAMPLE).pages)
    assert all(f"第{page}页，共{pages}页" in found for page in range(1, pages + 1))
    assert "法条核对日期2026-10-30" in found


def test_pdf_links_to_the_page_on_the_site() -> None:
    notes = [a.get_object() for page in read_pdf(SAMPLE).pages for a in page.get("/Annots", [])]
    assert [note["/A"]["/URI"] for note in notes] == [SAMPLE.url]


@pytest.mark.parametrize("kind", ["tick", "steps", "text", "quote", "letter"])
def test_pdf_never_reads_data_as_markup(kind: str) -> None:
    item = ChecklistItem(HOSTILE, notes=(HOSTILE,), condition=HOSTILE)
    assert pdf_text(with_item(item, kind)).count(squeezed(HOSTILE)) == 3


def test_pdf_breaks_a_code_longer_than_the_line() -> None:
    code = "A1B2C3D4" * 30
    checklist = replace(with_item(ChecklistItem(code)), title="一个很长的标题" * 20)
    lines = read_pdf(checklist).pages[0].extract_text().splitlines()
    assert max(len(line) for line in lines if "A1B2" in line) < 100
    assert code in pdf_text(checklist)
    assert checklist.title in pdf_text(checklist)


def test_pdf_of_many_items_goes_on_over_pages() -> None:
    items = tuple(ChecklistItem(f"第{n}件事", notes=("说明",)) for n in range(60))
    checklist = replace(SAMPLE, sections=(ChecklistSection("很多", "tick", items),))
    found = pdf_text(checklist)
    assert "第2页" in found
    assert all(item.text in found for item in items)


def left_edges(checklist: Checklist, word: str) -> set[int]:
    """Where, in points from the left, the texts that hold `word` begin on the first page."""
    edges: set[int] = set()

    def note(text: str, page: list[float], line: list[float], *_: object) -> None:
        if word in text:
            edges.add(round(page[4] + line[4] * page[0]))

    read_pdf(checklist).pages[0].extract_text(visitor_text=note)
    return edges


@pytest.mark.parametrize(("count", "columns"), [(10, 1), (80, 2)])
def test_pdf_sets_a_long_checklist_in_two_columns(count: int, columns: int) -> None:
    items = tuple(
        ChecklistItem(f"做事{n}", notes=("把这件事情说得清清楚楚，一句不少。" * 2,))
        for n in range(count)
    )
    checklist = replace(SAMPLE, sections=(ChecklistSection("很多", "text", items),))
    assert len(left_edges(checklist, "做事")) == columns
    found = pdf_text(checklist)
    places = [found.index(f"做事{n}把") for n in range(count)]
    assert places == sorted(places)


def test_pdf_works_without_address_and_day() -> None:
    bare = replace(SAMPLE, url="", checked_on="", summary="", verdict="", disclaimer="")
    found = pdf_text(bare)
    assert "法条核对日期" not in found
    assert "网页上的这一页" not in found


def test_pdf_refuses_a_character_the_fonts_lack() -> None:
    checklist = with_item(ChecklistItem("可以", notes=("卡密写着𠮷字，没法用",)))
    with pytest.raises(ExportError, match="没有的字") as caught:
        pdf.export(checklist, as_of=AS_OF)
    message = str(caught.value)
    assert "“𠮷”（U+20BB7，见“卡密写着𠮷字，没法用”）" in message
    assert SAMPLE.title in message


def test_pdf_names_every_missing_character() -> None:
    with pytest.raises(ExportError, match=r"體.*😀"):
        pdf.export(with_item(ChecklistItem("體和😀")), as_of=AS_OF)


def test_fonts_are_those_that_were_recorded() -> None:
    lines = (FONTS / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    recorded = dict(reversed(line.split("  ")) for line in lines)
    shipped = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")
    }
    assert shipped == recorded
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


# ---- DOCX ----


def test_docx_has_real_headings() -> None:
    found = [(p.style.name, p.text) for p in read_docx(SAMPLE).paragraphs]
    headings = [(style, text) for style, text in found if style.startswith("Heading")]
    assert headings == [
        ("Heading 1", SAMPLE.title),
        *(("Heading 2", section.title) for section in SAMPLE.sections),
    ]


def test_docx_has_one_box_for_each_task_each_with_its_own_id() -> None:
    body = read_docx(SAMPLE).element.body
    ids = [element.get(f"{WORD}val") for element in body.iterfind(f".//{WORD}sdtPr/{WORD}id")]
    assert ids == ["1", "2", "3", "4"]
    assert len(body.findall(f".//{WORD_2010}checkbox")) == 4


def test_docx_paragraphs_name_styles_that_exist() -> None:
    document = read_docx(SAMPLE)
    used = set(document.element.body.xpath(".//w:pStyle/@w:val"))
    assert {"LubiaoVerdict", "LubiaoStatute", "LubiaoLetter", "LubiaoCondition"} < used
    assert used <= {style.style_id for style in document.styles}


def test_docx_holds_every_text() -> None:
    found = squeezed("".join(paragraph.text for paragraph in read_docx(SAMPLE).paragraphs))
    for text in texts(SAMPLE):
        assert squeezed(text) in found


def test_docx_metadata_and_language() -> None:
    document = read_docx(SAMPLE)
    about = document.core_properties
    assert (about.title, about.author, about.language) == (SAMPLE.title, "退款路标", "zh-CN")
    assert about.created.date() == about.modified.date() == AS_OF
    languages = document.styles.element.xpath("//w:style[@w:styleId='Normal']//w:lang/@w:eastAsia")
    assert languages == ["zh-CN"]


def test_docx_footer_tells_page_and_day_of_check() -> None:
    footer = read_docx(SAMPLE).sections[0].footer.paragraphs[0]
    assert "法条核对日期 2026-10-30" in footer.text
    assert footer._p.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_docx_keeps_hostile_text_as_text() -> None:
    item = ChecklistItem(HOSTILE, notes=(HOSTILE,), condition=HOSTILE)
    found = "\n".join(p.text for p in read_docx(with_item(item, "letter")).paragraphs)
    assert found.count(HOSTILE) == 3


def test_docx_zip_has_no_clock_and_sorted_names() -> None:
    packed = zipfile.ZipFile(io.BytesIO(docx_export.export(SAMPLE, as_of=AS_OF)))
    assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert packed.namelist() == sorted(packed.namelist())
    assert not [name for name in packed.namelist() if "thumbnail" in name]


# ---- Markdown ----


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


# ---- All of them ----

AGAIN = """
import hashlib, sys
sys.path.insert(0, "tests")
from test_export import AS_OF, EXPORTERS, SAMPLE
for exporter in EXPORTERS:
    print(hashlib.sha256(exporter.export(SAMPLE, as_of=AS_OF)).hexdigest())
"""


def test_same_input_gives_same_bytes_in_another_process() -> None:
    here = [hashlib.sha256(e.export(SAMPLE, as_of=AS_OF)).hexdigest() for e in EXPORTERS]
    again = [hashlib.sha256(e.export(SAMPLE, as_of=AS_OF)).hexdigest() for e in EXPORTERS]
    there = subprocess.run(
        [sys.executable, "-c", AGAIN],
        env={**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LANG": "C"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert here == again == there.stdout.split()


def test_as_of_is_the_only_clock() -> None:
    other = date(2027, 1, 2)
    assert pdf.export(SAMPLE, as_of=AS_OF) != pdf.export(SAMPLE, as_of=other)
    assert to_markdown(SAMPLE) == markdown_export.export(SAMPLE, as_of=other).decode()
    written = docx.Document(io.BytesIO(docx_export.export(SAMPLE, as_of=other)))
    assert written.core_properties.created.replace(tzinfo=None) == datetime(2027, 1, 2)


@pytest.mark.parametrize(
    ("library", "shown", "export"),
    [("typst", "typst", pdf.export), ("docx", "python-docx", docx_export.export)],
)
def test_without_the_library_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str, shown: str, export: Any
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    pdf._typesetter.cache_clear()
    with pytest.raises(ExportUnavailable, match=rf"用到 {shown}，这里还没有装.*lubiao\[export\]"):
        export(SAMPLE, as_of=AS_OF)


def test_the_package_imports_without_the_libraries() -> None:
    code = (
        "import sys; sys.modules['typst'] = sys.modules['docx'] = None\n"
        "from generator.export import EXPORTERS; print(len(EXPORTERS))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "3"
