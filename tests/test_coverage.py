# SPDX-License-Identifier: MIT
"""Which transitions the stories take, and stories proposed for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.check import CheckedLibrary, check
from generator.coverage import Coverage, Proposal, as_yaml, coverage
from generator.model import Library
from generator.parse import parse
from generator.problems import Span
from generator.report import text
from tests import interpreter, random_libraries
from tests import shipped as ours
from tests.libraries import library
from tests.naive_proofs import all_situations

TREES = Path(__file__).parents[1] / "decision_trees"
SEEDS = range(2000, 2040)

STORY = """\
scenarios:
  - name: never-came
    story: 没到。
    answers: {arrived: "no"}
    outcome: late
"""


def checked(sources: Mapping[str, bytes]) -> CheckedLibrary:
    result = check(sources)
    assert result.library is not None, text(result.problems)
    assert result.problems == (), text(result.problems)
    return result.library


def covered(sources: Mapping[str, bytes]) -> Coverage:
    found = checked(sources)
    return coverage(found.library, found.compiled)


def with_stories(sources: Mapping[str, bytes], stories: Iterable[str]) -> dict[str, bytes]:
    """`sources` with `stories` pasted into one more file."""
    pasted = "scenarios:\n" + "".join(stories)
    return {**sources, "scenarios/pasted.yaml": pasted.encode()}


# ---- small libraries ----------------------------------------------------------------------------


def test_a_transition_that_no_story_takes_is_listed_with_its_place() -> None:
    sources = library(scenarios__s=STORY)
    found = covered(sources)
    lines = sources["trees/demo.yaml"].decode().splitlines()
    missing = [(place.file, lines[place.line - 1][place.col - 1 :]) for place in found.missing]
    assert found.transitions == 4
    assert missing == [
        ("trees/demo.yaml", "used"),
        ("trees/demo.yaml", "outcome/fresh}"),
        ("trees/demo.yaml", "outcome/late"),
    ]


def test_a_library_without_stories_takes_no_transition() -> None:
    found = covered(library())
    assert len(found.missing) == found.transitions == 4


def test_stories_that_take_every_transition_leave_nothing_to_propose() -> None:
    more = """\
  - {name: unused, story: 没用。, answers: {arrived: "yes", used: "no"}, outcome: fresh}
  - {name: used-up, story: 用了。, answers: {arrived: "yes", used: part}, outcome: late}
"""
    assert covered(library(scenarios__s=STORY + more)) == Coverage(4, (), ())


def test_a_proposal_is_a_story_to_be_written() -> None:
    found = checked(library(scenarios__s=STORY))
    first, second = coverage(found.library, found.compiled).proposals
    assert as_yaml(first, found.facts) == (
        "  - name: fresh-10\n"
        '    story: "（写一两句话：谁买了什么，遇到了什么。）到了没有＝到了，用了没有＝没用"\n'
        "    tree: demo\n"
        '    answers: {arrived: "yes", used: "no"}\n'
        "    outcome: fresh\n"
    )
    assert (second.outcome, dict(second.answers)) == ("late", {"arrived": "yes", "used": "part"})
    assert len(first.places) == 2, "the way to the second question is taken by the first story"


SHARED = {
    "trees__part": """\
        subtree: part
        exits: [done]
        start: used
        questions:
          used: {ask: used, options: {"no": outcome/fresh}, next: exit/done}
        """,
    "trees__demo": """\
        tree: demo
        title: 演示
        summary: 两条路共用一段。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, options: {"yes": first, "no": second}}
          first: {use: part, exits: {done: outcome/late}}
          second: {use: part, exits: {done: outcome/late}}
        """,
}


def test_a_shared_part_need_be_taken_only_once() -> None:
    stories = """\
        scenarios:
          - {name: one, story: 没用。, answers: {arrived: "yes", used: "no"}, outcome: fresh}
          - {name: two, story: 用了。, answers: {arrived: "no", used: part}, outcome: late}
        """
    assert covered(library(scenarios__s=stories, **SHARED)) == Coverage(4, (), ())


def test_a_story_of_one_tree_says_nothing_of_another() -> None:
    other = library()["trees/demo.yaml"].decode().replace("tree: demo", "tree: other")
    named = STORY.replace("    outcome", "    tree: demo\n    outcome")
    told = covered(library(trees__other=other, scenarios__s=named))
    assert [place.file for place in told.missing].count("trees/other.yaml") == 4
    told = covered(library(trees__other=other, scenarios__s=STORY))
    assert [place.file for place in told.missing].count("trees/other.yaml") == 3


def test_each_proposal_pasted_takes_what_it_promised() -> None:
    sources = library(scenarios__s=STORY)
    found = checked(sources)
    wanted = coverage(found.library, found.compiled)
    open_places, stories = set(wanted.missing), list[str]()
    for proposal in wanted.proposals:
        stories.append(as_yaml(proposal, found.facts))
        open_places -= set(proposal.places)
        assert set(covered(with_stories(sources, stories)).missing) == open_places
    assert open_places == set()


# ---- random libraries against a list of all situations ------------------------------------------


def taken(lib: Library, tree: str, situation: Mapping[str, str]) -> list[Span]:
    """The places of the transitions that a situation takes, read off the model."""
    name, known = str(lib.trees[tree].start), dict[str, str]()
    places: list[Span] = []
    while True:
        question = lib.trees[tree].questions[name]
        members = [fact for fact in situation if fact.partition(".")[0] == question.ask]
        known.update({fact: situation[fact] for fact in members})
        target = interpreter._next(lib, question, situation[members[0]], known)
        places.append(target.text.span)
        if target.kind == "outcome":
            return places
        if target.kind == "tree":
            tree, name = target.name, str(lib.trees[target.name].start)
        else:
            name = target.name


@pytest.mark.parametrize("seed", SEEDS)
def test_proposals_take_every_transition_that_can_be_taken(seed: int) -> None:
    subject = random_libraries.proved(seed)
    options = {fact: info.options for fact, info in subject.facts.facts.items()}
    ways = [(str(t), s) for t in subject.library.trees for s in all_situations(options)]
    possible = {place for tree, s in ways for place in taken(subject.library, tree, s)}
    found = coverage(subject.library, subject.result)
    assert (found.transitions, set(found.missing)) == (len(possible), possible)
    promised = [place for proposal in found.proposals for place in proposal.places]
    assert sorted(promised) == sorted(possible), "each place is promised once"
    for proposal in found.proposals:
        assert_kept(proposal, subject.library, options)


def assert_kept(proposal: Proposal, lib: Library, options: Mapping[str, tuple[str, ...]]) -> None:
    """The proposal asks for just what is asked, and takes what it promises."""
    rest = {fact: names[-1] for fact, names in options.items()}
    situation = {**rest, **dict(proposal.answers)}
    outcome, asked = interpreter.interpret(lib, proposal.tree, situation)
    assert (proposal.outcome, [fact for fact, _ in proposal.answers]) == (outcome, asked)
    assert set(proposal.places) <= set(taken(lib, proposal.tree, situation))


@pytest.mark.parametrize("seed", SEEDS[:10])
def test_the_proposals_of_random_libraries_can_be_pasted(seed: int) -> None:
    subject = random_libraries.proved(seed)
    found = coverage(subject.library, subject.result)
    pasted = [as_yaml(proposal, subject.facts) for proposal in found.proposals]
    parsed = parse(with_stories({}, pasted))
    assert parsed.problems == ()
    stories = parsed.library.scenarios
    assert len({str(story.name) for story in stories}) == len(stories), "names are ids"
    for story, proposal in zip(stories, found.proposals, strict=True):
        assert (story.tree, story.outcome) == (proposal.tree, proposal.outcome)
        assert tuple(story.answers.items()) == proposal.answers


# ---- the shipped library ------------------------------------------------------------------------


def test_every_shipped_transition_is_taken_by_some_story() -> None:
    found = coverage(ours.library().library, ours.library().compiled)
    assert found.transitions > 80
    assert found.missing == (), "lubiao check proposes stories for these"
