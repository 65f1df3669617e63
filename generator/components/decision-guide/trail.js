// SPDX-License-Identifier: MIT
// The reader's answers as a list: in the guide (where 改 is a button) and on an outcome (a link).

import { el } from "./dom.js";
import { answerText, labelOf } from "./walk.js";

/** One row per screen; `change(key, name)` makes its 改; `known` keys were not asked here. */
export const answerList = (table, screens, answers, change, known = new Set()) =>
  el(
    "ol.lb-trail__list",
    { role: "list" },
    ...screens.map(({ key }) => answerRow(table, key, answers, change, known.has(key))),
  );

function answerRow(table, key, answers, change, known) {
  const label = labelOf(table, key);
  return el(
    "li.lb-trail__row",
    {},
    el("span.lb-trail__label", {}, label),
    el("span.lb-trail__value", {}, answerText(table, key, answers), known && knownTag()),
    change(key, `改「${label}」的回答`),
  );
}

const knownTag = () => el("span.lb-known", {}, "已知");

/** "付款方式：支付宝" for each dropped screen, under the sentence that says why. */
export const droppedNotice = (table, why, keys, answers) => [
  el("p", {}, why),
  keys.length > 0 &&
    el(
      "ul",
      {},
      ...keys.map((key) => el("li", {}, `${labelOf(table, key)}：${answerText(table, key, answers)}`)),
    ),
];
