// SPDX-License-Identifier: MIT
// What stands around the question of a guide, for as long as the guide stands.

import { button, el } from "./dom.js";

/** The fixed elements: bar, notice, stage, trail, and the one line that is read aloud. */
export function frame(question, onBack) {
  const back = button("lb-back", "← 上一步", onBack);
  const far = el("p.lb-question__progress");
  const bar = el("div.lb-guide__bar", {}, back, far);
  const note = el("div.lb-notice", { hidden: true });
  const stage = el("div.lb-guide__stage", {}, question);
  const title = el("summary");
  const list = el("div");
  const trail = el("details.lb-trail", {}, title, list);
  const said = el("p.lb-unseen", { role: "status" });
  const whole = el("div.lb-guide", {}, bar, note, stage, trail, said);
  return { whole, bar, back, far, note, stage, trail, title, list, said };
}
