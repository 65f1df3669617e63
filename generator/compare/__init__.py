# SPDX-License-Identifier: MIT
"""What a change does to people: two proved libraries, compared over all their situations.

Both versions are read as functions over the joint answer space (every fact that either asks, with
the options of both) and walked side by side; nothing is listed and every count is exact.
"""

from __future__ import annotations

from generator.check import CheckedLibrary
from generator.compare.asking import asking
from generator.compare.names import Names, names
from generator.compare.orders import orders
from generator.compare.results import Comparison, TreeChange
from generator.compare.routes import Pair, Side
from generator.compare.showing import showing
from generator.compare.wording import wording
from generator.forest import MAX_WORK, Forest, TooUnlike


def compare(old: CheckedLibrary, new: CheckedLibrary) -> Comparison:
    """Everything that is different in `new`.

    Raises generator.forest.TooUnlike, naming the guide, if its two versions ask so differently
    that they cannot be walked side by side.
    """
    joint = names(old, new)
    former = {joint.tree(str(tree)): str(tree) for tree in old.library.trees}
    both = [str(tree) for tree in new.library.trees if str(tree) in former]
    return Comparison(
        trees=tuple(_tree(old, new, former[tree], tree, joint) for tree in both),
        added=tuple(str(t) for t in new.library.trees if str(t) not in former),
        removed=tuple(was for tree, was in former.items() if tree not in new.library.trees),
        texts=(*wording(old.library, new.library), *orders(old.library, new.library, joint)),
    )


def _tree(old: CheckedLibrary, new: CheckedLibrary, was: str, now: str, joint: Names) -> TreeChange:
    forest = Forest(joint.options, MAX_WORK)
    pair = Pair(Side(old, was, joint.old), Side(new, now, joint.new), joint, forest)
    try:
        return _change(pair, now)
    except TooUnlike:
        raise TooUnlike(now) from None


def _change(pair: Pair, now: str) -> TreeChange:
    asked = tuple(asking(pair))
    return TreeChange(
        tree=now,
        title=str(pair.new.checked.library.trees[now].title),
        situations=pair.situations,
        changes=tuple(pair.changes()),
        asking=asked,
        showing=tuple(showing(pair, asked)),
    )
