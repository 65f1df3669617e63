# SPDX-License-Identifier: MIT
"""Program to diagram: specialise every step on the earlier answers that still matter.

A state is (step, the residue of each condition ahead): what of the earlier answers can still
matter, as in a compiler's live-variable analysis, and no more (see `generator.residue`). Equal
states are shared while building, and equal sub-diagrams afterwards (hash-consing, as in a reduced
ordered decision diagram; Bryant 1986), so the result is finite, acyclic and small, or refused with
a reason.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.diagram import Diagram
from generator.problems import Span
from generator.program import Dest, Move, Program
from generator.sharing import Edges, Place, State, share
from generator.states import States

# Twelve realistic guides together need a few thousand; beyond this something is wrong.
MAX_STATES = 100_000

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
class _Builder:
    program: Program
    facts: Catalogue
    max_states: int
    edges: dict[State, Edges] = field(default_factory=dict)
    parent: dict[State, _Origin] = field(default_factory=dict)
    settled: dict[State, Place] = field(default_factory=dict)
    faults: dict[tuple[str, Span, tuple[Span, ...]], Fault] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    used: dict[Span, _Origin] = field(default_factory=dict)
    groups: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.states = States(self.program, self.facts)

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
        return self._settle((dest, self.states.first(dest)), None)

    def _edges(self, state: State) -> Edges:
        step = self.program.steps[state[0]]
        if step.id not in self.groups:
            self.groups[step.id] = self.states.groups(step)
        return [
            (group, self._take(state, group[0], step.moves[group[0]], (state, group[0])))
            for group in self.groups[step.id]
        ]

    def _take(self, state: State, option: str, move: Move, origin: _Origin) -> Place:
        hop = self._hop(state, option, move, origin)
        return self._settle(hop, origin) if isinstance(hop, tuple) else hop

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
        if not step.fact:
            return self._hop(state, "", step.moves[""], origin)
        option = self.states.answer(step, state[1])
        if option:
            return self._hop(state, "", step.moves[option], origin)
        self.parent.setdefault(state, origin)
        self.settled[state] = state
        return state

    def _hop(self, state: State, option: str, move: Move, origin: _Origin) -> Place:
        """Where `move` leads from `state` once `option` is answered; None after noting a fault."""
        decision = self.states.decide(state[0], state[1], option, move)
        if decision.fault:
            self._fault(decision.fault, decision.place, origin, decision.places, decision.facts)
        if decision.to is None:
            return None
        self.used.setdefault(decision.place, origin)
        if decision.to.startswith("outcome/"):
            return decision.to
        return decision.to, self.states.carried(state[0], state[1], option, decision.to)

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

    def _explode(self, states: Collection[State]) -> None:
        """Blame the facts of the conditions that leave most open where most states are."""
        crowded, _ = Counter(step for step, _ in states).most_common(1)[0]
        columns = zip(*(memory for step, memory in states if step == crowded), strict=True)
        widths = zip(self.states.remembered(crowded), (len(set(c)) for c in columns), strict=True)
        weights: Counter[str] = Counter()
        for number, width in widths:
            for fact in self.states.facts_of(number, crowded):
                weights[fact] += width
        blamed = sorted(weights, key=lambda fact: (-weights[fact], fact))[:5]
        self._fault("explosion", self.program.steps[crowded].span, None, (), tuple(blamed))
