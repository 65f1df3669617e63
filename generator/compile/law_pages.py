# SPDX-License-Identifier: MIT
"""Law pages: instruments, provisions, and who cites them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.check import CheckedLibrary
from generator.compile.citations import Law, paragraphs, pinpoint
from generator.compile.context import Context
from generator.compile.formerly import old_names
from generator.model import Instrument, Outcome, Provision
from generator.views import InstrumentView, LawIndexView, Link, ProvisionView

KINDS = {
    "law": "法律",
    "administrative_regulation": "行政法规",
    "judicial_interpretation": "司法解释",
    "departmental_rule": "部门规章",
}
STATUS = {"in_force": "现行有效", "repealed": "已废止"}
GRADES = {
    "A": "与两份以上独立来源逐字比对一致",
    "A-": "与官方网站公布的文本逐字比对一致（单一来源）",
    "B": "只有一份来源的逐字文本，引用前请再核对一次",
}


def instrument_view(
    instrument: Instrument, law: Law, cited: Mapping[str, tuple[Link, ...]]
) -> InstrumentView:
    """The page of one law; `cited` maps provision ids to the pages that cite them."""
    return InstrumentView(
        id=str(instrument.instrument),
        title=str(instrument.title),
        short=str(instrument.short),
        url=law.places.instrument(str(instrument.instrument)),
        kind=KINDS[instrument.kind],
        issuer=str(instrument.issuer),
        number=str(instrument.number or ""),
        version=str(instrument.version),
        effective_from=str(instrument.effective_from),
        effective_to=str(instrument.effective_to or ""),
        status=STATUS[instrument.status],
        official=str(instrument.official),
        grade=instrument.grade,
        grade_meaning=GRADES[instrument.grade],
        verified=str(instrument.verified),
        checked_on=str(instrument.checked_on),
        review_by=str(instrument.review_by),
        provisions=tuple(
            _provision(str(name), provision, law, cited.get(str(name), ()))
            for name, provision in sorted(instrument.provisions.items(), key=_order)
        ),
    )


def _order(item: tuple[str, Provision]) -> tuple[int, int, int]:
    return item[1].article, item[1].paragraph or 0, item[1].item or 0


def _provision(name: str, provision: Provision, law: Law, cited: tuple[Link, ...]) -> ProvisionView:
    return ProvisionView(
        anchor=name,
        citation=law.citation(name),
        label=pinpoint(provision),
        lead=str(provision.lead or ""),
        text=paragraphs(provision.text),
        plain=str(provision.plain),
        use=str(provision.use),
        twist=str(provision.twist or ""),
        reply=str(provision.reply or ""),
        limits=str(provision.limits or ""),
        contested=provision.contested,
        keywords=tuple(map(str, provision.keywords)),
        cited_by=cited,
        formerly=old_names(provision.formerly, law.entries),
    )


def law_index(instruments: tuple[InstrumentView, ...]) -> LawIndexView:
    """All instruments by kind, statutes first."""
    groups = ((kind, tuple(i for i in instruments if i.kind == kind)) for kind in KINDS.values())
    return LawIndexView(tuple((kind, members) for kind, members in groups if members))


def cited_by(context: Context) -> dict[str, tuple[Link, ...]]:
    """For each provision the outcomes whose page cites it, in reading order."""
    checked = context.checked
    links: dict[str, list[Link]] = {}
    for name, outcome in checked.library.outcomes.items():
        link = Link(str(outcome.title), context.places.outcome(str(name)))
        for provision in sorted(_cites(checked, outcome)):
            links.setdefault(provision, []).append(link)
    return {provision: tuple(found) for provision, found in links.items()}


def _cites(checked: CheckedLibrary, outcome: Outcome) -> set[str]:
    library = checked.library
    pieces: tuple[Any, ...] = (
        *(library.actions[u.action] for u in (*outcome.today, *outcome.road)),
        *(library.evidence[u.evidence] for u in outcome.evidence),
        *(library.letters[u.letter] for u in outcome.letters),
        *(library.deadlines[u.deadline] for u in outcome.deadlines),
        *(library.replies[u.reply] for u in outcome.replies),
        *(library.warnings[u.warning] for u in outcome.warnings),
        *outcome.reasons,
    )
    cited = {str(p) for piece in pieces for p in piece.provisions}
    return cited | {str(use.provision) for use in outcome.provisions}
