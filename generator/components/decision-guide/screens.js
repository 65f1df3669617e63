// SPDX-License-Identifier: MIT
// One screen: the question, its help, and the ways to answer it. The elements are made once; the
// next question is written into them, which costs the browser a tenth of making new ones.

import { arrange, button, el } from "./dom.js";
import { keyHint, markChosen, optionText } from "./options.js";
import { ticksForm } from "./ticks.js";
import { valueForm } from "./values.js";

export class Screen {
  element = el("div.lb-question");
  heading = null;
  items = []; // what digits and arrows reach
  #id;
  #list;
  #rows = [];
  #help = new Help();
  #ask = null;

  constructor(id) {
    this.#id = id;
    this.#list = el("ul.lb-options", { role: "list", "aria-labelledby": `${id}-title` });
  }

  /**
   * Show a question. `ask` holds id, question, help, picture (a template or null), kind, fact or
   * group and members, current (what is or was chosen), raw, today, and `answer(entries, raw)`.
   */
  show(ask) {
    this.#ask = ask;
    // A new heading, so that moving the focus there is always a move and is read aloud.
    this.heading = el("h2.lb-question__title", { id: `${this.#id}-title`, tabindex: "-1" }, ask.question);
    const { body, items } = ask.kind === "multi" ? ticksForm(ask) : this.#choices(ask);
    this.items = items;
    arrange(this.element, [this.heading, this.#help.show(ask), ...body].filter(Boolean));
  }

  /** Move a little, so that the change is noticed. (A class would restyle every answer.) */
  settle() {
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const from = { transform: "translateY(8px)" };
    this.element.animate([from, { transform: "none" }], { duration: 120, easing: "ease-out" });
  }

  #choices(ask) {
    const { options } = ask.fact;
    while (this.#rows.length < options.length) this.#rows.push(this.#row(this.#rows.length));
    const rows = this.#rows.slice(0, options.length);
    rows.forEach((row, place) => row.fill(options[place], ask.current.get(ask.fact.id)));
    arrange(this.#list, rows.map(({ line }) => line));
    const form = ask.kind === "choice" ? [] : [valueForm(ask)];
    return { body: [this.#list, ...form], items: rows.map(({ made }) => made) };
  }

  #row(place) {
    const { text, fill } = optionText();
    const made = button("lb-option", "", () => this.#pick(place));
    made.append(keyHint(place), text);
    if (place < 9) made.setAttribute("aria-keyshortcuts", String(place + 1));
    const show = (option, current) => {
      const chosen = option.id === current;
      fill(option.label, option.hint, chosen);
      markChosen(made, chosen);
    };
    return { line: el("li", {}, made), made, fill: show };
  }

  #pick(place) {
    const { fact, answer } = this.#ask;
    answer([[fact.id, fact.options[place].id]]);
  }
}

/** "怎么看？": closed and empty at each new question, filled when it is first opened. */
class Help {
  #body = el("div.lb-help__body");
  #fold = el("details.lb-help", {}, el("summary", {}, "怎么看？"), this.#body);
  #ask = null;

  constructor() {
    // Most readers never look, and a picture is many elements.
    this.#fold.addEventListener("toggle", () => this.#fold.open && this.#fill());
  }

  /** The fold, or null where there is nothing to say. */
  show(ask) {
    this.#ask = ask;
    if (this.#fold.open) this.#fold.open = false;
    if (this.#body.firstChild) this.#body.replaceChildren();
    return ask.help || ask.picture ? this.#fold : null;
  }

  #fill() {
    const { help, picture } = this.#ask;
    const lines = (help || "").split("\n").filter((line) => line.trim());
    const drawn = picture && el("div.lb-help__picture", {}, picture.content.cloneNode(true));
    this.#body.replaceChildren(...lines.map((line) => el("p", {}, line.trim())), ...(drawn ? [drawn] : []));
  }
}
