# SPDX-License-Identifier: MIT
# ruff: noqa: E501 (a mistake reads best on one line)
"""Mistakes an editor of YAML makes: a file of the small library, what stands there, and the slip."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from tests.libraries import BASE, library

FACTS = dedent(BASE["facts/facts.yaml"])
OUTCOME = library()["outcomes/o.yaml"].decode()
MISTAKES: Mapping[str, tuple[str, str, str]] = {
    "unknown key": ("trees/demo.yaml", "summary:", "sumary:"),
    "unknown key deep": ("facts/facts.yaml", "{label: 没用}", "{lable: 没用}"),
    "unknown key in a part": ("outcomes/o.yaml", "[first-step]", "[{action: first-step, wen: {used: yes}}]"),
    "another kind's key": ("facts/facts.yaml", "facts:", "fact:"),
    "a second top-level key": ("outcomes/o.yaml", "outcomes:", "version: '1'\noutcomes:"),
    "missing key": ("trees/demo.yaml", "title: 演示\n", ""),
    "missing key deep": ("law/demo.yaml", ", plain: 白话。", ""),
    "missing own field of a part": ("outcomes/o.yaml", "[order-page]", "[{when: {used: yes}}]"),
    "wrong value": ("law/demo.yaml", "in_force", "inforce"),
    "wrong kind of fact": ("facts/facts.yaml", "label: 用了没有", "label: 用了没有\n    kind: choose"),
    "wrong picture": ("facts/facts.yaml", "label: 用了没有", "label: 用了没有\n    picture: cat"),
    "number for text": ("trees/demo.yaml", "title: 演示", "title: 404"),
    "number in a list of texts": ("trees/demo.yaml", "title: 演示", "title: 演示\nsynonyms: [12315]"),
    "true for text": ("trees/demo.yaml", "title: 演示", "title: true"),
    "nothing for text": ("trees/demo.yaml", "title: 演示", "title:"),
    "nothing after a key that may be left out": ("facts/facts.yaml", "{label: 没到}", "{label: 没到, hint: }"),
    "nothing after a choice": ("facts/facts.yaml", "label: 用了没有", "label: 用了没有\n    picture:"),
    "nothing in a list": ("outcomes/o.yaml", "[first-step]", "[~]"),
    "blank text": ("trees/demo.yaml", "title: 演示", 'title: " "'),
    "text for a list": ("outcomes/o.yaml", "[因为这样。]", "因为这样。"),
    "list for text": ("trees/demo.yaml", "title: 演示", "title: [演示]"),
    "list for a mapping": ("facts/facts.yaml", '{"yes": {label: 到了}, "no": {label: 没到}}', "[yes, no]"),
    "text for a mapping": ("facts/facts.yaml", "{label: 没用}", "没用"),
    "text for a number": ("law/demo.yaml", "article: 1", 'article: "1"'),
    "fraction for a number": ("law/demo.yaml", "article: 1", "article: 1.5"),
    "article nought": ("law/demo.yaml", "article: 1", "article: 0"),
    "article too large": ("law/demo.yaml", "article: 1", "article: 10000"),
    "text for a band": ("facts/facts.yaml", "{label: 没用}", '{label: 没用, below: "3"}'),
    "text for true": ("law/demo.yaml", "article: 1", "article: 1, contested: 'true'"),
    "bad id as a key": ("outcomes/o.yaml", "  late:", "  Late:"),
    "bad id as a value": ("trees/demo.yaml", "start: arrived", "start: -arrived"),
    "id that is too long": ("trees/demo.yaml", "tree: demo", f"tree: {'a' * 61}"),
    "bad id in a list": ("outcomes/o.yaml", "provisions: [demo-1]", "provisions: [demo_]"),
    "bad option id": ("facts/facts.yaml", "unsure:", "不确定:"),
    "bad target": ("trees/demo.yaml", "next: used", "next: outcomes/late"),
    "bad target of an option": ("trees/demo.yaml", '"no": outcome/late', '"no": 没收到'),
    "bad target in a case": ("trees/demo.yaml", "next: used", "cases: [{when: {used: yes}, next: 3}]"),
    "day that is none": ("trees/demo.yaml", "2027-01-01", "2027-02-30"),
    "day the other way round": ("trees/demo.yaml", "2027-01-01", "01-01-2027"),
    "year alone": ("law/demo.yaml", '"2020-01-01"', "2020"),
    "text as a condition": ("trees/demo.yaml", "next: used", "cases: [{when: yes, next: used}]"),
    "empty condition": ("trees/demo.yaml", "next: used", "cases: [{when: {}, next: used}]"),
    "nothing after when": ("outcomes/o.yaml", "[first-step]", "[{action: first-step, when: }]"),
    "any without a list": ("trees/demo.yaml", "next: used", "cases: [{when: {any: {used: yes}}, next: used}]"),
    "all of nothing": ("trees/demo.yaml", "next: used", "cases: [{when: {all: []}, next: used}]"),
    "not of a list": ("trees/demo.yaml", "next: used", "cases: [{when: {not: [{used: yes}]}, next: used}]"),
    "condition deep inside": ("trees/demo.yaml", "next: used", "cases: [{when: {any: [{not: {used: 3}}]}, next: used}]"),
    "no option in a condition": ("trees/demo.yaml", "next: used", "cases: [{when: {used: []}, next: used}]"),
    "case without a target": ("trees/demo.yaml", "next: used", "cases: [{when: {used: yes}}]"),
    "tree and sub-tree at once": ("trees/demo.yaml", "tree: demo", "tree: demo\nsubtree: demo"),
    "nothing at all under the key": ("facts/facts.yaml", FACTS, "facts:\n"),
    "a verdict without a colour": ("verdicts.yaml", "tone: hard", "tone: red"),
}  # fmt: skip
