// SPDX-License-Identifier: MIT
// The forms in which a reader works a sum out. The page holds them hidden; nothing that is typed
// leaves them: not into the address, not into any storage.

import { el } from "./dom.js";
import { sayFault } from "./fields.js";
import { workSum } from "./sums.js";

const PAUSE = 400;

/** Show every `<form data-sum="METHOD" hidden>` inside `root`, and work out what is typed. */
export function showSums(root, signal) {
  for (const form of root.querySelectorAll("form[data-sum]")) {
    form.hidden = false;
    listenToSum(sumOf(form), signal);
  }
}

function sumOf(form) {
  const inputs = [...form.querySelectorAll("input[data-field]")];
  const fields = inputs.map(({ dataset }) => ({
    key: dataset.field,
    label: dataset.label,
    kind: dataset.kind,
    zero: "zero" in dataset,
    optional: "optional" in dataset,
    at_most: dataset.atMost ? dataset.atMost.split(" ") : [],
  }));
  const result = document.getElementById(form.dataset.result);
  return { form, method: form.dataset.sum, inputs, fields, result, timer: 0 };
}

function listenToSum(sum, signal) {
  const { form } = sum;
  form.addEventListener("input", () => soon(sum), { signal });
  form.addEventListener("change", (event) => sayLeft(sum, event.target), { signal });
  form.addEventListener("submit", (event) => answerSum(event, sum), { signal });
}

/** A moment after the last key, so that a screen reader is not told half a number. */
function soon(sum) {
  clearTimeout(sum.timer);
  sum.timer = setTimeout(() => showSum(sum), PAUSE);
}

/** Work it out; while it cannot be, the result is empty, and only faults that are gone go. */
function showSum(sum) {
  clearTimeout(sum.timer);
  const typed = Object.fromEntries(sum.inputs.map(({ dataset, value }) => [dataset.field, value]));
  const worked = workSum(sum.method, sum.fields, typed);
  for (const input of sum.inputs) {
    if (input.dataset.field !== worked.field) sayFault(input, faultOf(input), "");
    else if (faultOf(input).textContent) sayFault(input, faultOf(input), worked.wrong);
  }
  sum.result.replaceChildren(...(worked.wrong ? [] : resultOf(worked)));
  return worked;
}

const faultOf = (input) => document.getElementById(input.getAttribute("aria-describedby"));

const resultOf = ({ steps, answer }) => [
  el("p.lb-sum__answer", {}, answer),
  el("ol.lb-sum__steps", {}, ...steps.map((step) => el("li", {}, step))),
];

/** A field that was left with something wrong in it says so; an empty one may still be filled. */
function sayLeft(sum, input) {
  const { field, wrong } = showSum(sum);
  if (wrong && field === input.dataset.field && input.value.trim()) {
    sayFault(input, faultOf(input), wrong);
  }
}

function answerSum(event, sum) {
  event.preventDefault();
  const { field, wrong } = showSum(sum);
  if (!wrong) return;
  const input = sum.inputs.find(({ dataset }) => dataset.field === field);
  sayFault(input, faultOf(input), wrong);
  input.focus();
}
