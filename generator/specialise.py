# SPDX-License-Identifier: MIT
"""Program to diagram: specialise every step on the earlier answers that still matter.

A state is (step, for each known fact that some later step still tests: its class). Which classes
a step still distinguishes comes from live-variable analysis, as in a compiler: two options are
one class if no test reachable from the step tells them apart. Equal states are shared while
building, and equal sub-diagrams afterwards (hash-consing, as in a reduced ordered decision
diagram; Bryant 1986), so the result is finite, acyclic and small, or refused with a reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.choosing import Chooser, Decision
from generator.diagram import Diagram, Edge, Node
from generator.liveness import Env, Liveness
from generator.problems import Span
from generator.program import Dest, Move, Program

# Twelve realistic guides together need a few thousand; beyond this something is wrong.
MAX_STATES = 100_000

State = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Fault:
    """A situation the trees do not treat soundly.

    `kind`: gap, overlap, unasked, unsure, lap or explosion. `answers` is a concrete way of
    answering that leads there; `places` are the transitions involved; `facts` those to blame.
    """

    kind: str
    span: Span
    answers: tuple[tuple[str, str], ...] = ()
    places: tuple[Span, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Specialised:
    """The diagram (None if there were faults), the faults, and what was ever used."""

    diagram: Diagram | None
    faults: tuple[Fault, ...]
    reached_steps: frozenset[str]
    used_places: frozenset[Span]


def specialise(program: Program, facts: Catalogue, max_states: int = MAX_STATES) -> Specialised:
    """Build the diagram of all trees together."""
    builder = _Builder(program, facts, Liveness(program, facts), Chooser(facts).choose, max_states)
    return builder.run()


# ---- building ----------------------------------------------------------------------------------


@dataclass
class _Builder:
    program: Program
    facts: Catalogue
    live: Liveness
    choose: Callable[[Move, Env], Decision]
    max_states: int
    edges: dict[State, list[tuple[str, State | Dest | None]]] = field(default_factory=dict)
    parent: dict[State, tuple[State, str] | None] = field(default_factory=dict)
    faults: dict[tuple[str, Span, tuple[Span, ...]], Fault] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    used: set[Span] = field(default_factory=set)

    def run(self) -> Specialised:
        starts = {tree: self._arrive(dest, {}, None) for tree, dest in self.program.starts.items()}
        todo = [state for state in starts.values() if isinstance(state, tuple)]
        seen = set(todo)
        while todo:
            if len(seen) > self.max_states:
                self._explode(seen)
                break
            state = todo.pop()
            self.edges[state] = [self._edge(state, o) for o in self._options(state)]
            for _, to in self.edges[state]:
                if isinstance(to, tuple) and to not in seen:
                    seen.add(to)
                    todo.append(to)
        diagram = None if self.faults else _share(self, starts)
        return Specialised(
            diagram,
            tuple(sorted(self.faults.values(), key=lambda f: (f.span, f.kind))),
            frozenset(self.reached),
            frozenset(self.used),
        )

    def _options(self, state: State) -> tuple[str, ...]:
        return self.facts.facts[self.program.steps[state[0]].fact].options

    def _edge(self, state: State, option: str) -> tuple[str, State | Dest | None]:
        step, known = state
        fact = self.program.steps[step].fact
        env = {**dict(known), fact: option}
        dest = self._take(self.program.steps[step].moves[option], env, (state, option))
        return option, None if dest is None else self._arrive(dest, env, (state, option))

    def _arrive(
        self, dest: Dest, env: Env, origin: tuple[State, str] | None
    ) -> State | Dest | None:
        """Follow routers and answers already known until a question, an outcome or a fault."""
        lap: list[str] = []
        while not dest.startswith("outcome/"):
            step = self.program.steps[dest]
            self.reached.add(dest)
            if dest in lap:
                places = tuple(self.program.steps[s].span for s in lap[lap.index(dest) :])
                self._fault("lap", step.span, origin, places)
                return None
            lap.append(dest)
            if step.fact and step.fact not in env:
                state = (dest, self.live.project(dest, env))
                self.parent.setdefault(state, origin)
                return state
            onward = self._take(step.moves[env[step.fact] if step.fact else ""], env, origin)
            if onward is None:
                return None
            dest = onward
        return dest

    def _take(self, move: Move, env: Env, origin: tuple[State, str] | None) -> Dest | None:
        """The one way out that `env` matches; None after noting a fault."""
        decision = self.choose(move, env)
        if decision.fault:
            self._fault(decision.fault, decision.place, origin, decision.places, decision.facts)
        if decision.to is not None:
            self.used.add(decision.place)
        return decision.to

    def _fault(
        self,
        kind: str,
        span: Span,
        origin: tuple[State, str] | None,
        places: tuple[Span, ...] = (),
        facts: tuple[str, ...] = (),
    ) -> None:
        fault = Fault(kind, span, self._answers(origin), places, facts)
        self.faults.setdefault((kind, span, places), fault)

    def _answers(self, origin: tuple[State, str] | None) -> tuple[tuple[str, str], ...]:
        trail: list[tuple[str, str]] = []
        while origin is not None:
            state, option = origin
            trail.append((self.program.steps[state[0]].fact, option))
            origin = self.parent[state]
        return tuple(reversed(trail))

    def _explode(self, states: Iterable[State]) -> None:
        crowded, _ = Counter(step for step, _ in states).most_common(1)[0]
        seen: dict[str, set[str]] = {}
        for step, known in states:
            if step == crowded:
                for fact, option in known:
                    seen.setdefault(fact, set()).add(option)
        blamed = sorted(seen, key=lambda fact: (-len(seen[fact]), fact))[:5]
        self._fault("explosion", self.program.steps[crowded].span, None, (), tuple(blamed))


# ---- sharing -----------------------------------------------------------------------------------


def _share(builder: _Builder, starts: Mapping[str, State | Dest | None]) -> Diagram:
    """Merge equal sub-diagrams, children first, and number nodes with parents first."""
    outcomes: dict[str, int] = {}
    made: dict[Node, int] = {}
    of_state: dict[State, int] = {}

    def place(to: State | Dest | None) -> int:
        assert to is not None
        if isinstance(to, str):
            return -1 - outcomes.setdefault(to.removeprefix("outcome/"), len(outcomes))
        return of_state[to]

    for state in _children_first(builder, starts):
        grouped: dict[int, list[str]] = {}
        for option, to in builder.edges[state]:
            grouped.setdefault(place(to), []).append(option)
        edges = tuple(Edge(tuple(options), to) for to, options in grouped.items())
        step = builder.program.steps[state[0]]
        of_state[state] = made.setdefault(Node(step.id, step.fact, edges), len(made))
    begin = {tree: place(to) for tree, to in starts.items()}
    return _renumber(Diagram(tuple(made), tuple(outcomes), begin, builder.facts))


def _children_first(
    builder: _Builder, starts: Mapping[str, State | Dest | None]
) -> Iterable[State]:
    done: set[State] = set()
    for start in starts.values():
        stack = [(start, False)] if isinstance(start, tuple) else []
        while stack:
            state, expanded = stack.pop()
            if state in done:
                continue
            if expanded:
                done.add(state)
                yield state
                continue
            stack.append((state, True))
            children = [to for _, to in builder.edges[state] if isinstance(to, tuple)]
            stack.extend((child, False) for child in reversed(children) if child not in done)


def _renumber(diagram: Diagram) -> Diagram:
    # Children were made first; reversing puts parents first and every edge forward.
    last = len(diagram.nodes) - 1

    def moved(to: int) -> int:
        return last - to if to >= 0 else to

    nodes = tuple(
        Node(n.step, n.fact, tuple(Edge(e.options, moved(e.to)) for e in n.edges))
        for n in reversed(diagram.nodes)
    )
    starts = {tree: moved(to) for tree, to in diagram.starts.items()}
    return Diagram(nodes, diagram.outcomes, starts, diagram.facts)
