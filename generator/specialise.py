# SPDX-License-Identifier: MIT
"""Program to diagram: specialise every step on the earlier answers that still matter.

A state is (step, for each fact that the step's layout remembers: its class). Which classes a step
still distinguishes comes from live-variable analysis, as in a compiler: two options are one class
if no test reachable from the step tells them apart. Equal states are shared while building, and
equal sub-diagrams afterwards (hash-consing, as in a reduced ordered decision diagram; Bryant
1986), so the result is finite, acyclic and small, or refused with a reason.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.choosing import Chooser
from generator.diagram import Diagram
from generator.liveness import Layout, Liveness
from generator.problems import Span
from generator.program import Dest, Move, Program
from generator.residue import Residues
from generator.sharing import Edges, Place, State, share

# Twelve realistic guides together need a few thousand; beyond this something is wrong.
MAX_STATES = 100_000

# Where hardly any of so many states was like an earlier one, looking costs more than it saves.
_TRIES = 1000

Answers = tuple[tuple[str, str], ...]
"""Facts and options, in the order of answering."""


@dataclass(frozen=True)
class Fault:
    """A situation the trees do not treat soundly.

    `kind`: gap, overlap, unasked, unsure, lap or explosion. `answers` is a concrete way of
    answering that leads there; `places` are the transitions involved; `facts` those to blame.
    """

    kind: str
    span: Span
    answers: Answers = ()
    places: tuple[Span, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Specialised:
    """The program, its diagram (None if there were faults), the faults, and what was ever used.

    `used_places` maps each transition taken (by the span of its target) to the first way of
    answering that took it.
    """

    program: Program
    diagram: Diagram | None
    faults: tuple[Fault, ...]
    reached_steps: frozenset[str]
    used_places: Mapping[Span, Answers]


def specialise(program: Program, facts: Catalogue, max_states: int = MAX_STATES) -> Specialised:
    """Build the diagram of all trees together."""
    return _Builder(program, facts, max_states).run()


_Origin = tuple[State, str] | None
"""The state and the option that led on, or None at a start."""


@dataclass
class _Carry:
    """How what a state remembers is written down again at the next step."""

    picks: list[tuple[int, Mapping[int, int]]]

    def over(self, known: tuple[int, ...]) -> tuple[int, ...]:
        full = (*known, 0)
        return tuple([classes[full[index]] for index, classes in self.picks])


@dataclass
class _Builder:
    program: Program
    facts: Catalogue
    max_states: int
    edges: dict[State, Edges] = field(default_factory=dict)
    parent: dict[State, _Origin] = field(default_factory=dict)
    faults: dict[tuple[str, Span, tuple[Span, ...]], Fault] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    used: dict[Span, _Origin] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.live = Liveness(self.program, self.facts)
        self.chooser = Chooser(self.facts)
        self.residues = Residues(self.program, self.facts)
        self.tried: dict[str, list[int]] = {}
        """By step: how many states were looked at, and how many were like an earlier one."""
        self.same: dict[State, State] = {}
        self.first: dict[tuple[str, tuple[int, ...]], State] = {}
        self.layouts: dict[str, Layout] = {}
        self.groups: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.settled: dict[State, Place] = {}
        self.carries: dict[tuple[str, str, str], _Carry] = {}

    def run(self) -> Specialised:
        starts = {tree: self._begin(dest) for tree, dest in self.program.starts.items()}
        todo = deque(dict.fromkeys(p for p in starts.values() if isinstance(p, tuple)))
        seen = set(todo)
        while todo:
            if len(seen) > self.max_states:
                self._explode(seen)
                break
            state = todo.popleft()
            self.edges[state] = self._edges(state)
            for _, to in self.edges[state]:
                if isinstance(to, tuple) and to not in seen:
                    seen.add(to)
                    todo.append(to)
        return Specialised(
            self.program,
            None if self.faults else share(self.edges, starts, self.program, self.facts),
            tuple(sorted(self.faults.values(), key=lambda f: (f.span, f.kind))),
            frozenset(self.reached),
            {place: self._answers(origin) for place, origin in self.used.items()},
        )

    def _begin(self, dest: Dest) -> Place:
        if dest.startswith("outcome/"):
            return dest
        return self._settle((dest, (0,) * len(self._layout(dest).facts)), None)

    def _edges(self, state: State) -> Edges:
        step = self.program.steps[state[0]]
        return [
            (group, self._take(state, group[0], step.moves[group[0]], (state, group[0])))
            for group in self._groups(state[0])
        ]

    def _take(self, state: State, option: str, move: Move, origin: _Origin) -> Place:
        hop = self._hop(state, option, move, origin)
        return self._settle(hop, origin) if isinstance(hop, tuple) else hop

    def _canonical(self, state: State) -> State:
        """The first state that goes on exactly like `state`."""
        if state not in self.same:
            tried = self.tried.setdefault(state[0], [0, 0])
            if tried[0] > _TRIES and tried[1] * 10 < tried[0]:
                return state
            signature = self.residues.signature(state[0], self._layout(state[0]), state[1])
            self.same[state] = self.first.setdefault((state[0], signature), state)
            tried[0] += 1
            tried[1] += self.same[state] is not state
        return self.same[state]

    def _settle(self, state: State, origin: _Origin) -> Place:
        """Follow routers and answers already known until a question, an outcome or a fault."""
        lap: dict[State, None] = {}
        place: Place = state
        while isinstance(place, tuple) and place not in self.settled:
            if place in lap:
                self._endless(list(lap), place, origin)
                place = None
                break
            lap[place] = None
            place = self._through(place, origin)
        end = self.settled[place] if isinstance(place, tuple) else place
        self.settled.update(dict.fromkeys(lap, end))
        return end

    def _through(self, state: State, origin: _Origin) -> Place:
        """One hop past a router or a known answer; a question not yet asked settles here."""
        self.reached.add(state[0])
        step = self.program.steps[state[0]]
        option = self._answer(state, step.fact) if step.fact else ""
        if step.fact and not option:
            self.parent.setdefault(state, origin)
            self.settled[state] = state
            return state
        return self._hop(state, option, step.moves[option], origin)

    def _hop(self, state: State, option: str, move: Move, origin: _Origin) -> Place:
        """Where `move` leads from `state` once `option` is answered; None after noting a fault."""
        answer = (self.program.steps[state[0]].fact, option) if option else ("", "")
        decision = self.chooser.choose(move, self._layout(state[0]), state[1], answer)
        if decision.fault:
            self._fault(decision.fault, decision.place, origin, decision.places, decision.facts)
        dest = decision.to
        if dest is None:
            return None
        self.used.setdefault(decision.place, origin)
        if dest.startswith("outcome/"):
            return dest
        return self._canonical((dest, self._carry(state[0], option, dest).over(state[1])))

    def _groups(self, step: str) -> tuple[tuple[str, ...], ...]:
        if step not in self.groups:
            self.groups[step] = self.live.groups(self.program.steps[step])
        return self.groups[step]

    def _layout(self, step: str) -> Layout:
        if step not in self.layouts:
            self.layouts[step] = self.live.layout(step)
        return self.layouts[step]

    def _answer(self, state: State, fact: str) -> str:
        """An option standing for the known class of `fact`; empty if it was not asked."""
        layout = self._layout(state[0])
        if fact not in layout.facts:
            return ""
        index = layout.facts.index(fact)
        return layout.examples[index][state[1][index]]

    def _carry(self, step: str, option: str, dest: str) -> _Carry:
        key = (step, option, dest)
        if key not in self.carries:
            here, asked = self._layout(step), self.program.steps[step].fact
            self.carries[key] = carry(here, self._layout(dest), asked, option)
        return self.carries[key]

    def _endless(self, lap: list[State], again: State, origin: _Origin) -> None:
        places = tuple(self.program.steps[s].span for s, _ in lap[lap.index(again) :])
        self._fault("lap", self.program.steps[again[0]].span, origin, places)

    def _fault(
        self,
        kind: str,
        span: Span,
        origin: _Origin,
        places: tuple[Span, ...] = (),
        facts: tuple[str, ...] = (),
    ) -> None:
        if (kind, span, places) not in self.faults:
            fault = Fault(kind, span, self._answers(origin), places, facts)
            self.faults[kind, span, places] = fault

    def _answers(self, origin: _Origin) -> Answers:
        trail: list[tuple[str, str]] = []
        while origin is not None:
            state, option = origin
            trail.append((self.program.steps[state[0]].fact, option))
            origin = self.parent[state]
        return tuple(reversed(trail))

    def _explode(self, states: Iterable[State]) -> None:
        crowded, _ = Counter(step for step, _ in states).most_common(1)[0]
        rows = [known for step, known in states if step == crowded]
        columns = zip(*rows, strict=True)
        facts = self._layout(crowded).facts
        widths = {fact: len(set(seen)) for fact, seen in zip(facts, columns, strict=True)}
        blamed = sorted(widths, key=lambda fact: (-widths[fact], fact))[:5]
        self._fault("explosion", self.program.steps[crowded].span, None, (), tuple(blamed))


def carry(here: Layout, there: Layout, asked: str, option: str) -> _Carry:
    """How a state laid out as `here` reads as `there`, once `asked` is answered with `option`."""
    picks: list[tuple[int, Mapping[int, int]]] = []
    for fact, classes in zip(there.facts, there.classes, strict=True):
        if fact == asked and option:
            picks.append((-1, {0: classes[option]}))
        elif fact in here.facts:
            index = here.facts.index(fact)
            to = {n: classes[o] if o else 0 for n, o in enumerate(here.examples[index])}
            picks.append((index, to))
        else:
            picks.append((-1, {0: 0}))
    return _Carry(picks)
