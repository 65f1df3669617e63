# SPDX-License-Identifier: MIT
"""The glossary explains words that stand nowhere (a warning).

## Why
A glossary is read to the end only while everything in it is needed. Statutes and search words
count as places.

## Fails
    # no text has 孳息
    glossary:
      zi-xi: {term: 孳息, plain: 财产生出来的好处。}

## Passes
    # some text has 追认
    glossary:
      zhui-ren: {term: 追认, plain: 事后表示认可。}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Severity
from generator.rules.subject import Finding, Subject
from generator.rules.texts import texts_to_explain, words_of

CODE, NAME = "TXT004", "unused-term"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield entries none of whose words stands anywhere."""
    texts = "\n".join(texts_to_explain(subject.library))
    for term in subject.library.glossary.values():
        if not any(word in texts for word in words_of(term)):
            message = f"词汇表解释了“{term.term}”，可是没有一处用到它。"
            hint = "删掉这一条；或者在 also 里补上文中真正用的说法。"
            yield Finding(term.term.span, message, hint, (), Severity.WARNING)
