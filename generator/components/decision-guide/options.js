// SPDX-License-Identifier: MIT
// What stands inside an answer: its digit, its words, and whether it was chosen before.

import { arrange, el, write } from "./dom.js";

export const keyHint = (place) =>
  el("span.lb-option__key", { "aria-hidden": "true" }, place < 9 ? String(place + 1) : "");

/** The words of an answer: an element, and `fill(label, hint, chosen)` that writes into it. */
export function optionText() {
  const label = el("span.lb-option__label");
  const text = el("span.lb-option__text", {}, label);
  const hint = el("span.lb-option__hint");
  const mark = el("span.lb-option__mark", {}, "你之前选的");
  const fill = (name, more, chosen) => {
    write(label, name);
    if (more) write(hint, more);
    arrange(text, [label, more && hint, chosen && mark].filter(Boolean));
  };
  return { text, fill };
}

export function markChosen(made, chosen) {
  if (chosen) made.setAttribute("aria-current", "true");
  else made.removeAttribute("aria-current");
}
