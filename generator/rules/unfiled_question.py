# SPDX-License-Identifier: MIT
"""An everyday question stands under no topic, under two, or is answered by no provision.

## Why
The law pages list questions by topic, in the order of topics.yaml. A question that is spelt in two
ways, or forgotten there, is found by nobody. A library without topics is not looked at.

## Fails
    # a provision has answers: [几天内可以退？]
    topics:
      refund: {title: 能不能退, questions: [几天可以退？]}

## Passes
    topics:
      refund: {title: 能不能退, questions: [几天内可以退？]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.located import Located
from generator.model import Library
from generator.problems import did_you_mean
from generator.rules.subject import Finding, Subject

CODE, NAME = "CIT012", "unfiled-question"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield questions that the topics and the provisions do not both have, and repeated ones."""
    topics = subject.library.topics
    if not topics:
        return
    answered = _answered(subject.library)
    filed = dict[str, Located]()
    for question in (q for topic in topics.values() for q in topic.questions):
        first = filed.setdefault(str(question), question)
        if first is not question:
            message = f"“{question}”已经放进一组了。"
            seen = ((first.span, "第一次在这里"),)
            yield Finding(question.span, message, "删掉其中一个。", seen)
        elif str(question) not in answered:
            near = did_you_mean(str(question), sorted(answered))
            hint = near or "删掉它；或者写进能回答它的条文的 answers。"
            yield Finding(question.span, f"没有一条条文回答“{question}”。", hint)
    for question in (q for text, q in answered.items() if text not in filed):
        message = f"“{question}”没有放进任何一组问题。"
        hint = did_you_mean(str(question), sorted(filed)) or "写进 topics.yaml 里合适的一组。"
        yield Finding(question.span, message, hint)


def _answered(library: Library) -> dict[str, Located]:
    """Every question that a provision answers, where it stands first."""
    found = dict[str, Located]()
    for instrument in library.instruments.values():
        for provision in instrument.provisions.values():
            for question in provision.answers:
                found.setdefault(str(question), question)
    return found
