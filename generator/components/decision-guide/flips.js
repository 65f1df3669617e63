// SPDX-License-Identifier: MIT
// What would change the outcome: one answer changed, everything else as it is. Pure.

import { formatFragment, labelOf, walk } from "./walk.js";

const UNSURE = "unsure";

/**
 * Every single change of a step that leads to another outcome: `{words, outcome, fragment}`.
 * Changes of one fact to the same outcome are one entry; a change to "unsure" is none.
 */
export function flipsOf(table, start, steps, answers, here) {
  return steps.flatMap((step) => flipsOfStep(table, start, step, answers, here));
}

function flipsOfStep(table, start, { fact: id, place }, answers, here) {
  const fact = table.facts.get(id);
  const found = new Map();
  fact.options.forEach((option, other) => {
    if (other === place || option.id === UNSURE) return;
    const changed = new Map([...answers, [id, option.id]]);
    const { steps, node } = walk(table, start, changed);
    if (node >= 0 || node === here) return;
    if (!found.has(node)) found.set(node, { options: [], steps, changed });
    found.get(node).options.push(option);
  });
  return [...found].map(([node, flip]) => flipOf(table, fact, node, flip));
}

function flipOf(table, fact, node, { options, steps, changed }) {
  const taken = new Map(steps.map(({ fact: id }) => [id, changed.get(id)]));
  return {
    outcome: -node - 1,
    words: flipWords(table, fact, options),
    fragment: formatFragment(table, taken),
  };
}

function flipWords(table, fact, options) {
  if (!fact.group) {
    const names = options.map(({ short, label }) => `「${short || label}」`);
    return `如果「${fact.label}」是${names.join("或")}`;
  }
  const verb = options[0].id === "yes" ? "有" : "没有";
  return `如果「${labelOf(table, fact.group)}」里${verb}「${fact.label}」`;
}
