// SPDX-License-Identifier: MIT
// <outcome-view>: leaves on an outcome page what the reader's answers call for. Without answers,
// or with answers that belong elsewhere, the page stays as it was written: everything, labelled.

import { calendarForm } from "./calendar.js";
import { showCopyButtons } from "./copy.js";
import { addressOf, el, isPlace, readData, rewriteAddress } from "./dom.js";
import { flipsOf } from "./flips.js";
import { answerList, droppedNotice } from "./trail.js";
import { answersTitle } from "./words.js";
import { CONTINUE, STALE_OUTCOME, UNUSED, WHAT_CHANGES } from "./page-words.js";
import { showsPart } from "./parts.js";
import { showSums } from "./sum-form.js";
import { formatFragment, parseFragment, readTable, stand } from "./walk.js";

export class OutcomeView extends HTMLElement {
  #table = null;
  #shown = null;
  #stop = null;

  connectedCallback() {
    const data = this.#table || readData(this);
    if (!data) return;
    this.#table = this.#table || readTable(data);
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    window.addEventListener("hashchange", () => this.#follow(), { signal });
    showCopyButtons(this);
    showSums(this, signal);
    this.#follow();
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  /** Read the address; a place on the page ("#letter") changes nothing. */
  #follow() {
    const hash = isPlace(window.location.hash) ? "" : window.location.hash;
    if (this.#shown !== null && (hash === this.#shown || isPlace(window.location.hash))) return;
    this.#shown = hash;
    if (!hash.replace(/^#/, "")) this.#showAll();
    else this.#showFor(parseFragment(this.#table, hash));
    this.#showCalendar();
  }

  #slot(name) {
    return this.querySelector(`[data-slot="${name}"]`);
  }

  #showFor({ answers, from, faults }) {
    const { starts, tree, outcomes, outcome } = this.#table;
    const guide = from || tree;
    if (!starts.has(guide)) return this.#refuse(stand(this.#table, starts.get(tree), answers, ""), tree);
    const now = stand(this.#table, starts.get(guide), answers, "");
    const here = now.end && outcomes[-now.outcome - 1].id === outcome;
    if (!here || faults) return this.#refuse(now, guide);
    return this.#apply(now, guide, answers);
  }

  #apply(now, guide, answers) {
    const fragment = formatFragment(this.#table, now.kept, { from: this.#fromOf(guide) });
    this.#showAll();
    this.#showAnswers(now, guide);
    this.#showFlips(now, guide);
    this.#filter(now.steps);
    this.#notify(now.stale.length > 0 && droppedNotice(this.#table, UNUSED, now.stale, answers));
    rewriteAddress(fragment);
    this.#shown = `#${fragment}`;
  }

  #fromOf(guide) {
    return guide === this.#table.tree ? "" : guide;
  }

  /** Answers that do not lead here: say so, show everything, and point to where they lead. */
  #refuse(now, guide) {
    const { root, guides, outcomes } = this.#table;
    const fragment = formatFragment(this.#table, now.kept);
    const href = addressOf(root, guides.get(guide), fragment);
    this.#showAll();
    const label = now.end ? `看这些回答对应的结论：${outcomes[-now.outcome - 1].title}` : CONTINUE;
    this.#notify([el("p", {}, STALE_OUTCOME), el("p", {}, el("a", { href }, label))]);
  }

  #notify(content) {
    const slot = this.#slot("notice");
    if (!slot) return;
    slot.hidden = !content;
    slot.replaceChildren(...(content || []).filter(Boolean));
  }

  // ---- parts ----

  #showAll() {
    for (const hidden of this.querySelectorAll("[data-lb-hid]")) {
      hidden.hidden = false;
      hidden.removeAttribute("data-lb-hid");
    }
    for (const name of ["answers", "flips", "calendar"]) hide(this.#slot(name));
    this.#notify(null);
  }

  #filter(steps) {
    for (const part of this.querySelectorAll("[data-when]")) {
      const shows = showsPart(this.#table, Number(part.dataset.when), steps);
      hide(shows ? part.querySelector(":scope > .lb-when") : part);
    }
    const sections = [...this.querySelectorAll("section")];
    sections.flatMap(subheadings).filter(standsAlone).forEach(hide);
    sections.filter(isEmpty).forEach(hide);
  }

  // ---- what is added ----

  #showAnswers({ screens, kept }, guide) {
    const slot = this.#slot("answers");
    if (!slot) return;
    const { root, guides } = this.#table;
    const change = (key, name) => {
      const href = addressOf(root, guides.get(guide), formatFragment(this.#table, kept, { at: key }));
      return el("a.lb-change", { href, "aria-label": name }, "改");
    };
    const list = answerList(this.#table, screens, kept, change);
    fill(slot, slot.matches("details") ? list : foldOf(screens.length, list));
  }

  #showFlips({ steps, kept, outcome }, guide) {
    const slot = this.#slot("flips");
    const { starts, outcomes, root } = this.#table;
    const flips = slot ? flipsOf(this.#table, starts.get(guide), steps, kept, outcome) : [];
    if (!flips.length) return;
    const rows = flips.map(({ words, outcome: other, fragment }) => {
      const { title, url, usual } = outcomes[other];
      const from = usual === guide ? "" : `&from=${guide}`;
      const link = el("a", { href: addressOf(root, url, fragment + from) }, title);
      return el("li", {}, `${words}，结论会变成：`, link);
    });
    const title = !slot.closest("section") && el("h2", {}, WHAT_CHANGES);
    fill(slot, el("div", {}, title, el("ul.lb-flips", {}, ...rows)));
  }

  #showCalendar() {
    const slot = this.#slot("calendar");
    if (!slot) return;
    this.querySelectorAll(".lb-due").forEach((due) => due.remove());
    const items = [...this.querySelectorAll("li[data-deadline]")];
    const open = items.filter((item) => !item.closest("[hidden]"));
    calendarForm(slot, open, this.#table.outcome, this.#stop.signal);
  }
}

function hide(element) {
  if (!element || element.hidden) return;
  element.hidden = true;
  element.setAttribute("data-lb-hid", "");
}

const FRAMING = "h1, h2, h3, h4, p";

/** Does `element` still say something of its own? Headings and hints frame, they do not say. */
function says(element) {
  if (element.hidden || element.matches(FRAMING)) return false;
  if (element.matches("[data-when]") || !element.querySelector("[data-when]")) return true;
  return [...element.children].some(says);
}

const isEmpty = (section) =>
  section.querySelector("[data-when]") !== null && ![...section.children].some(says);

const subheadings = (section) => [...section.querySelectorAll(":scope > h3")];

/** Is every part under this heading, up to the next one, hidden? */
function standsAlone(heading) {
  const under = [];
  for (let next = heading.nextElementSibling; next && !next.matches("h2, h3"); ) {
    under.push(next);
    next = next.nextElementSibling;
  }
  return under.some((element) => element.hidden) && !under.some(says);
}

const foldOf = (count, list) =>
  el("details.lb-trail", {}, el("summary", {}, answersTitle(count)), list);

/** Show `content` in a slot, after what the template put there. */
function fill(slot, content) {
  slot.querySelector(":scope > [data-lb-made]")?.remove();
  content.setAttribute("data-lb-made", "");
  slot.append(content);
  slot.removeAttribute("data-lb-hid");
  slot.hidden = false;
}
