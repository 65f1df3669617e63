# SPDX-License-Identifier: MIT
"""One function per kind of page. `render_node` and `render_moved` give whole documents; the others
give one block element that may stand as raw HTML in a Markdown page: no blank lines, nothing
outside it, every link final.

`root` leads from the page to the site root: "" or "../" or "../../" and so on.
"""

from __future__ import annotations

from generator.render.environment import FACT_PICTURES, environment
from generator.views import (
    ArticleEndView,
    ArticleIndexView,
    ChannelIndexView,
    ChannelView,
    GlossaryView,
    GuideView,
    HomeView,
    InstrumentView,
    LawIndexView,
    MisquotesView,
    MovedView,
    NodeView,
    OutcomeView,
    ProvisionPageView,
)

SITE_NAME = "退款路标"


def render_home(view: HomeView, root: str, name: str = SITE_NAME) -> str:
    """The front page: what this is, one button, and the first question as direct links."""
    return _render("home", view=view, root=root, name=name)


def render_guide(view: GuideView, root: str) -> str:
    """The page of one guide: the component with the first question as its fallback."""
    return _render("guide", view=view, root=root, pictures=FACT_PICTURES)


def render_guide_index(views: tuple[GuideView, ...], root: str) -> str:
    """All guides, each with what it answers and how long it takes."""
    return _render("guide-index", guides=views, root=root)


def render_node(view: NodeView, root: str, name: str = SITE_NAME) -> str:
    """A whole document for one question: light, without scripts, not for search engines."""
    return _render("node", view=view, root=root, name=name)


def render_moved(view: MovedView, root: str, name: str = SITE_NAME) -> str:
    """A whole document at an old address: it says so, and goes on to the new one."""
    return _render("moved", view=view, root=root, name=name)


def render_outcome(view: OutcomeView, root: str) -> str:
    """The page of one outcome, with every part under its condition."""
    return _render("outcome", view=view, root=root)


def render_instrument(view: InstrumentView, root: str) -> str:
    """The page of one law: its facts, and each provision with its plain meaning."""
    return _render("instrument", view=view, root=root)


def render_provision(view: ProvisionPageView, root: str) -> str:
    """The page of one provision: what it means, its words, when it helps, who cites it."""
    return _render("provision", view=view, root=root)


def render_law_index(view: LawIndexView, root: str) -> str:
    """All instruments, grouped by kind."""
    return _render("law-index", view=view, root=root)


def render_glossary(view: GlossaryView, root: str) -> str:
    """Every word that needs explaining, by pinyin, each with an anchor."""
    return _render("glossary", view=view, root=root)


def render_misquotes(view: MisquotesView, root: str) -> str:
    """Every wrong claim with what is right, each with an anchor."""
    return _render("misquotes", view=view, root=root)


def render_channel(view: ChannelView, root: str) -> str:
    """The page of one channel: what it can do, what to bring, how long, what blocks what."""
    return _render("channel", view=view, root=root)


def render_channel_index(view: ChannelIndexView, root: str) -> str:
    """When to call the police first, then all channels in a table, in the order to go in."""
    return _render("channel-index", view=view, root=root)


def render_article_index(view: ArticleIndexView, root: str) -> str:
    """All articles by topic, each with what it answers."""
    return _render("article-index", view=view, root=root)


def render_article_end(view: ArticleEndView, root: str) -> str:
    """What stands below an article: its guides, its words, what else there is to read."""
    return _render("article-end", view=view, root=root)


def _render(template: str, **context: object) -> str:
    text = environment().get_template(f"{template}.html.jinja").render(**context)
    # A blank line would end the raw HTML block for some Markdown readers.
    return "\n".join(line for line in text.splitlines() if line.strip()) + "\n"
