# SPDX-License-Identifier: MIT
"""`lubiao diff`: its three reports, reading versions out of git, and its messages."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.check import CheckedLibrary, proved
from generator.cli import main
from generator.compare import compare, report_words
from generator.compare.report_json import report_json
from generator.compare.report_markdown import MOST, plain, report_markdown
from generator.compare.report_text import report_text
from generator.compare.results import Change, Comparison, End, Example, TextChange, TreeChange
from generator.forest import TooUnlike
from generator.revisions import RevisionFault, read_revision
from tests.libraries import BASE, library

BEFORE = BASE["trees/demo.yaml"].replace(
    'options: {"no": outcome/fresh}',
    'options: {"no": outcome/fresh, part: outcome/fresh, unsure: outcome/hard}',
)
WEAKER = BEFORE.replace('"no": outcome/fresh', '"no": outcome/hard')
OUTCOMES = "    outcomes:\n" + "".join(
    f"""\
      {name}:
        title: {title}
        verdict: {verdict}
        summary: 一句话。
        reasons: [因为这样。]
        today: [first-step]
        evidence: [order-page]
        provisions: [demo-1]
"""
    for name, title, verdict in (
        ("late", "用晚了", "yes-you-can"),
        ("fresh", "还没用", "yes-you-can"),
        ("hard", "不好退", "no-you-cannot"),
    )
)
DEADLINES = """\
    deadlines:
      seven: {title: 七天, kind: law, clock: 收到, days: 7, provisions: [demo-1]}
    """


def _checked(sources: Mapping[str, bytes]) -> CheckedLibrary:
    found = proved(sources)
    assert found.library is not None, found.problems
    return found.library


def _sources(tree: str = BEFORE, outcomes: str = OUTCOMES, **more: str) -> dict[str, bytes]:
    return library(trees__demo=tree, outcomes__o=outcomes, **more)


def _compared(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Comparison:
    return compare(_checked(old), _checked(new))


@pytest.fixture(scope="module")
def weaker() -> Comparison:
    return _compared(_sources(), _sources(WEAKER))


# ---- words -------------------------------------------------------------------------------------


def test_the_first_line_says_how_many_situations_change(weaker: Comparison) -> None:
    first = report_text(weaker).splitlines()[0]
    assert first == "demo：8 种情形里，有 1 种（12.5%）的结论变了。"


def test_a_class_says_before_after_and_the_plainest_example(weaker: Comparison) -> None:
    block = report_text(weaker, "https://new/", "https://old/").split("\n\n")[1].splitlines()
    assert block == [
        "变弱：1 种（12.5%）",
        "  原来：可以｜还没用（fresh）",
        "  现在：比较难｜不好退（hard）",
        "  例如：到了没有＝到了，用了没有＝没用",
        "  改之前：https://old/guides/demo.html#arrived=yes&used=no",
        "  改之后：https://new/guides/demo.html#arrived=yes&used=no",
    ]


def test_the_last_line_says_what_stayed(weaker: Comparison) -> None:
    assert report_text(weaker).splitlines()[-1] == "demo：其余 7 种情形的结论不变。"


def test_the_other_way_round_is_stronger() -> None:
    text = report_text(_compared(_sources(WEAKER), _sources()))
    assert "变强：1 种（12.5%）" in text
    assert "变弱" not in text


def test_nothing_different_is_one_sentence() -> None:
    same = _compared(_sources(), _sources())
    assert report_text(same) == report_words.NOTHING
    assert report_words.NOTHING in report_markdown(same)
    assert "\n" not in report_text(same)


def test_an_answer_that_went_and_one_that_came() -> None:
    fewer = re.sub(r" *part: .*\n", "", BASE["facts/facts.yaml"])
    after = _sources(BEFORE.replace("part: outcome/fresh, ", ""), facts__facts=fewer)
    gone = _compared(_sources(), after)
    text = report_text(gone)
    assert "这个答案没有了：1 种（12.5%）" in text
    assert "  现在：这个答案没有了" in text
    assert "改之后：" not in text
    came = report_text(_compared(after, _sources()))
    assert "新的答案：1 种（12.5%）" in came
    assert "  原来：没有这个答案" in came


def test_questions_newly_asked_are_counted() -> None:
    always = re.sub(r" *options: {\"no\": outcome/late}\n", "", BEFORE)
    text = report_text(_compared(_sources(), _sources(always)))
    assert "“用了没有”：有 4 种（50%）情形，原来不问，现在要问。" in text
    back = report_text(_compared(_sources(always), _sources()))
    assert "“用了没有”：有 4 种（50%）情形，原来要问，现在不问了。" in back


def test_parts_are_named_by_title_and_provisions_by_citation() -> None:
    fewer = OUTCOMES.replace("evidence: [order-page]", "evidence: []", 1)
    fewer = fewer.replace("provisions: [demo-1]", "provisions: []", 1)
    text = report_text(_compared(_sources(), _sources(outcomes=fewer)))
    assert "要留好的证据｜“订单页”：5 种（62.5%）情形不再看得到，在“用晚了”。" in text
    assert "法条原文｜《演示用的规定》第一条：5 种（62.5%）情形不再看得到，在“用晚了”。" in text
    assert "8 种情形的结论都没有变" in text.splitlines()[0]


def test_a_reason_in_other_words_is_one_change() -> None:
    other = OUTCOMES.replace("[因为这样。]", "[因为是这样的。]", 1)
    lines = report_text(_compared(_sources(), _sources(outcomes=other))).splitlines()
    at = lines.index("  为什么｜5 种（62.5%）情形看到的话改了，在“用晚了”。")
    assert lines[at + 1 : at + 3] == ["    原来：因为这样。", "    现在：因为是这样的。"]


def test_a_deadline_is_named_as_one() -> None:
    old = _sources(deadlines__d=DEADLINES)
    longer = DEADLINES.replace("days: 7", "days: 15").replace("kind: law", "kind: practice")
    lines = report_text(_compared(old, _sources(deadlines__d=longer))).splitlines()
    at = lines.index("  期限“七天”的长度（天）")
    assert lines[at + 1 : at + 3] == ["    原来：7", "    现在：15"]
    at = lines.index("  期限“七天”的种类")
    assert lines[at + 1 : at + 3] == ["    原来：法定", "    现在：平台惯例"]


def test_a_renamed_thing_is_the_same_thing() -> None:
    renamed = _sources(
        BEFORE.replace("outcome/fresh", "outcome/unused"),
        OUTCOMES.replace("fresh:\n", "unused:\n        formerly: [fresh]\n"),
    )
    assert _compared(_sources(), renamed).empty


def test_new_and_dropped_trees_are_named() -> None:
    other = BEFORE.replace("tree: demo", "tree: other")
    more = {**_sources(), "trees/other.yaml": _sources(other)["trees/demo.yaml"]}
    assert "新加的树：other。" in report_text(_compared(_sources(), more))
    assert "删掉的树：other。" in report_text(_compared(more, _sources()))


def test_an_example_writes_a_multi_select_as_the_page_does() -> None:
    facts = """\
        facts:
          kept:
            label: 证据
            question: 有哪些？
            kind: multi
            none: 都没有
            options: {page: {label: 商品页}, chat: {label: 聊天}}
        """
    asked = """\
        tree: demo
        title: 演示
        summary: 一棵小树。
        review_by: "2027-01-01"
        start: kept
        questions:
          kept:
            ask: kept
            cases: [{when: {kept.page: "yes"}, next: outcome/A}]
            otherwise: outcome/B
        """
    old, new = (
        _sources(asked.replace("A", one).replace("B", other), facts__facts=facts)
        for one, other in (("late", "hard"), ("hard", "late"))
    )
    text = report_text(_compared(old, new))
    assert "  例如：商品页＝有" in text
    assert "  改之后：guides/demo.html#kept=page,chat" in text
    assert "  改之后：guides/demo.html#kept=chat" in text


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [
        (0, 5, "0%"),
        (5, 5, "100%"),
        (1, 10**15, "不到 0.01%"),
        (1, 10_000, "0.01%"),
        (10**15 - 1, 10**15, "超过 99.9%"),
        (9995, 10_000, "超过 99.9%"),
        (998, 1000, "99.8%"),
        (1, 2, "50%"),
        (1, 8, "12.5%"),
        (76_589_452_800_000, 1_117_670_400_000_000, "6.9%"),
        (36, 10_000, "0.36%"),
    ],
)
def test_shares_never_round_to_nothing_or_everything(count: int, total: int, words: str) -> None:
    assert report_words.share(count, total) == words


def test_long_texts_are_cut_around_the_difference() -> None:
    before, after = report_words.cut("一" * 90 + "甲" + "二" * 90, "一" * 90 + "乙" + "二" * 90)
    assert before == "……" + "一" * 16 + "甲" + "二" * 16 + "……"
    assert after == "……" + "一" * 16 + "乙" + "二" * 16 + "……"
    assert report_words.cut("短", "长") == ("短", "长")
    assert report_words.cut("甲\n\n乙", "") == ("甲 / 乙", "")


# ---- Markdown ----------------------------------------------------------------------------------

HOSTILE = (
    "a|b `c` @octocat #123 GH-7 <img src=x> [x](http://e.example) www.e.example\n# h\x1b 0123abc"
)


def _hostile(classes: int, text: str = HOSTILE) -> Comparison:
    changes = tuple(
        Change(
            End(f"old-{n}", "good", text, text),
            End(f"new-{n}", "hard", text, text),
            "weaker",
            n + 1,
            Example(
                (("used", "no"),), text, "guides/demo.html#used=no", "guides/demo.html#used=no"
            ),
        )
        for n in range(classes)
    )
    tree = TreeChange("demo", text, 10**6, changes, (), ())
    return Comparison((tree,), (), (), (TextChange("letters", "x", text, "body", text, "新的"),))


def test_the_first_screen_has_a_table(weaker: Comparison) -> None:
    page = report_markdown(weaker, "https://new.example/", "https://old.example/")
    lines = page.splitlines()
    assert lines[0] == "## 这次修改，读者会看到什么不同"
    assert lines[2] == "- demo：8 种情形里，有 1 种（12.5%）的结论变了。"
    assert "**演示**：变弱 1 种（12.5%）。" in lines
    row = next(line for line in lines if line.startswith("| **变弱**"))
    assert "可以<br>还没用（`fresh`）" in row
    assert "[改之后](https://new.example/guides/demo.html#arrived=yes&used=no)" in row


def test_without_an_address_there_is_no_link(weaker: Comparison) -> None:
    assert "](" not in report_markdown(weaker)


def test_hostile_texts_neither_ping_nor_link_nor_break_the_table() -> None:
    page = report_markdown(_hostile(2))
    rows = [line for line in page.splitlines() if line.startswith("| **")]
    assert len(rows) == 2
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 6
    assert not re.search(r"@\w|#\d|GH\\?-\d|://|www\.|\x1b|0123abc", html.unescape(page))
    assert "<img" not in page
    assert not re.search(r"(?<!\\)\]\(", page)
    assert "\n# h" not in page
    # Only our own back-quotes, around the ids.
    assert all(re.fullmatch(r"(old|new)-\d", code) for code in re.findall(r"(?<!\\)`(.*?)`", page))


def test_a_text_shows_as_it_is() -> None:
    assert plain("满 100 元，退 50%。") == "满 100 元，退 50%。"
    assert plain("a*b_c") == r"a\*b\_c"
    assert plain("1. 先") == r"1\. 先"


@pytest.mark.parametrize("text", ["短", "#" * 4000, "&<>|" * 300])
def test_a_page_of_many_classes_stays_short(text: str) -> None:
    page = report_markdown(_hostile(500, text), "https://new.example/")
    assert len(page) < MOST
    assert re.search(r"另有 \d+ 类", page)
    assert sum(line.startswith("| **") for line in page.splitlines()) <= 60


def test_many_trees_still_fit() -> None:
    tree = _hostile(1, "长" * 2000).trees[0]
    many = Comparison(tuple(replace(tree, tree=f"t-{n}") for n in range(900)), (), (), ())
    assert len(report_markdown(many)) < MOST


def test_a_terminal_cannot_be_steered() -> None:
    text = report_text(_hostile(1, "\x1b[2J\u202e题\n目"))
    assert "\x1b" not in text
    assert "\u202e" not in text


# ---- JSON --------------------------------------------------------------------------------------


def test_json_holds_everything_exactly(weaker: Comparison) -> None:
    data = json.loads(report_json(weaker))
    assert data["v"] == 1
    (tree,) = data["trees"]
    assert (tree["tree"], tree["situations"], tree["changed"]) == ("demo", 8, 1)
    (change,) = tree["changes"]
    assert change["before"] == {
        "outcome": "fresh",
        "verdict": "yes-you-can",
        "title": "还没用",
        "label": "可以",
    }
    assert change["example"]["answers"] == [
        {"fact": "arrived", "option": "yes"},
        {"fact": "used", "option": "no"},
    ]


def test_json_counts_are_whole_however_large(weaker: Comparison) -> None:
    huge = 10**30 + 1
    made = replace(weaker, trees=(replace(weaker.trees[0], situations=huge),))
    assert json.loads(report_json(made))["trees"][0]["situations"] == huge


def test_the_documented_example_is_the_real_one(weaker: Comparison) -> None:
    page = (Path(__file__).parents[1] / "docs/diff.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert json.loads(block) == json.loads(report_json(weaker))


# ---- git ---------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose first commit is the base and whose folder now leads to the weaker tree."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    _write(tmp_path / "my 树", _sources())
    _commit(tmp_path, "one")
    _write(tmp_path / "my 树", _sources(WEAKER))
    return tmp_path


def _git(where: Path, *arguments: str) -> str:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=where, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def _commit(where: Path, message: str) -> None:
    _git(where, "add", "--all")
    _git(where, "commit", "--quiet", "--message", message)


def _write(folder: Path, sources: Mapping[str, bytes]) -> None:
    for name, data in sources.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _diff(*arguments: str, folder: Path) -> Result:
    return CliRunner().invoke(main, ["diff", "--folder", str(folder), *arguments])


def test_a_revision_is_compared_with_the_folder(repository: Path) -> None:
    result = _diff("HEAD", folder=repository / "my 树")
    assert result.exit_code == 0
    assert "变弱：1 种（12.5%）" in result.stdout


def test_two_revisions_and_two_folders(repository: Path) -> None:
    _commit(repository, "two")
    folder = repository / "my 树"
    assert "变强：1 种" in _diff("main", "main~1", folder=folder).stdout
    _write(repository / "old", _sources())
    assert "变弱：1 种" in _diff(str(repository / "old"), str(folder), folder=folder).stdout


def test_the_exit_code_tells_if_asked(repository: Path) -> None:
    folder = repository / "my 树"
    assert _diff("--exit-code", "HEAD", folder=folder).exit_code == 1
    assert _diff("--exit-code", str(folder), folder=folder).exit_code == 0


def test_formats_and_addresses(repository: Path) -> None:
    folder = repository / "my 树"
    made = _diff("HEAD", "--format", "json", folder=folder)
    assert json.loads(made.stdout)["trees"][0]["changed"] == 1
    made = _diff("HEAD", "--format", "markdown", "--site-url", "https://s.example", folder=folder)
    assert "(https://s.example/guides/demo.html#" in made.stdout


def test_only_sources_are_read_from_git(repository: Path) -> None:
    folder = repository / "my 树"
    _write(folder, {"ids.lock": b"tree demo\n", "notes.txt": b"x", ".hidden/a.yaml": b"x"})
    _write(folder, {"law/.draft.yaml": b"x", "trees/空 格.yml": b"x: 1\n", "sub/ids.lock": b"x"})
    (folder / "trees/link.yaml").symlink_to("demo.yaml")
    _write(repository / "inner", {"a.yaml": b"x"})
    inner = _git(repository, "rev-parse", "HEAD")
    _git(repository, "update-index", "--add", "--cacheinfo", f"160000,{inner},my 树/module.yaml")
    _commit(repository, "two")
    read = read_revision(_runner(repository), "HEAD", "my 树")
    assert set(read) == {*_sources(), "ids.lock", "trees/空 格.yml"}
    assert read["trees/空 格.yml"] == b"x: 1\n"
    assert read["trees/demo.yaml"] == _sources(WEAKER)["trees/demo.yaml"]


def test_a_folder_at_the_top_is_read_too(tmp_path: Path, repository: Path) -> None:
    _write(repository, {"top.yaml": b"x: 1\n"})
    _commit(repository, "two")
    assert "top.yaml" in read_revision(_runner(repository), "HEAD", "")


def _runner(where: Path):  # type: ignore[no-untyped-def]
    def run(arguments, given):  # type: ignore[no-untyped-def]
        done = subprocess.run(["git", *arguments], cwd=where, input=given, capture_output=True)
        return done.returncode, done.stdout

    return run


def test_a_variable_of_a_hook_does_not_mislead(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    assert _diff("HEAD", folder=repository / "my 树").exit_code == 0


@pytest.mark.parametrize(
    "name", ["nowhere", "--output=x", "-p", "main..main", "^main", "HEAD:my", "", "a\nb", "~"]
)
def test_an_unknown_revision_is_said_plainly(repository: Path, name: str) -> None:
    result = _diff("--", name, folder=repository / "my 树")
    assert result.exit_code == 2
    assert "版本" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(p.name for p in repository.iterdir()) == [".git", "my 树"]


def test_a_folder_that_was_not_there_yet(repository: Path) -> None:
    _write(repository / "later", _sources())
    result = _diff("HEAD", folder=repository / "later")
    assert (result.exit_code, result.stderr) == (2, "版本“HEAD”里没有文件夹 later。\n")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    _write(tmp_path / "trees", _sources())
    result = _diff("HEAD", folder=tmp_path / "trees")
    assert result.exit_code == 2
    assert "不在能读的 git 仓库里" in result.stderr


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    result = _diff("HEAD", folder=repository / "my 树")
    assert result.exit_code == 2
    assert "先安装 git" in result.stderr


def test_no_folder(tmp_path: Path) -> None:
    result = _diff("HEAD", folder=tmp_path / "none")
    assert result.exit_code == 2
    assert "找不到文件夹" in result.stderr


def test_a_broken_version_is_named_with_its_problems(repository: Path) -> None:
    folder = repository / "my 树"
    broken = _sources(BEFORE.replace("outcome/hard", "outcome/nowhere"))
    _write(folder, broken)
    result = _diff("HEAD", folder=folder)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"新的一版（{folder}）有错误，比不了：")
    assert "错误[REF001]" in result.stderr
    _commit(repository, "two")
    _write(folder, _sources())
    result = _diff("HEAD", folder=folder)
    assert result.stderr.startswith("旧的一版（HEAD）有错误，比不了：")
    assert "trees/demo.yaml:" in result.stderr


def test_an_old_version_need_not_please_the_newer_rules(repository: Path) -> None:
    folder = repository / "my 树"
    story = "scenarios: [{name: s, story: 旧, answers: {arrived: 'no'}, outcome: fresh}]\n"
    _write(folder, {"scenarios/s.yaml": story.encode(), "ids.lock": b"tree gone\n?\n"})
    _commit(repository, "two")
    result = _diff("HEAD", folder=folder)
    assert result.exit_code == 2
    assert "新的一版" in result.stderr
    (folder / "scenarios/s.yaml").unlink()
    (folder / "ids.lock").unlink()
    assert _diff("HEAD", folder=folder).exit_code == 0


def test_an_old_version_without_an_outcome_for_everybody_is_refused(repository: Path) -> None:
    folder = repository / "my 树"
    gap = BEFORE.replace("next: outcome/late", "cases: [{when: {used: part}, next: outcome/late}]")
    _write(folder, _sources(gap))
    _commit(repository, "two")
    _write(folder, _sources())
    result = _diff("HEAD", folder=folder)
    assert result.exit_code == 2
    assert result.stderr.startswith("旧的一版（HEAD）有错误")
    assert "错误[GRA" in result.stderr


def test_two_versions_too_unlike(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.forest.MAX_PAIRS", 1)
    result = _diff("HEAD", folder=repository / "my 树")
    assert result.exit_code == 2
    assert "树“demo”的两个版本差得太多" in result.stderr
    with pytest.raises(TooUnlike, match="demo"):
        _compared(_sources(), _sources(WEAKER))


def test_an_address_must_be_one(repository: Path) -> None:
    result = _diff("HEAD", "--site-url", "javascript:alert(1)", folder=repository / "my 树")
    assert result.exit_code == 2
    assert "https://" in result.stderr


def test_a_repository_that_lacks_contents_is_said(repository: Path) -> None:
    def run(arguments, given):  # type: ignore[no-untyped-def]
        code, out = _runner(repository)(arguments, given)
        return code, b"0000 missing\n" if arguments[0] == "cat-file" and given else out

    with pytest.raises(RevisionFault, match="不完整"):
        read_revision(run, "HEAD", "my 树")
