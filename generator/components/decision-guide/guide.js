// SPDX-License-Identifier: MIT
// <decision-guide>: one question at a time. The address holds the answers; this element only
// shows where they lead, and every answer is a new entry in the browser's history.

import { localDay } from "./days.js";
import { addressOf, button, el, isPlace, pushAddress, readData, rewriteAddress } from "./dom.js";
import { buildScreen, onKey } from "./screens.js";
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

let made = 0;

export class DecisionGuide extends HTMLElement {
  #table = null;
  #id = "";
  #parts = null; // the fixed elements around the question
  #screen = null; // the question on show: element, heading, items
  #now = null; // where the reader stands, see stand()
  #shown = ""; // the fragment on show
  #visited = []; // fragments shown in this visit, for 上一步
  #chosen = new Map(); // last choice per fact, also of answers taken back
  #raw = new Map(); // what was typed, per fact; never leaves the page
  #given = new Set(); // screens answered here; others are 已知
  #stop = null;
  #list = () => {}; // builds the answers, once the reader opens them
  #addressed = false;

  connectedCallback() {
    if (!this.#table && !this.#build()) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#addressed = document.querySelector("decision-guide") === this;
    const { trail } = this.#parts;
    trail.addEventListener("toggle", () => trail.open && this.#list(), { signal });
    this.addEventListener("keydown", (event) => onKey(event, this.#screen), { signal });
    if (this.#addressed) {
      window.addEventListener("hashchange", () => this.#followAddress(), { signal });
      window.addEventListener("pageshow", (event) => event.persisted && this.#render(), { signal });
    }
    this.#start();
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  #build() {
    const data = readData(this);
    if (!data) return false;
    made += 1;
    this.#id = `lb-guide-${made}`;
    this.#table = readTable(data);
    this.#parts = frame(() => this.#back());
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
    if (this.#visited[this.#visited.length - 2] === fragment) this.#visited.length -= 2;
    this.#arrive(fragment, {});
  }

  /** Show what an address says; repair what it says wrongly. */
  #arrive(fragment, { first = false, mine = false }) {
    const { answers, at, faults } = parseFragment(this.#table, fragment);
    const now = stand(this.#table, this.#from, answers, at);
    if (now.end && !now.change) return this.#leave(now, answers, true);
    if (mine) now.screens.forEach(({ key }) => this.#given.add(key));
    const lost = faults > 0 || now.stale.length > 0 || now.strayed;
    return this.#show(now, { first, notice: lost && [el("p", {}, LOST)] });
  }

  #show(now, { first = false, notice = null }) {
    const fragment = this.#fragmentOf(now);
    this.#now = now;
    this.#shown = fragment;
    this.#visited.push(fragment);
    if (this.#addressed && !isPlace(window.location.hash)) rewriteAddress(fragment);
    this.#render({ first, notice });
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
    const fragment = this.#fragmentOf(now);
    this.#shown = fragment;
    if (this.#addressed) pushAddress(fragment);
    this.#show(now, { notice });
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

  #render({ first = false, notice = null } = {}) {
    const { bar, back, far, note, stage, said } = this.#parts;
    const distance = this.#distance();
    this.#screen = buildScreen(this.#question());
    far.textContent = distance;
    back.hidden = this.#visited.length < 2 && !this.#now.change && this.#now.position < 2;
    note.replaceChildren(...(notice || []).filter(Boolean));
    note.hidden = !notice;
    stage.replaceChildren(this.#screen.element);
    this.#showTrail();
    if (first) return this.#takeOver();
    said.textContent = [distance, note.textContent].filter(Boolean).join("。");
    this.#screen.element.classList.add("lb-question--settle");
    bar.scrollIntoView({ block: "nearest" });
    return this.#screen.heading.focus({ preventScroll: true });
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
    if (change) return changing(position);
    return progress(position, remaining(this.#table, node, kept, pending));
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
    const { screens, kept } = this.#now;
    const known = new Set(screens.map(({ key }) => key).filter((key) => !this.#given.has(key)));
    const change = (key, name) => {
      const made = button("lb-change", "改", () => this.#change(key));
      made.setAttribute("aria-label", name);
      return made;
    };
    trail.hidden = screens.length === 0;
    title.textContent = answersTitle(screens.length);
    this.#list = () => list.replaceChildren(answerList(this.#table, screens, kept, change, known));
    if (trail.open) this.#list();
    else list.replaceChildren();
  }
}

/** The fixed elements: bar, notice, stage, trail, and the one line that is read aloud. */
function frame(onBack) {
  const back = button("lb-back", "← 上一步", onBack);
  const far = el("p.lb-question__progress");
  const bar = el("div.lb-guide__bar", {}, back, far);
  const note = el("div.lb-notice", { hidden: true });
  const stage = el("div.lb-guide__stage");
  const title = el("summary");
  const list = el("div");
  const trail = el("details.lb-trail", {}, title, list);
  const said = el("p.lb-unseen", { role: "status" });
  const whole = el("div.lb-guide", {}, bar, note, stage, trail, said);
  return { whole, bar, back, far, note, stage, trail, title, list, said };
}
