# SPDX-License-Identifier: MIT
"""View models: everything a template or exporter prints, already decided.

A template loops, prints, and shows or hides on one boolean; it never decides. All texts are
plain text (templates escape them). All `url`s are relative to the site root, without a leading
slash; a template prefixes them with the page's `root` ("../../" and the like).

Declarations only, and longer than other modules, so that the contexts of all templates can be
read in one place.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """When a part applies. `table` indexes the page's part tables; `words` is Chinese, for
    readers without JavaScript and on paper ("如果：付款方式是支付宝")."""

    table: int
    words: str


@dataclass(frozen=True)
class Citation:
    """A provision as it is cited: `text` is 《…》第…条第…款第（…）项."""

    id: str
    text: str
    short: str
    url: str


@dataclass(frozen=True)
class VerdictView:
    """A kind of answer; `tone` is good, partly, open, hard, danger or outside."""

    id: str
    label: str
    meaning: str
    tone: str


@dataclass(frozen=True)
class OptionView:
    """One answer of a question, as a link to where it leads."""

    id: str
    label: str
    hint: str
    url: str


@dataclass(frozen=True)
class QuestionView:
    """One question on a page of its own (works without JavaScript).

    `shortest` and `longest` count the screens still to come after this one, over all ways.
    `kind` is choice, number, date or multi (a multi fact is asked here as one yes/no at a time).
    """

    fact: str
    question: str
    kind: str
    help: str
    picture: str
    options: tuple[OptionView, ...]
    url: str
    is_start: bool
    shortest: int
    longest: int


@dataclass(frozen=True)
class Link:
    """A titled link inside the site."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class GuideView:
    """The page of one guide. `data` is the JSON the component walks; `keywords` are for search."""

    id: str
    title: str
    summary: str
    url: str
    start: QuestionView
    outcomes: tuple[OutcomeCard, ...]
    situations: str
    shortest: int
    longest: int
    review_by: str
    data: str
    keywords: tuple[str, ...] = ()
    checked_on: str = ""


@dataclass(frozen=True)
class OutcomeCard:
    """An outcome in a list."""

    title: str
    url: str
    verdict: VerdictView


@dataclass(frozen=True)
class NodeView:
    """A static page for one node of the diagram."""

    guide_title: str
    guide_url: str
    question: QuestionView
    home_url: str
    guides_url: str
    law_url: str


@dataclass(frozen=True)
class MovedView:
    """A page at an old address that leads on: `title` and `url` are those of the new one."""

    title: str
    url: str
    home_url: str


@dataclass(frozen=True)
class TextPart:
    """A reason, a note, or a warning's text. `tone` is empty but for warnings (danger, care)."""

    text: str
    citations: tuple[Citation, ...]
    condition: Condition | None
    tone: str = ""


@dataclass(frozen=True)
class ActionPart:
    """A step. `stage` is the label of the rung (自查, 协商, 平台, 支付, 行政, 诉讼, 报警);
    `wait_kind` is 法定, 平台惯例 or empty. `stage_id` is the model's id of the rung."""

    id: str
    title: str
    stage: str
    stage_id: str
    steps: tuple[str, ...]
    bring: tuple[str, ...]
    wait: str
    wait_kind: str
    if_refused: str
    limits: str
    citations: tuple[Citation, ...]
    condition: Condition | None
    channel: Link | None = None


@dataclass(frozen=True)
class EvidencePart:
    """What to keep and how to capture it."""

    title: str
    how: str
    keep: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class LetterPart:
    """A text to paste. In `body` every blank stands as 【label】; `to` says whom it is for."""

    id: str
    title: str
    to: str
    body: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class DeadlinePart:
    """A time limit: `length` ("七日内", "三年") counted from the day after `clock`.

    `period` is the machine form for the calendar file: "P7D", "P2M", "P3Y" (ISO 8601), or empty.
    `tag` is 法定 or 平台惯例.
    """

    id: str
    title: str
    tag: str
    clock: str
    length: str
    period: str
    note: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class ReplyPart:
    """What they say, and the answer."""

    they_say: str
    answer: str
    citations: tuple[Citation, ...]
    condition: Condition | None


@dataclass(frozen=True)
class ProvisionPart:
    """A provision quoted on an outcome."""

    citation: Citation
    text: tuple[str, ...]
    plain: str
    condition: Condition | None


@dataclass(frozen=True)
class Download:
    """A file made for the outcome; `kind` is PDF, DOCX or Markdown; `size` is for people."""

    kind: str
    url: str
    size: str


@dataclass(frozen=True)
class OutcomeView:
    """The page of one outcome. `data` is the JSON with the part tables and the guides' tables."""

    id: str
    title: str
    url: str
    summary: str
    synonyms: tuple[str, ...]
    verdict: VerdictView
    reasons: tuple[TextPart, ...]
    warnings: tuple[TextPart, ...]
    today: tuple[ActionPart, ...]
    road: tuple[ActionPart, ...]
    deadlines: tuple[DeadlinePart, ...]
    evidence: tuple[EvidencePart, ...]
    letters: tuple[LetterPart, ...]
    replies: tuple[ReplyPart, ...]
    provisions: tuple[ProvisionPart, ...]
    avoid: tuple[TextPart, ...]
    changes: tuple[TextPart, ...]
    guides: tuple[Link, ...]
    downloads: tuple[Download, ...]
    review_by: str
    data: str
    checked_on: str = ""


@dataclass(frozen=True)
class ProvisionView:
    """One provision; `anchor` is its id, `formerly` its older ones, `citation.url` its own page.

    `effective_to` is the first day on which it no longer holds; `status` says what that means on
    the day it was checked. `readings` are the ways of reading a contested one, `answers` the
    everyday questions that it answers. `edition` sets it apart from other versions of the same
    words ("2014-03-15 起"), and is empty if there are none.
    """

    anchor: str
    citation: Citation
    label: str
    lead: str
    text: tuple[str, ...]
    plain: str
    use: str
    twist: str
    reply: str
    limits: str
    contested: bool
    keywords: tuple[str, ...]
    status: str
    effective_from: str
    effective_to: str
    grade_meaning: str
    verified: str
    checked_on: str
    formerly: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    edition: str = ""


@dataclass(frozen=True)
class SuccessorView:
    """What took the place of a law that no longer holds; `since` is a day or empty."""

    title: str
    url: str
    since: str


@dataclass(frozen=True)
class InstrumentView:
    """The page of one law. `is_named`: only its name is known, so nothing of it is quoted."""

    id: str
    title: str
    short: str
    url: str
    kind: str
    issuer: str
    number: str
    version: str
    effective_from: str
    effective_to: str
    status: str
    official: str
    grade: str
    grade_meaning: str
    verified: str
    checked_on: str
    review_by: str
    provisions: tuple[ProvisionView, ...]
    aliases: tuple[str, ...] = ()
    promulgated: str = ""
    amended_by: tuple[str, ...] = ()
    note: str = ""
    is_repealed: bool = False
    is_named: bool = False
    replaced_by: tuple[SuccessorView, ...] = ()


@dataclass(frozen=True)
class MentionGroup:
    """The places of one kind (指引, 结论, …) that cite a provision."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class VersionView:
    """One version of the same place in a law; `is_this` if it is the page's own."""

    url: str
    version: str
    effective_from: str
    effective_to: str
    status: str
    is_this: bool


@dataclass(frozen=True)
class ProvisionPageView:
    """The page of one provision. `versions` is empty if there is only this one; `newer` is the
    version that holds, if this one does not. `previous` and `following` are its neighbours in the
    law, or None at its ends; `index_url` is that of 法条.
    """

    provision: ProvisionView
    instrument: InstrumentView
    versions: tuple[VersionView, ...]
    newer: Link | None
    cited_by: tuple[MentionGroup, ...]
    previous: Link | None
    following: Link | None
    index_url: str


@dataclass(frozen=True)
class AskedView:
    """An everyday question, and the provisions that answer it."""

    question: str
    provisions: tuple[ProvisionView, ...]


@dataclass(frozen=True)
class LawIndexView:
    """All instruments: by question, by kind, and apart those that do not hold or are not quoted.

    Each entry of `groups` is a kind and its instruments.
    """

    groups: tuple[tuple[str, tuple[InstrumentView, ...]], ...]
    asked: tuple[AskedView, ...] = ()
    repealed: tuple[InstrumentView, ...] = ()
    named: tuple[InstrumentView, ...] = ()


@dataclass(frozen=True)
class TermView:
    """A word and its meaning; `anchor` is its id, `also` are other words for it."""

    anchor: str
    term: str
    plain: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class TermGroup:
    """The words under one letter of the alphabet."""

    letter: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class GlossaryView:
    """The glossary, by pinyin."""

    url: str
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True)
class MisquoteView:
    """A wrong claim and what is right; `heard` are other wordings, `formerly` its older ids."""

    anchor: str
    claim: str
    heard: tuple[str, ...]
    wrong: str
    right: str
    citations: tuple[Citation, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True)
class MisquoteGroup:
    """The claims that are wrong in the same way."""

    id: str
    title: str
    meaning: str
    claims: tuple[MisquoteView, ...]


@dataclass(frozen=True)
class MisquotesView:
    """The page of wrong claims."""

    url: str
    groups: tuple[MisquoteGroup, ...]


@dataclass(frozen=True)
class GradeTag:
    """How firm a statement is, in a word; `look` is law, open or practice."""

    word: str
    look: str
    meaning: str


@dataclass(frozen=True)
class ChannelFactView:
    """A statement about a channel. Advice has no `tag`; `source` is one outside the library."""

    text: str
    tag: GradeTag | None
    source: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class ChannelView:
    """The page of one channel; `outcomes` are those whose steps lead to it."""

    id: str
    title: str
    url: str
    summary: str
    run_by: str
    where: str
    good_for: tuple[str, ...]
    can: tuple[ChannelFactView, ...]
    cannot: tuple[ChannelFactView, ...]
    bring: tuple[str, ...]
    steps: tuple[ChannelFactView, ...]
    limits: tuple[ChannelFactView, ...]
    order: tuple[ChannelFactView, ...]
    costs: tuple[ChannelFactView, ...]
    synonyms: tuple[str, ...]
    checked_on: str
    review_by: str
    outcomes: tuple[Link, ...]
    legend: tuple[GradeTag, ...]


@dataclass(frozen=True)
class ChannelRow:
    """A channel in the table: what it is for, and the first thing to know of each other kind."""

    title: str
    url: str
    good_for: tuple[str, ...]
    cannot: ChannelFactView | None
    limit: ChannelFactView | None
    cost: ChannelFactView | None


@dataclass(frozen=True)
class OrderGroup:
    """What must come before a channel, and what it blocks."""

    channel: Link
    facts: tuple[ChannelFactView, ...]


@dataclass(frozen=True)
class ChannelIndexView:
    """All channels; `urgent` is the one that comes first when it applies."""

    url: str
    rows: tuple[ChannelRow, ...]
    urgent: ChannelView | None
    order: tuple[OrderGroup, ...]
    legend: tuple[GradeTag, ...]


@dataclass(frozen=True)
class HomeView:
    """What the front page needs from the trees: the first guide's first question, by heart."""

    guide: GuideView
    guides: tuple[GuideView, ...]
    provisions: int
    instruments: int


@dataclass(frozen=True)
class ChecklistItem:
    """A line to tick or to read. `tag` is 法定, 平台惯例 or empty; `condition` is in words."""

    text: str
    notes: tuple[str, ...] = ()
    condition: str = ""
    tag: str = ""


@dataclass(frozen=True)
class ChecklistSection:
    """`kind`: `tick` (boxes), `steps` (numbered), `text` (paragraphs), `quote` (statutes),
    `letter` (a text to copy; notes hold its paragraphs)."""

    title: str
    kind: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True)
class Checklist:
    """What an outcome's PDF, DOCX and Markdown hold. `url` is absolute if the site has an
    address, else empty; `checked_on` is the day the law was last checked (YYYY-MM-DD);
    `tone` is that of the verdict."""

    id: str
    title: str
    verdict: str
    summary: str
    url: str
    checked_on: str
    sections: tuple[ChecklistSection, ...]
    disclaimer: str
    tone: str = ""
