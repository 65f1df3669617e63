# SPDX-License-Identifier: MIT
"""`lubiao ask` as a command: what it prints, and with which exit code."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ask_libraries import POLICE, TREE, run_ask


def test_the_command_prints_the_next_question() -> None:
    result = run_ask(TREE, "problem=not_arrived", "channel=支付宝", "product=topup", "amount=350")
    assert result.exit_code == 0
    assert "已经回答：\n  遇到的问题：没到账（problem=not_arrived）\n" in result.output
    assert "没有问到：\n  付了多少钱：166 元到 1 万元（amount=under_10000）：" in result.output
    assert "下一题：订单现在显示什么？（order_status）\n  帮助：" in result.output
    assert "  pending  待支付，或者订单已关闭  钱可能已经扣了，只是订单没跟上\n" in result.output
    assert "这些后面才用到：\n  付款方式：支付宝（channel=alipay）" in result.output
    assert re.search(r"连这一题在内，还有 \d+ 到 \d+ 题就有结论。", result.output)
    assert re.search(r"还可能是这 \d+ 个结论（剩下 [\d,]+ 种情形）：", result.output)


def test_the_command_prints_the_whole_outcome_without_conditions() -> None:
    result = run_ask(TREE, *POLICE)
    assert result.exit_code == 0
    assert "结论：police-first\n\n# 这更像诈骗" in result.output
    assert "**结论：先停手，先报警**" in result.output
    for title in ("先注意", "为什么", "今天就做", "要留好的证据", "之后的路", "期限", "法条原文"):
        assert f"## {title}\n" in result.output
    assert "诈骗公私财物" in result.output, "the law, word for word"
    assert "如果：" not in result.output
    with_rest = run_ask(TREE, *POLICE, "--set-aside").output
    assert with_rest.startswith(result.output.rstrip("\n"))
    assert re.search(r"这样回答时不显示：\n(?:  .+\n)*?  .+：.+（如果：.+）", with_rest)


def test_all_faults_come_at_once_with_exit_code_2() -> None:
    result = run_ask("full-refnd", "problm=lost", "=", "problem=lost", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert lines[0] == "有 4 处看不懂："
    assert lines[1].startswith(
        "  “full-refnd”：没有这棵树。是不是想写“full-refund”？这里有：full-refund、"
    )
    assert lines[2].startswith("  “problm=lost”：没有“problm”这个事实。是不是想写“problem”？")
    assert lines[4].startswith("  “problem=lost”：没有“lost”这个选项。")


def test_a_folder_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    result = run_ask("demo", "--folder", str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "找不到文件夹" in result.output
