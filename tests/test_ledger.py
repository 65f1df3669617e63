# SPDX-License-Identifier: MIT
"""The ledger of ids: what it says, what is lost, what is used twice, and `lubiao lock`."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
import sites
from click.testing import CliRunner, Result

from generator.check import check
from generator.cli import main
from generator.folder import FolderFault, read_folder
from generator.ledger import FILE, appended, erased, ids_of, missing, read_ledger
from generator.parse import parse
from generator.problems import Severity
from tests.libraries import library

ROOT = Path(__file__).parents[1]
TREES = ROOT / "decision_trees"
# A commit hook that runs the tests must not have them look at its own repository.
OWN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
FACTS = """\
    facts:
      used:
        label: 用了没有
        question: 用了吗？
        options: {"no": {label: 没用}, part: {label: 用了一部分}, "yes": {label: 用完了}}
      arrived:
        label: 到了没有
        question: 到了吗？
        options: {"yes": {label: 到了}, "no": {label: 没到}}
    """


def everything(*more: str, **files: str) -> dict[str, bytes]:
    """A library with a ledger of all its ids, and the lines `more` after them."""
    sources = library(**files)
    known = map(str, missing(read_ledger(b""), parse(sources).library))
    return {**sources, FILE: appended(b"", [*known, *more])}


def said(sources: dict[str, bytes]) -> list[str]:
    return [f"{p.span} {p.code} {p.message}{p.hint}" for p in check(sources).problems]


# ---- reading -----------------------------------------------------------------------------------


def test_a_ledger_holds_what_its_lines_say_in_any_order_and_number() -> None:
    lines = [b"fact product", b"option product/topup", b"retired fact old", b"# x", b"", b"  "]
    one = read_ledger(b"\n".join(lines))
    other = read_ledger(b"\r\n".join([*reversed(lines), *lines]))
    assert [str(name) for name in one.published] == ["fact product", "option product/topup"]
    assert [str(name) for name in one.retired] == ["fact old"]
    assert set(one.published) == set(other.published)
    assert set(one.retired) == set(other.retired)
    assert one.problems == other.problems == ()


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("fatc product", "看不懂这一行：fatc product", "是不是想写“fact”？"),
        ("fact", "看不懂这一行：fact", "一行写“类别 id”"),
        ("fact Product", "看不懂这一行：fact Product", "例如 fact product"),
        ("option product", "看不懂这一行：option product", "option product/topup"),
        ("fact a/b", "看不懂这一行：fact a/b", "一行写“类别 id”"),
        ("fact a b", "看不懂这一行：fact a b", "一行写“类别 id”"),
        ("retire fact a", "看不懂这一行：retire fact a", "是不是想写“retired”？"),
        ("retired", "看不懂这一行：retired", "retired fact product"),
        ("<<<<<<< HEAD", "这里还留着合并时的冲突标记。", "两边的 id 全都留下，重复没有关系"),
        ("=======", "这里还留着合并时的冲突标记。", "删掉以 <<<<<<<、=======、>>>>>>> 开头的行"),
        ("fact \x1b[31m", "看不懂这一行：fact �[31m", "一行写“类别 id”"),
    ],
)
def test_a_line_that_means_nothing_is_told_with_its_number(
    line: str, message: str, hint: str
) -> None:
    sources = everything()
    before = sources[FILE].count(b"\n")
    sources[FILE] += f"{line}\nfact used\n".encode()
    result = check(sources)
    assert result.library is None
    [problem] = result.problems
    assert str(problem.span) == f"{FILE}:{before + 1}:1"
    assert (problem.code, problem.message) == ("LCK001", message)
    assert hint in problem.hint


def test_bytes_that_are_no_text_are_told_and_nothing_is_raised() -> None:
    found = read_ledger(b"\xef\xbb\xbffact a\n\xff\xfe\x00\n" + b"x" * 100_000)
    assert [str(name) for name in found.published] == ["fact a"]
    assert [p.span.line for p in found.problems] == [2, 3]
    assert all(len(p.message) < 100 for p in found.problems)


def test_every_kind_that_can_be_renamed_is_kept() -> None:
    kinds = {name.kind for name in ids_of(parse(read_folder(TREES)).library)}
    assert kinds == {
        "fact", "option", "tree", "outcome", "verdict", "action", "evidence", "letter",
        "deadline", "instrument", "provision",
    }  # fmt: skip


# ---- what the rules say ------------------------------------------------------------------------


def test_a_complete_ledger_is_silent_and_none_asks_nothing() -> None:
    assert said(everything()) == []
    assert said(library()) == []


def test_an_empty_ledger_warns_and_stops_nothing() -> None:
    result = check({**library(), FILE: b""})
    assert result.library is not None
    assert {(p.code, p.severity) for p in result.problems} == {("LCK004", Severity.WARNING)}


def test_a_lost_fact_is_told_once_with_the_new_id_it_may_have_got() -> None:
    found = said(everything("fact arived", "option arived/yes", "fact gone", "option gone/a"))
    lines = [line for line in found if "LCK002" in line]
    assert [re.sub(r" .*“(\w+)”公开.*", r" \1", line) for line in lines] == [
        "ids.lock:20:1 arived",
        "ids.lock:22:1 gone",
    ]
    assert "formerly: [arived]。" in lines[0]  # nothing is new, so nothing is guessed


def test_the_guess_for_a_lost_option_stays_in_its_fact() -> None:
    facts = FACTS.replace('"no": {label: 没到}', '"no": {label: 没到}, never: {label: 不会到}')
    sources = everything(facts__facts=facts)
    lock = sources[FILE].replace(b"option arrived/never\n", b"option arrived/nope\n")
    unlocked = said({**sources, FILE: lock.replace(b"option used/part\n", b"")})[:2]
    assert "选项“used/part”还没有登记" in unlocked[0]
    assert "选项“arrived/never”还没有登记" in unlocked[1]
    [lost] = [line for line in said({**sources, FILE: lock}) if "LCK002" in line]
    assert "formerly: [nope]（新出现的是“never”）" in lost


@pytest.mark.parametrize(
    "more",
    [
        ("outcome lost", "retired outcome lost"),
        ("fact lost", "option lost/a", "retired fact lost"),
        ("option used/lost", "retired option used/lost"),
    ],
)
def test_what_is_retired_is_not_lost(more: tuple[str, ...]) -> None:
    assert said(everything(*more)) == []


def test_a_renamed_fact_keeps_its_options() -> None:
    renamed = FACTS.replace("  arrived:", "  came:").replace(
        "到了没有", "到了没有\n        formerly: [arrived]"
    )
    tree = library()["trees/demo.yaml"].decode().replace("ask: arrived", "ask: came")
    sources = everything("fact arrived", "option arrived/yes", facts__facts=renamed)
    sources["trees/demo.yaml"] = tree.encode()
    assert said(sources) == []


def test_a_retired_id_may_not_come_back_and_the_place_is_named() -> None:
    [problem] = check(everything("retired fact used")).problems
    assert (str(problem.span), problem.code) == ("facts/facts.yaml:2:3", "LCK003")
    assert problem.message == "事实“used”已经停用，不能再用。"
    assert problem.hint == "id 只用一次，换一个没用过的。"
    assert problem.related[0][0].file == FILE


def test_an_id_that_calls_itself_its_former_one_is_told() -> None:
    facts = FACTS.replace("到了没有", "到了没有\n        formerly: [arrived]")
    [told] = said(everything(facts__facts=facts))
    assert "LCK003 事实“arrived”还在用，不能写进 formerly。" in told


# ---- lubiao lock -------------------------------------------------------------------------------


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    folder = tmp_path / "trees"
    for name, data in library().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def lock(folder: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["lock", str(folder), *args])


def test_lock_writes_everything_once_and_then_nothing(trees: Path) -> None:
    first = lock(trees)
    assert first.exit_code == 0, first.output
    assert first.output == "新登记 17 个 id，一共 17 个。\n"
    written = (trees / FILE).read_bytes()
    assert b"\noption used/part\n" in written
    assert lock(trees).output == "新登记 0 个 id，一共 17 个。\n"
    assert (trees / FILE).read_bytes() == written
    assert said(read_folder(trees)) == []


def test_lock_only_adds_whatever_stands_there(trees: Path) -> None:
    before = b"# mine\r\noutcome late\n\ntree demo # first\nevidence order-page"
    (trees / FILE).write_bytes(before)
    (trees / FILE).chmod(0o640)
    assert lock(trees).exit_code == 0
    after = (trees / FILE).read_bytes()
    assert after.startswith(before + b"\nfact arrived\n")
    assert after.count(b"outcome late\n") == 1
    assert stat.S_IMODE((trees / FILE).stat().st_mode) == 0o640
    assert [p.name for p in trees.iterdir() if p.name.startswith(".")] == []


def test_lock_through_a_link_writes_the_file_behind_it(trees: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.lock"
    real.write_bytes(b"")
    (trees / FILE).symlink_to(real)
    assert lock(trees).exit_code == 0
    assert (trees / FILE).is_symlink()
    assert b"tree demo\n" in real.read_bytes()


def test_lock_refuses_trees_that_are_not_sound(trees: Path) -> None:
    tree = trees / "trees/demo.yaml"
    tree.write_text(tree.read_text("utf-8").replace("outcome/fresh", "outcome/frsh"), "utf-8")
    result = lock(trees)
    assert result.exit_code == 1
    assert "trees/demo.yaml:13:21 错误[REF001]" in result.output
    assert not (trees / FILE).exists()


def test_check_tells_what_is_missing_and_writes_nothing(trees: Path) -> None:
    (trees / FILE).write_bytes(appended(b"", ["tree demo"]))
    before = (trees / FILE).read_bytes()
    result = lock(trees, "--check")
    assert result.exit_code == 1
    assert "16 个 id 还没有登记，运行 lubiao lock 把它们记下来" in result.output
    assert "  option used/part\n" in result.output
    assert (trees / FILE).read_bytes() == before
    lock(trees)
    assert lock(trees, "--check").exit_code == 0


def test_a_malformed_ledger_is_neither_checked_nor_added_to(trees: Path) -> None:
    (trees / FILE).write_bytes(b"<<<<<<< ours\nfact a\n")
    for args in ((), ("--check",), ("--retire", "fact", "a")):
        result = lock(trees, *args)
        assert result.exit_code == 1
        assert "ids.lock:1:1 错误[LCK001] 这里还留着合并时的冲突标记。" in result.output
    assert (trees / FILE).read_bytes() == b"<<<<<<< ours\nfact a\n"


def test_retire_gives_up_what_is_gone(trees: Path) -> None:
    (trees / FILE).write_bytes(everything("fact paid", "option paid/a", "outcome gone")[FILE])
    before = (trees / FILE).read_bytes()
    assert len(said(read_folder(trees))) == 2
    result = lock(trees, "--retire", "fact", "paid", "--retire", "outcome", "gone")
    assert result.output == "停用了 2 个 id。以后不能再用它们。\n"
    after = (trees / FILE).read_bytes()
    assert after == before + b"retired fact paid\nretired outcome gone\n"
    assert said(read_folder(trees)) == []
    assert lock(trees, "--retire", "fact", "paid").exit_code == 0
    assert (trees / FILE).read_bytes() == after


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (("fact", "used"), "事实“used”还在用。先从 YAML 里删掉它（formerly 里也算），再停用。"),
        (("fact", "payed"), "ids.lock 里没有事实“payed”。是不是想写“paid”？"),
        (("fcat", "paid"), "看不懂“fcat paid”。类别是 fact、option、"),
        (("option", "paid"), "选项写成 事实/选项。"),
    ],
)
def test_retire_refuses_what_it_cannot_mean(trees: Path, pair: tuple[str, str], words: str) -> None:
    (trees / FILE).write_bytes(everything("fact paid")[FILE])
    before = (trees / FILE).read_bytes()
    result = lock(trees, "--retire", *pair)
    assert result.exit_code == 1
    assert words in result.output
    assert (trees / FILE).read_bytes() == before


def test_check_and_retire_do_not_go_together(trees: Path) -> None:
    assert lock(trees, "--check", "--retire", "fact", "a").exit_code == 2


def test_a_folder_that_cannot_be_written_is_told_plainly(
    trees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    result = lock(trees)
    assert result.exit_code == 1
    assert "写不了" in result.output
    assert [p.name for p in trees.iterdir() if "lock" in p.name] == []


# ---- merging, and what was once committed ------------------------------------------------------


def test_lines_of_both_sides_make_a_sound_ledger_in_any_order() -> None:
    base = everything()[FILE].splitlines()
    ours, theirs = [b"fact paid", b"retired fact paid"], [b"outcome x", b"retired outcome x"]
    for merged in ([*base, *ours, *theirs, *ours], [*theirs, *base, *ours, *base]):
        assert said({**library(), FILE: b"\n".join(merged)}) == []


def test_git_merges_two_branches_that_both_added(tmp_path: Path) -> None:
    attributes = (ROOT / ".gitattributes").read_text("utf-8")
    assert "decision_trees/ids.lock text eol=lf merge=union" in attributes.splitlines()
    if git(tmp_path, "init", "-q", "-b", "main") is None:  # no git, or a very old one
        return
    (tmp_path / "decision_trees").mkdir()
    (tmp_path / ".gitattributes").write_text(attributes, "utf-8")
    path = tmp_path / "decision_trees" / FILE
    for branch, lines in (("main", ""), ("ours", "fact b\n"), ("theirs", "fact c\n")):
        git(tmp_path, "checkout", "-q", "main")
        assert branch == "main" or git(tmp_path, "checkout", "-q", "-b", branch) is not None
        path.write_text(f"fact a\n{lines}", "utf-8")
        git(tmp_path, "add", ".")
        assert git(tmp_path, *AUTHOR, "commit", "-q", "-m", branch) is not None
    assert git(tmp_path, *AUTHOR, "merge", "-q", "ours") is not None
    merged = read_ledger(path.read_bytes())
    assert {str(name) for name in merged.published} == {"fact a", "fact b", "fact c"}
    assert merged.problems == ()


def test_what_an_older_ledger_had_and_a_newer_one_lacks_is_found() -> None:
    old = b"fact a\noption a/x\nretired fact b\n"
    assert erased(old, b"# new\nretired fact b\noption a/x\nfact c\nfact a\nfact a\n") == ()
    assert erased(old, b"fact a\n") == ("option a/x", "retired fact b")


def test_every_id_of_our_trees_is_in_the_ledger() -> None:
    sources = read_folder(TREES)
    known = read_ledger(sources[FILE])
    lacking = [str(name) for name in missing(known, parse(sources).library)]
    assert lacking == [], "run: lubiao lock"
    assert known.problems == ()


def test_our_ledger_keeps_every_line_that_was_ever_committed() -> None:
    """Without git, or where history is cut short, what there is of it is compared."""
    now = (TREES / FILE).read_bytes()
    for revision, before in committed(TREES / FILE).items():
        assert erased(before, now) == (), f"lost since {revision}"


def test_versions_are_read_from_history(tmp_path: Path) -> None:
    if shutil.which("git") is None:  # then there is no history to protect either
        assert committed(TREES / FILE) == {}
        return
    path = tmp_path / FILE
    assert git(tmp_path, "init", "-q") is not None
    for text in (b"fact a\nfact b\n", b"fact a\n"):
        path.write_bytes(text)
        assert git(tmp_path, "add", FILE) is not None
        assert git(tmp_path, *AUTHOR, "commit", "-q", "-m", "x") is not None
    versions = list(committed(path).values())
    assert versions == [b"fact a\n", b"fact a\nfact b\n"]
    assert [erased(before, path.read_bytes()) for before in versions] == [(), ("fact b",)]


def committed(path: Path) -> dict[str, bytes]:
    """Every version of a file in the history of its repository, newest first; {} without one."""
    log = git(path.parent, "log", "--format=%H", "--", path.name) or b""
    versions = {h: git(path.parent, "show", f"{h}:./{path.name}") for h in log.decode().split()}
    return {revision: data for revision, data in versions.items() if data is not None}


def git(folder: Path, *args: str) -> bytes | None:
    """What git prints, or None if there is no git, or it has nothing to say."""
    try:
        done = subprocess.run(["git", *args], cwd=folder, env=OWN, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


# ---- the folder --------------------------------------------------------------------------------


def faults(folder: Path) -> dict[str, str]:
    """Code and file of everything that is wrong with a folder."""
    with pytest.raises(FolderFault) as caught:
        read_folder(folder)
    for problem in caught.value.problems:
        assert problem.message in str(caught.value)
        assert problem.hint
    return {problem.span.file: problem.code for problem in caught.value.problems}


def test_the_ledger_is_read_and_other_files_are_not(trees: Path) -> None:
    for name in (FILE, "notes.txt", "facts/other.lock", ".hidden.yaml", "facts/.#a.yaml"):
        (trees / name).write_bytes(b"fact a\n")
    assert set(read_folder(trees)) == {*library(), FILE}


def test_everything_that_is_no_source_file_is_told_at_once(trees: Path, tmp_path: Path) -> None:
    (trees / "facts/a.YAML").write_bytes(b"")
    (trees / "facts/b.Yml").write_bytes(b"")
    (trees / "facts/gone.yaml").symlink_to("nowhere.yaml")
    (trees / "linked").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(trees / "facts/pipe.yaml")
    (trees / "facts/folder.yaml").mkdir()
    (trees / "facts/a\nb\x1b[2J.yaml").write_bytes(b"")
    (trees / "facts/a\u202eb.yaml").write_bytes(b"")
    (trees / "IDS.lock").write_bytes(b"")
    assert faults(trees) == {
        "IDS.lock": "FIL001",
        "facts/a.YAML": "FIL001",
        "facts/b.Yml": "FIL001",
        "facts/gone.yaml": "FIL002",
        "linked": "FIL002",
        "facts/pipe.yaml": "FIL003",
        "facts/folder.yaml": "FIL004",
        "facts/a\\u000ab\\u001b[2J.yaml": "FIL005",
        "facts/a\\u202eb.yaml": "FIL005",
    }


def test_the_command_tells_it_in_plain_words(trees: Path) -> None:
    (trees / "facts/a.YAML").write_bytes(b"")
    os.mkfifo(trees / "facts/pipe.yaml")
    result = CliRunner().invoke(main, ["check", str(trees)])
    assert result.exit_code == 1
    assert "facts/a.YAML 错误[FIL001] 文件名里有大写字母，这样不会被读到。" in result.output
    assert "改名为 a.yaml。" in result.output
    assert "facts/pipe.yaml 错误[FIL003] 这不是普通文件（是管道、设备之类）。" in result.output


def test_a_build_tells_it_and_leaves_the_old_site(tmp_path: Path, plugin_installed: None) -> None:
    project = sites.copy_of(sites.SECOND_SITE, tmp_path / "project")
    (project / "trees/facts/a.YAML").write_bytes(b"")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("old")
    done = sites.mkdocs("build", cwd=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "trees/facts/a.YAML:1:1 错误[FIL001] 文件名里有大写字母" in done.stdout + done.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]


def test_a_name_that_is_no_text_is_told(trees: Path) -> None:
    try:
        (trees / "facts/a\udcff.yaml").write_bytes(b"")
    except OSError:  # a file system that only takes text cannot hold the fault
        return
    assert faults(trees) == {"facts/a\\udcff.yaml": "FIL005"}


def test_a_file_that_goes_while_it_is_read_is_told(
    trees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def gone(path: Path) -> bytes:
        if path.name == "demo.yaml":
            raise FileNotFoundError(2, os.strerror(2), str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert faults(trees) == {"law/demo.yaml": "FIL006", "trees/demo.yaml": "FIL006"}


def test_no_folder_and_no_yaml_are_told(tmp_path: Path) -> None:
    with pytest.raises(FolderFault, match="找不到文件夹"):
        read_folder(tmp_path / "none")
    (tmp_path / FILE).write_bytes(b"")
    with pytest.raises(FolderFault, match="没有 YAML 文件"):
        read_folder(tmp_path)
