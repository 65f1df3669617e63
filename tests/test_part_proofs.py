# SPDX-License-Identifier: MIT
"""What rules say of parts and questions, against a list of all situations of random libraries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.guards import Guard, atoms
from generator.model import Outcome
from generator.problems import Severity, Span
from generator.rules import idle_question, part_condition, unsafe_outcome
from generator.rules.subject import Proved
from tests.interpreter import true
from tests.naive_proofs import End, Listed, all_situations
from tests.random_libraries import proved

SEEDS = range(1000, 1200)
SECTIONS = (
    "reasons", "today", "road", "sums", "evidence", "letters", "deadlines",
    "replies", "warnings", "provisions", "avoid", "changes",
)  # fmt: skip

Libraries = list[tuple[Proved, Listed]]


@pytest.fixture(scope="module")
def libraries() -> Libraries:
    found = []
    for seed in SEEDS:
        # Without hand-overs a fact is asked by one question of a tree at most.
        subject = proved(seed, hand_overs=False)
        options = {fact: info.options for fact, info in subject.facts.facts.items()}
        found.append((subject, Listed(subject.library, options)))
    return found


def conditions(outcome: Outcome) -> Iterator[tuple[Span, Guard]]:
    """The condition of each part, and the place of what the part names or says."""
    for section in SECTIONS:
        for part in getattr(outcome, section):
            if part.when is not None:
                own = section.removesuffix("s") if section != "evidence" else section
                named = {"today": "action", "road": "action", "reason": "text", "replie": "reply"}
                yield getattr(part, named.get(own, own)).span, part.when


# ---- PRT001 -------------------------------------------------------------------------------------


def test_a_part_is_reported_exactly_if_it_is_shown_to_nobody_or_to_everybody(
    libraries: Libraries,
) -> None:
    met = {"never": 0, "always": 0, "both": 0}
    for seed, (subject, listed) in zip(SEEDS, libraries, strict=True):
        found = list(part_condition.check(subject))
        told = {
            word: sorted(f.span for f in found if phrase in f.message)
            for word, phrase in (("never", "条件永远不成立"), ("always", "条件总是成立"))
        }
        wanted: dict[str, list[Span]] = {"never": [], "always": [], "both": []}
        for name, outcome in subject.library.outcomes.items():
            ends = [at for at in listed.all_ends() if at.outcome == name]
            for span, when in conditions(outcome) if ends else ():
                truths = {true(subject.library, when, at.answers) is True for at in ends}
                word = "both" if len(truths) == 2 else "always" if truths == {True} else "never"
                wanted[word].append(span)
        assert told == {w: sorted(wanted[w]) for w in told}, f"seed {seed}"
        met = {word: count + len(wanted[word]) for word, count in met.items()}
    assert min(met.values()) > 20, met


# ---- OUT003 -------------------------------------------------------------------------------------


def has_safe_step(subject: Proved, at: End) -> bool:
    """Whether the page shows something to do today: with danger, going to the police."""
    outcome = subject.library.outcomes[at.outcome]
    danger = subject.library.verdicts[outcome.verdict].tone == "danger"
    return any(
        (subject.library.actions[use.action].stage == "police" or not danger)
        and (use.when is None or true(subject.library, use.when, at.answers) is True)
        for use in outcome.today
    )


def test_an_outcome_is_unsafe_exactly_if_someone_sees_no_safe_step(libraries: Libraries) -> None:
    met = {True: 0, False: 0}
    for seed, (subject, listed) in zip(SEEDS, libraries, strict=True):
        told = {f.span: f.message for f in unsafe_outcome.check(subject)}
        bare = [at for at in listed.all_ends() if not has_safe_step(subject, at)]
        wanted = {
            n.span: str(n) for n in subject.library.outcomes if n in {b.outcome for b in bare}
        }
        assert told.keys() == wanted.keys(), f"seed {seed}"
        for span, outcome in wanted.items():
            ends = [at for at in bare if at.outcome == outcome]
            fewest = min(len(at.answers) for at in ends)
            said = {in_words(subject, at) for at in ends if len(at.answers) == fewest}
            assert any(f"例如：{words}。" in told[span] for words in said), f"seed {seed}"
            danger = subject.library.verdicts[subject.library.outcomes[outcome].verdict].tone
            assert ("报警这一步" in told[span]) == (danger == "danger")
        reached = {at.outcome for at in listed.all_ends()}
        met[True] += len(wanted)
        met[False] += len(reached) - len(wanted)
    assert min(met.values()) > 50, met


def in_words(subject: Proved, at: End) -> str:
    names = {f: (info.label, info.option_labels) for f, info in subject.facts.facts.items()}
    return "，".join(f"{names[f][0]}＝{names[f][1][option]}" for f, option in at.answers.items())


# ---- GRA012 -------------------------------------------------------------------------------------


def screens(subject: Proved, listed: Listed, tree: str) -> Iterator[tuple[Span, list[bool]]]:
    """Each question that is asked, and whether it is idle for each way of coming to it."""
    for question in subject.library.trees[tree].questions.values():
        fact = str(question.ask)
        members = tuple(name for name in listed.options if name.partition(".")[0] == fact)
        ways = arrivals(listed, tree, members)
        if ways:
            idle = [
                len(ahead) == 1 and not looked_at(subject, ends, members)
                for ahead, ends in ways.values()
            ]
            # A multi-select is one question about all of its members.
            yield question_span(subject, tree, fact), [all(idle)] if len(members) > 1 else idle


Way = tuple[set[tuple[object, ...]], set[str]]


def arrivals(listed: Listed, tree: str, members: tuple[str, ...]) -> dict[object, Way]:
    """By what was answered before: how it can go on after each answer, and to which outcomes."""
    onward: dict[object, dict[tuple[str, ...], list[object]]] = {}
    ends: dict[object, set[str]] = {}
    for situation in all_situations(listed.options):
        at = listed.ends[tree][tuple(situation.values())]
        asked = list(at.answers)
        if members[0] in asked:
            place = asked.index(members[0])
            before = tuple(list(at.answers.items())[:place])
            answer = tuple(situation[name] for name in members)
            later = (tuple(asked[place + len(members) :]), at.outcome)
            # The other facts run through the same values in the same order for each answer.
            onward.setdefault(before, {}).setdefault(answer, []).append(later)
            ends.setdefault(before, set()).add(at.outcome)
    return {b: ({tuple(way) for way in onward[b].values()}, ends[b]) for b in onward}


def looked_at(subject: Proved, outcomes: set[str], members: tuple[str, ...]) -> bool:
    """Whether a part of one of the outcomes has a condition on one of the facts."""
    return any(
        str(atom.fact) in members
        for outcome in outcomes
        for _, when in conditions(subject.library.outcomes[outcome])
        for atom in atoms(when)
    )


def question_span(subject: Proved, tree: str, fact: str) -> Span:
    questions = subject.library.trees[tree].questions
    return next(name.span for name, question in questions.items() if question.ask == fact)


def test_a_question_is_idle_exactly_if_no_answer_changes_anything(libraries: Libraries) -> None:
    met = {"什么也不改变：": 0, "有的路上": 0, "": 0}
    for seed, (subject, listed) in zip(SEEDS, libraries, strict=True):
        found = list(idle_question.check(subject))
        assert {f.severity for f in found} <= {Severity.WARNING}
        wanted: dict[Span, str] = {}
        for tree in map(str, subject.library.trees):
            for span, idle in screens(subject, listed, tree):
                word = "什么也不改变：" if all(idle) else "有的路上" if any(idle) else ""
                met[word] += 1
                if word:
                    wanted[span] = word
        assert {f.span for f in found} == wanted.keys(), f"seed {seed}"
        assert all(wanted[f.span] in f.message for f in found), f"seed {seed}"
    assert min(met.values()) > 4, met
