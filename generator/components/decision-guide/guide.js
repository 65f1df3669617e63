// SPDX-License-Identifier: MIT
// <decision-guide>: one question at a time. The address holds the answers; this element only
// shows where they lead, and every answer is a new entry in the browser's history.
// A little longer than the other modules: it is the whole life of one element, in one place.

import { localDay } from "./days.js";
import { addressOf, afterPaint, button, el, isPlace, pushAddress, readData, rewriteAddress, write } from "./dom.js";
import { frame } from "./frame.js";
import { isDoubleTap, onKey } from "./keys.js";
import { Screen } from "./screens.js";
import { answerList, droppedNotice } from "./trail.js";
import { LOST, answersTitle, changing, droppedBy, progress } from "./words.js";
import {
  formatFragment,
  labelOf,
  parseFragment,
  readTable,
  remaining,
  screenFacts,
  stand,
} from "./walk.js";

const ROOM = 16; // px left above the question when the page scrolls up to it

let made = 0;

export class DecisionGuide extends HTMLElement {
  #table = null;
  #id = "";
  #parts = null; // the fixed elements around the question
  #screen = null; // the question on show
  #now = null; // where the reader stands, see stand()
  #shown = ""; // the fragment on show
  #visited = []; // fragments shown in this visit, for 上一步
  #chosen = new Map(); // last choice per fact, also of answers taken back
  #raw = new Map(); // what was typed, per fact; never leaves the page
  #given = new Set(); // screens answered here; others are 已知
  #stop = null;
  #tap = null; // the click that is being answered
  #since = 0; // when the question on show could first be seen
  #rest = null; // what is still to be done once it is
  #addressed = false;

  connectedCallback() {
    if (!this.#table && !this.#build()) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#addressed = document.querySelector("decision-guide") === this;
    const { trail } = this.#parts;
    trail.addEventListener("toggle", () => trail.open && this.#fillTrail(), { signal });
    this.addEventListener("click", (event) => this.#heed(event), { signal, capture: true });
    window.addEventListener("keydown", () => this.#finish(), { signal, capture: true });
    this.addEventListener("keydown", (event) => onKey(event, this.#screen), { signal });
    if (this.#addressed) {
      window.addEventListener("hashchange", () => this.#followAddress(), { signal });
      window.addEventListener("pageshow", (event) => event.persisted && this.#render(), { signal });
    }
    this.#start();
  }

  disconnectedCallback() {
    this.#finish();
    this.#stop?.abort();
  }

  #build() {
    const data = readData(this);
    if (!data) return false;
    made += 1;
    this.#id = `lb-guide-${made}`;
    this.#table = readTable(data);
    this.#screen = new Screen(this.#id);
    this.#parts = frame(this.#screen.element, () => this.#back());
    return true;
  }

  get #from() {
    return this.#table.starts.get(this.#table.tree);
  }

  // ---- coming here ----

  #start() {
    const fragment = this.#addressed && !isPlace(window.location.hash) ? window.location.hash : this.#shown;
    const entry = performance.getEntriesByType("navigation")[0];
    const again = entry && entry.type !== "navigate";
    this.#arrive(fragment, { first: true, mine: again });
  }

  #followAddress() {
    const { hash } = window.location;
    const fragment = hash.replace(/^#/, "");
    if (fragment === this.#shown || isPlace(hash)) return;
    this.#rest = null;
    if (this.#visited[this.#visited.length - 2] === fragment) this.#visited.length -= 2;
    this.#arrive(fragment, {});
  }

  /** Show what an address says; repair what it says wrongly. */
  #arrive(fragment, { first = false, mine = false }) {
    const said = parseFragment(this.#table, fragment);
    const { at, faults } = said;
    // Opening this guide says something already; an address may say otherwise.
    const answers = new Map([...this.#table.given, ...said.answers]);
    this.#tap = null;
    const now = stand(this.#table, this.#from, answers, at);
    if (now.end && !now.change) return this.#leave(now, answers, true);
    if (mine) now.screens.forEach(({ key }) => this.#given.add(key));
    const lost = faults > 0 || now.stale.length > 0 || now.strayed;
    return this.#show(now, { first, notice: lost && [el("p", {}, LOST)] });
  }

  #show(now, { first = false, push = false, notice = null }) {
    const fragment = this.#fragmentOf(now);
    this.#now = now;
    this.#shown = fragment;
    this.#visited.push(fragment);
    if (!push && this.#addressed && !isPlace(window.location.hash)) rewriteAddress(fragment);
    this.#render({ first, push, notice });
  }

  #fragmentOf(now) {
    return formatFragment(this.#table, now.kept, { at: now.change ? now.key : "" });
  }

  // ---- answering ----

  #answer(entries, raw) {
    const before = this.#now;
    const answers = new Map([...before.kept, ...entries]);
    entries.forEach(([fact, option]) => this.#chosen.set(fact, option));
    if (before.change) this.#forgetAfter(before);
    this.#given.add(before.key);
    this.#raw.set(before.key, raw || "");
    const now = stand(this.#table, this.#from, answers, "");
    if (now.end) return this.#leave(now, answers, false);
    const why = droppedBy(labelOf(this.#table, before.key), before.change);
    const notice = now.stale.length > 0 && droppedNotice(this.#table, why, now.stale, answers);
    return this.#move(now, notice);
  }

  /** Later answers are taken along without asking: from now on they are 已知. */
  #forgetAfter({ screens, position }) {
    screens.slice(position).forEach(({ key }) => this.#given.delete(key));
  }

  #move(now, notice = null) {
    this.#show(now, { push: true, notice });
  }

  /** To the outcome, with the answers; those it cannot use go along and are named there. */
  #leave(now, answers, replacing) {
    const { tree, root, outcomes } = this.#table;
    const { url, usual } = outcomes[-now.outcome - 1];
    const all = new Map([...now.kept, ...answers]);
    const fragment = formatFragment(this.#table, all, { from: usual === tree ? "" : tree });
    const address = addressOf(root, url, fragment);
    if (replacing) window.location.replace(address);
    else window.location.assign(address);
  }

  #change(key) {
    this.#move(stand(this.#table, this.#from, this.#now.kept, key));
  }

  #back() {
    const { change, screens, position, kept } = this.#now;
    if (this.#visited.length > 1) this.#goBack();
    else if (!change) this.#change(screens[position - 2].key);
    else {
      const now = stand(this.#table, this.#from, kept, "");
      if (now.end) this.#leave(now, kept, false);
      else this.#move(now);
    }
  }

  #goBack() {
    if (this.#addressed) return window.history.back();
    this.#visited.pop();
    return this.#arrive(this.#visited.pop(), {});
  }

  // ---- showing ----

  #render({ first = false, push = false, notice = null } = {}) {
    const { back, far, note, said } = this.#parts;
    if (!first) this.#scrollUp();
    const distance = this.#distance();
    this.#screen.show(this.#question());
    write(far, distance);
    back.hidden = this.#visited.length < 2 && !this.#now.change && this.#now.position - this.#assumed() < 2;
    if (notice || !note.hidden) note.replaceChildren(...(notice || []).filter(Boolean));
    note.hidden = !notice;
    this.#showTrail();
    if (first) return this.#takeOver();
    this.#screen.settle();
    return this.#later(() => {
      if (push && this.#addressed) pushAddress(this.#shown);
      said.textContent = [distance, note.textContent].filter(Boolean).join("。");
      this.#screen.heading.focus({ preventScroll: true });
    });
  }

  /** Bring the question's top into view if it is not; asked while the layout is still known. */
  #scrollUp() {
    const { top } = this.#parts.bar.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight) window.scrollBy(0, top - ROOM);
  }

  // ---- after the question is on the screen ----

  /**
   * Do `work` once the question is seen, so that it does not keep a finger waiting; at once for
   * keys and screen readers, which go on from where the focus is.
   */
  #later(work) {
    this.#finish();
    this.#rest = work;
    this.#since = Infinity;
    if (!this.#tap?.detail) return this.#finish();
    return afterPaint(() => this.#rest === work && this.#finish());
  }

  #finish() {
    const work = this.#rest;
    this.#rest = null;
    if (!work) return;
    this.#since = performance.now();
    work();
  }

  #heed(click) {
    if (this.#parts.stage.contains(click.target) && isDoubleTap(click, this.#tap, this.#since)) {
      click.preventDefault();
      click.stopPropagation();
    } else {
      this.#finish();
      this.#tap = click;
    }
  }

  /** Replace the fallback; the data and the pictures stay. */
  #takeOver() {
    for (const child of [...this.childNodes]) {
      if (!(child instanceof Element && child.matches("script, template"))) child.remove();
    }
    this.append(this.#parts.whole);
  }

  #distance() {
    const { change, position, node, kept, pending } = this.#now;
    if (change) return changing(Math.max(1, position - this.#assumed()));
    return progress(position - this.#assumed(), remaining(this.#table, node, kept, pending));
  }

  /** How many of the screens behind us nobody was asked: opening this guide answered them. */
  #assumed() {
    const { given } = this.#table;
    const { screens, kept } = this.#now;
    return screens.filter(({ key }) => given.has(key) && kept.get(key) === given.get(key)).length;
  }

  #question() {
    const { facts, groups, nodes } = this.#table;
    const { key, node, kept } = this.#now;
    const fact = facts.get(nodes[node][0]);
    const asked = groups.get(key) || fact;
    return {
      id: this.#id,
      fact,
      group: asked,
      members: groups.has(key) && screenFacts(this.#table, node).map((id) => facts.get(id)),
      kind: groups.has(key) ? "multi" : fact.kind,
      question: asked.q,
      help: asked.help,
      picture: asked.picture && this.#picture(asked.picture),
      current: new Map([...this.#chosen, ...kept]),
      raw: this.#raw.get(key) || "",
      today: localDay(new Date()),
      answer: (entries, raw) => this.#answer(entries, raw),
    };
  }

  #picture(name) {
    const pictures = [...this.querySelectorAll("template[data-picture]")];
    return pictures.find((picture) => picture.dataset.picture === name);
  }

  #showTrail() {
    const { trail, title, list } = this.#parts;
    const count = this.#now.screens.length;
    trail.hidden = count === 0;
    write(title, answersTitle(count));
    if (trail.open) this.#fillTrail();
    else if (list.firstChild) list.replaceChildren();
  }

  #fillTrail() {
    const { screens, kept } = this.#now;
    const known = new Set(screens.map(({ key }) => key).filter((key) => !this.#given.has(key)));
    const change = (key, name) => {
      const made = button("lb-change", "改", () => this.#change(key));
      made.setAttribute("aria-label", name);
      return made;
    };
    this.#parts.list.replaceChildren(answerList(this.#table, screens, kept, change, known));
  }
}
