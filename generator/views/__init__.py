# SPDX-License-Identifier: MIT
"""View models: everything a template or exporter prints, already decided.

A template loops, prints, and shows or hides on one boolean; it never decides. All texts are
plain text (templates escape them). All `url`s are relative to the site root, without a leading
slash; a template prefixes them with the page's `root` ("../../" and the like).
"""

from generator.views.articles import ArticleEndView, ArticleIndexView, TopicGroup
from generator.views.checklists import Checklist, ChecklistItem, ChecklistSection
from generator.views.guides import (
    GuideView,
    HomeView,
    NodeView,
    OptionView,
    OutcomeCard,
    QuestionView,
    WayGroup,
    WayView,
)
from generator.views.knowledge import (
    ChannelFactView,
    ChannelIndexView,
    ChannelRow,
    ChannelView,
    GlossaryView,
    GradeTag,
    MisquoteGroup,
    MisquotesView,
    MisquoteView,
    OrderGroup,
    TermGroup,
    TermView,
)
from generator.views.law import (
    AskedView,
    InstrumentView,
    LawIndexView,
    MentionGroup,
    ProvisionPageView,
    ProvisionView,
    SuccessorView,
    TopicView,
    VersionView,
)
from generator.views.outcomes import (
    ActionPart,
    DeadlinePart,
    EvidencePart,
    LetterPart,
    OutcomeView,
    ProvisionPart,
    ReplyPart,
    SumField,
    SumPart,
    TextPart,
)
from generator.views.shared import (
    Citation,
    Condition,
    Download,
    Link,
    MovedView,
    VerdictView,
)

__all__ = [
    "ActionPart",
    "ArticleEndView",
    "ArticleIndexView",
    "AskedView",
    "ChannelFactView",
    "ChannelIndexView",
    "ChannelRow",
    "ChannelView",
    "Checklist",
    "ChecklistItem",
    "ChecklistSection",
    "Citation",
    "Condition",
    "DeadlinePart",
    "Download",
    "EvidencePart",
    "GlossaryView",
    "GradeTag",
    "GuideView",
    "HomeView",
    "InstrumentView",
    "LawIndexView",
    "LetterPart",
    "Link",
    "MentionGroup",
    "MisquoteGroup",
    "MisquoteView",
    "MisquotesView",
    "MovedView",
    "NodeView",
    "OptionView",
    "OrderGroup",
    "OutcomeCard",
    "OutcomeView",
    "ProvisionPageView",
    "ProvisionPart",
    "ProvisionView",
    "QuestionView",
    "ReplyPart",
    "SuccessorView",
    "SumField",
    "SumPart",
    "TermGroup",
    "TermView",
    "TextPart",
    "TopicGroup",
    "TopicView",
    "VerdictView",
    "VersionView",
    "WayGroup",
    "WayView",
]
