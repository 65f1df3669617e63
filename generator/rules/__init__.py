# SPDX-License-Identifier: MIT
"""All rules, listed by hand. One rule, one file: code, docs, check."""

from __future__ import annotations

from generator.rules import (
    dangling_target,
    dead_transition,
    deadline_shape,
    endless_lap,
    fact_shape,
    gap,
    incomplete_outcome,
    letter_blank,
    not_asked_yet,
    overlap,
    part_condition,
    question_shape,
    questionless_tree,
    scenario_fails,
    too_many_states,
    unbound_exit,
    unknown_fact,
    unknown_option,
    unknown_piece,
    unknown_provision,
    unknown_subtree,
    unreachable_outcome,
    unreachable_question,
    unsure_slips,
    unused_piece,
    verdict_cycle,
)

# Need only the parsed library. The first ones must be clean before anything is compiled.
REFERENCE_RULES = (
    dangling_target,
    unknown_fact,
    unknown_option,
    unknown_piece,
    unknown_provision,
    unknown_subtree,
    unbound_exit,
    question_shape,
    fact_shape,
    deadline_shape,
    letter_blank,
    incomplete_outcome,
    verdict_cycle,
    unused_piece,
)
# Need the compiled program; report what specialisation found.
GRAPH_RULES = (
    gap,
    overlap,
    not_asked_yet,
    unsure_slips,
    endless_lap,
    too_many_states,
    unreachable_question,
    dead_transition,
)
# Need the diagram.
DIAGRAM_RULES = (questionless_tree, unreachable_outcome, part_condition, scenario_fails)

RULES = (*REFERENCE_RULES, *GRAPH_RULES, *DIAGRAM_RULES)
