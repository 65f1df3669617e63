# SPDX-License-Identifier: MIT
"""The authoring format: what an editor may write, as frozen models.

Every text is a `Located`, so each rule can point at the exact line and column.
The meaning of each construct is in docs/format.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, model_validator
from pydantic_core import PydanticCustomError, core_schema

from generator.guards import Guard, GuardField
from generator.located import Located

_ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def _check_id(value: Located) -> Located:
    if not _ID.match(value) or len(value) > 60:
        raise PydanticCustomError("bad_id", "id")
    return value


def _check_text(value: Located) -> Located:
    if not value.strip():
        raise PydanticCustomError("empty_text", "empty")
    return value


def _check_date(value: Located) -> Located:
    try:
        if not _DATE.match(value):
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("bad_date", "date") from None
    return value


Whole = Annotated[int, Strict()]
Flag = Annotated[bool, Strict()]
Id = Annotated[Located, AfterValidator(_check_id)]
Text = Annotated[Located, AfterValidator(_check_text)]
Day = Annotated[Located, AfterValidator(_check_date)]
When = Annotated[Guard, GuardField]


class Model(BaseModel):
    """Base of all models: frozen, unknown keys are errors."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, serialize_by_alias=True
    )


# ---- facts -------------------------------------------------------------------------------------


class Option(Model):
    """One answer to a fact. `below` makes it a band of a number or date fact."""

    label: Text
    short: Text | None = None
    hint: Text | None = None
    cls: Annotated[Id | None, Field(alias="class")] = None
    synonyms: tuple[Text, ...] = ()
    below: Whole | None = None


class Fact(Model):
    """Something we ask about. Defined once, shared by every tree.

    `number` and `date` facts have bands: options in ascending order, each holding the values
    below its `below` (whole units of `unit`; for dates, whole days from that date until today)
    and not below the one before; the last band has no `below`.
    `multi` facts stand for one yes/no fact per option, named `fact.option`.
    """

    label: Text
    question: Text
    kind: Literal["choice", "number", "date", "multi"] = "choice"
    help: Text | None = None
    picture: Id | None = None
    unit: Text | None = None
    none: Text | None = None
    synonyms: tuple[Text, ...] = ()
    classes: dict[Id, Text] = Field(default_factory=dict)
    options: dict[Id, Option]


# ---- trees -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Target:
    """Where a transition leads: a question here, `outcome/id`, `tree/id` or `exit/name`."""

    kind: Literal["question", "outcome", "tree", "exit"]
    name: str
    text: Located

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_target)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": "^((outcome|tree|exit)/)?[a-z][a-z0-9_-]*$"}


def _target(raw: Any) -> Target:
    if not isinstance(raw, Located):
        raise PydanticCustomError("bad_target", "target")
    kind, slash, name = raw.partition("/")
    if not slash:
        kind, name = "question", str(raw)
    if kind not in ("question", "outcome", "tree", "exit") or not _ID.match(name):
        raise PydanticCustomError("bad_target", "target")
    return Target(kind, name, raw)  # type: ignore[arg-type]


class Case(Model):
    """A guarded transition."""

    when: When
    next: Target


class Branch(Model):
    """A transition that tests earlier facts: exactly one case matches, else `otherwise`."""

    cases: tuple[Case, ...]
    otherwise: Target | None = None


class Question(Model):
    """A fact asked in a tree (`ask`), or a shared sub-tree inlined here (`use`).

    For each option the transition is, in this order: its own entry in `options`, that of its
    class, else `next`, else `cases`/`otherwise`.
    """

    ask: Id | None = None
    use: Id | None = None
    options: dict[Id, Target | Branch] = Field(default_factory=dict)
    next: Target | None = None
    cases: tuple[Case, ...] = ()
    otherwise: Target | None = None
    exits: dict[Id, Target] = Field(default_factory=dict)


class Tree(Model):
    """A guide: questions, where it starts, and where each answer leads."""

    tree: Id
    title: Text
    summary: Text
    review_by: Day
    synonyms: tuple[Text, ...] = ()
    start: Id
    questions: dict[Id, Question]


class Subtree(Model):
    """Questions shared by trees. Leaves through named `exits`, bound by each caller."""

    subtree: Id
    exits: tuple[Id, ...]
    start: Id
    questions: dict[Id, Question]


# ---- outcomes ----------------------------------------------------------------------------------


class Verdict(Model):
    """One kind of answer. `better_than` declares the partial order of verdicts."""

    label: Text
    meaning: Text
    tone: Literal["good", "partly", "open", "hard", "danger", "outside"]
    better_than: tuple[Id, ...] = ()


class Part(Model):
    """Base of everything in an outcome that may depend on facts.

    A bare string stands for the part's first own field: `- keep-order-page` is
    `- evidence: keep-order-page`.
    """

    when: When | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, raw: Any) -> Any:
        own = next(name for name in cls.model_fields if name != "when")
        return {own: raw} if isinstance(raw, Located) else raw


class Reason(Part):
    """Why the verdict holds, with the provisions it rests on."""

    text: Text
    provisions: tuple[Id, ...] = ()


class Note(Part):
    """A sentence on its own: what not to do, or what would change the verdict."""

    text: Text


class ActionUse(Part):
    """A step of the outcome, by id from `actions/`."""

    action: Id


class EvidenceUse(Part):
    """A piece of evidence, by id from `evidence/`."""

    evidence: Id


class LetterUse(Part):
    """A text to paste, by id from `letters/`."""

    letter: Id


class DeadlineUse(Part):
    """A time limit, by id from `deadlines/`."""

    deadline: Id


class ReplyUse(Part):
    """What the other side will say, by id from `replies/`."""

    reply: Id


class WarningUse(Part):
    """A warning, by id from `warnings/`."""

    warning: Id


class ProvisionUse(Part):
    """A provision shown on the outcome, by id from `law/`."""

    provision: Id


class Outcome(Model):
    """What a person is told. Each part may depend on facts; the routing never does."""

    title: Text
    verdict: Id
    summary: Text
    synonyms: tuple[Text, ...] = ()
    reasons: tuple[Reason, ...]
    today: tuple[ActionUse, ...]
    road: tuple[ActionUse, ...] = ()
    evidence: tuple[EvidenceUse, ...]
    letters: tuple[LetterUse, ...] = ()
    deadlines: tuple[DeadlineUse, ...] = ()
    replies: tuple[ReplyUse, ...] = ()
    warnings: tuple[WarningUse, ...] = ()
    provisions: tuple[ProvisionUse, ...]
    avoid: tuple[Note, ...] = ()
    changes: tuple[Note, ...] = ()


class Action(Model):
    """A step on the ladder: what to do, what to bring, how long it takes, what if refused."""

    title: Text
    stage: Literal["self_check", "negotiate", "platform", "payment", "administration", "court", "police"]
    steps: tuple[Text, ...]
    bring: tuple[Text, ...] = ()
    wait: Text | None = None
    wait_kind: Literal["law", "practice"] | None = None
    if_refused: Text | None = None
    limits: Text | None = None
    provisions: tuple[Id, ...] = ()


class Evidence(Model):
    """Something to keep, and how to capture it so that it holds."""

    title: Text
    how: Text
    keep: Text | None = None
    provisions: tuple[Id, ...] = ()


class Letter(Model):
    """A text to paste. `{field}` in the body is a blank declared in `fields`."""

    title: Text
    to: Text
    fields: dict[Id, Text] = Field(default_factory=dict)
    body: Text
    provisions: tuple[Id, ...] = ()


class Deadline(Model):
    """A time limit. Exactly one of `days`, `months`, `years`, counted from the day after `clock`."""

    title: Text
    kind: Literal["law", "practice"]
    clock: Text
    days: Whole | None = None
    months: Whole | None = None
    years: Whole | None = None
    note: Text | None = None
    provisions: tuple[Id, ...] = ()


class Reply(Model):
    """What the other side will say, and the answer to it."""

    they_say: Text
    answer: Text
    provisions: tuple[Id, ...] = ()


class Warn(Model):
    """A warning; `danger` means police or stop paying, `care` means take care."""

    tone: Literal["danger", "care"]
    text: Text
    provisions: tuple[Id, ...] = ()


# ---- law ---------------------------------------------------------------------------------------


class Provision(Model):
    """One provision, verbatim. `lead` is the lead-in of a list when only one item is quoted."""

    article: Whole
    paragraph: Whole | None = None
    item: Whole | None = None
    lead: Text | None = None
    text: Text
    plain: Text
    use: Text
    twist: Text | None = None
    reply: Text | None = None
    limits: Text | None = None
    contested: Flag = False
    keywords: tuple[Text, ...] = ()


class Instrument(Model):
    """A law, regulation, rule or interpretation, with the provisions we quote."""

    instrument: Id
    title: Text
    short: Text
    aliases: tuple[Text, ...] = ()
    kind: Literal["law", "administrative_regulation", "departmental_rule", "judicial_interpretation"]
    issuer: Text
    number: Text | None = None
    version: Text
    effective_from: Day
    effective_to: Day | None = None
    status: Literal["in_force", "repealed"]
    official: Text
    grade: Literal["A", "A-", "B"]
    verified: Text
    checked_on: Day
    review_by: Day
    provisions: dict[Id, Provision]


# ---- scenarios ---------------------------------------------------------------------------------


class Scenario(Model):
    """A short story with its answers and what must come out."""

    name: Id
    story: Text
    answers: dict[Located, Located]
    outcome: Id
    mentions: tuple[Id, ...] = ()
    actions: tuple[Id, ...] = ()


# ---- the whole ---------------------------------------------------------------------------------


class FactsFile(Model):
    """A file in `facts/`."""

    facts: dict[Id, Fact]


class OutcomesFile(Model):
    """A file in `outcomes/`."""

    outcomes: dict[Id, Outcome]


class VerdictsFile(Model):
    """The file `verdicts.yaml`."""

    verdicts: dict[Id, Verdict]


class ActionsFile(Model):
    """A file in `actions/`."""

    actions: dict[Id, Action]


class EvidenceFile(Model):
    """A file in `evidence/`."""

    evidence: dict[Id, Evidence]


class LettersFile(Model):
    """A file in `letters/`."""

    letters: dict[Id, Letter]


class DeadlinesFile(Model):
    """A file in `deadlines/`."""

    deadlines: dict[Id, Deadline]


class RepliesFile(Model):
    """A file in `replies/`."""

    replies: dict[Id, Reply]


class WarningsFile(Model):
    """A file in `warnings/`."""

    warnings: dict[Id, Warn]


class ScenariosFile(Model):
    """A file in `scenarios/`."""

    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True)
class Library:
    """Everything parsed, by id. Shapes are right; references are not yet checked."""

    facts: dict[Located, Fact]
    trees: dict[Located, Tree]
    subtrees: dict[Located, Subtree]
    verdicts: dict[Located, Verdict]
    outcomes: dict[Located, Outcome]
    actions: dict[Located, Action]
    evidence: dict[Located, Evidence]
    letters: dict[Located, Letter]
    deadlines: dict[Located, Deadline]
    replies: dict[Located, Reply]
    warnings: dict[Located, Warn]
    instruments: dict[Located, Instrument]
    scenarios: tuple[Scenario, ...]
