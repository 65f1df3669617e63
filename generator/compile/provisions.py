# SPDX-License-Identifier: MIT
"""Provisions: as their law shows them, and each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from generator.compile.citations import Law, paragraphs, pinpoint
from generator.compile.formerly import old_names
from generator.model import Instrument, Provision
from generator.statutes import versions
from generator.views import (
    InstrumentView,
    Link,
    MentionGroup,
    ProvisionPageView,
    ProvisionView,
    VersionView,
)

REPEALED = "已废止"
IN_FORCE = "现行有效"
GRADES = {
    "A": "与两份以上独立来源逐字比对一致",
    "A-": "与官方网站公布的文本逐字比对一致（单一来源）",
    "B": "只有一份来源的逐字文本，引用前请再核对一次",
    "named": "只核对到名字，没有拿到可以核对的原文",
}


def provision_views(instrument: Instrument, law: Law) -> tuple[ProvisionView, ...]:
    """The provisions of `instrument` in the order of the law; versions of one by their days."""
    ordered = sorted(instrument.provisions, key=lambda name: _order(law, str(name)))
    return tuple(provision_view(str(name), law) for name in ordered)


def _order(law: Law, name: str) -> tuple[versions.Pinpoint, str]:
    return versions.pinpoint(law.entries[name][1]), law.interval(name).begin


def provision_view(name: str, law: Law) -> ProvisionView:
    """Provision `name`; what it does not say of itself, its law says."""
    instrument, provision = law.entries[name]
    begin, end = law.interval(name)
    checked = law.checked_on([name])
    state = status(instrument, begin, end, checked)
    return ProvisionView(
        anchor=name,
        citation=law.citation(name),
        label=pinpoint(provision),
        lead=f"{provision.lead.rstrip()}……" if provision.lead else "",
        text=paragraphs(provision.text),
        plain=str(provision.plain),
        use=str(provision.use),
        twist=str(provision.twist or ""),
        reply=str(provision.reply or ""),
        limits=str(provision.limits or ""),
        contested=provision.contested,
        keywords=_keywords(instrument, provision, state),
        status=state,
        effective_from=begin,
        effective_to=end,
        grade_meaning=GRADES[provision.grade or instrument.grade],
        verified=str(provision.verified or instrument.verified),
        checked_on=checked,
        formerly=old_names(provision.formerly, law.entries),
        readings=tuple(map(str, provision.readings)),
        answers=tuple(map(str, provision.answers)),
        edition=_edition(name, law),
    )


def status(instrument: Instrument, begin: str, end: str, checked: str) -> str:
    """Whether something that holds from `begin` until `end` did on the day it was checked.

    The day of checking and not today, so that the same sources always make the same page.
    """
    if instrument.status == "repealed":
        return REPEALED
    if end and end <= checked:
        return "已经改掉"
    return "还没有施行" if begin and begin > checked else IN_FORCE


def _keywords(instrument: Instrument, provision: Provision, state: str) -> tuple[str, ...]:
    """Everyday words, the questions it answers, and 电商法第二十条 under each of its names.

    What holds no longer answers no question of today.
    """
    answers = provision.answers if state == IN_FORCE else ()
    names = (instrument.short, *instrument.aliases, instrument.title)
    cited = (f"{name}{pinpoint(provision)}" for name in names)
    return tuple(dict.fromkeys(map(str, (*provision.keywords, *answers, *cited))))


def _edition(name: str, law: Law) -> str:
    if len(law.editions[name]) < 2:
        return ""
    begin, end = law.interval(name)
    bounds = (f"{begin} 起" if begin else "", f"到 {end} 前" if end else "")
    return "，".join(filter(None, bounds))


_MOST_LINKS = 30
"""Of one kind on the page of a provision; more would make it long, and nobody reads them."""


def _shortened(group: MentionGroup) -> MentionGroup:
    left = len(group.links) - _MOST_LINKS
    return group if left <= 0 else replace(group, links=group.links[:_MOST_LINKS], more=left)


def provision_pages(
    instrument: InstrumentView,
    law: Law,
    mentions: Mapping[str, tuple[MentionGroup, ...]],
) -> Iterator[ProvisionPageView]:
    """A page for each provision of `instrument`, in the order of the law."""
    views = instrument.provisions
    ends = (None, *views, None)
    for view, (before, _), (_, after) in zip(
        views, pairwise(ends[:-1]), pairwise(ends[1:]), strict=True
    ):
        versions = _versions(view.anchor, law)
        yield ProvisionPageView(
            provision=view,
            instrument=instrument,
            versions=versions,
            newer=_newer(view, versions),
            cited_by=tuple(map(_shortened, mentions.get(view.anchor, ()))),
            previous=_neighbour(before),
            following=_neighbour(after),
            index_url=law.places.page("law/"),
        )


def _neighbour(view: ProvisionView | None) -> Link | None:
    return Link(view.label, view.citation.url, view.edition) if view else None


def _versions(name: str, law: Law) -> tuple[VersionView, ...]:
    editions = law.editions[name]
    return tuple(_version(e, law, name) for e in editions) if len(editions) > 1 else ()


def _newer(view: ProvisionView, versions: tuple[VersionView, ...]) -> Link | None:
    holding = (v for v in versions if v.status == IN_FORCE and view.status != IN_FORCE)
    return next((Link(view.label, v.url, v.version) for v in holding), None)


def _version(edition: str, law: Law, here: str) -> VersionView:
    instrument, _ = law.entries[edition]
    begin, end = law.interval(edition)
    state = status(instrument, begin, end, law.checked_on([edition]))
    url = law.citation(edition).url
    return VersionView(url, str(instrument.version), begin, end, state, edition == here)
