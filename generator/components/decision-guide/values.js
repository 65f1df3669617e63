// SPDX-License-Identifier: MIT
// A number or a date typed by the reader: what is accepted, what is said where it is not.

import { dayFault, daysBetween } from "./days.js";
import { el } from "./dom.js";
import { dayInput, faultLine, nextButton, sayFault } from "./fields.js";
import { bandOf } from "./walk.js";
import { BAD_NUMBER, HUGE_NUMBER, NEED_DATE, NEED_NUMBER } from "./words.js";

const HUGE = 1e9;

/** The form beside the bands of a number or date fact. */
export function valueForm(ask) {
  const fault = faultLine(`${ask.id}-fault`);
  const input = inputOf(ask, fault.id);
  const { label, unit } = ask.fact;
  const form = el(
    "form.lb-form",
    { novalidate: true },
    el("label.lb-form__label", { for: input.id }, `也可以直接填：${label}`),
    el("div.lb-form__row", {}, input, unit && el("span.lb-form__unit", {}, unit), nextButton()),
    fault,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answerValue(ask, input, fault);
  });
  return form;
}

function inputOf(ask, fault) {
  const id = `${ask.id}-value`;
  const plain = { id, type: "text", inputmode: "decimal", "aria-describedby": fault };
  const latest = !takesDaysToCome(ask.fact) && ask.today;
  const input = ask.kind === "date" ? dayInput(id, fault, latest) : el("input.lb-input", plain);
  input.setAttribute("autocomplete", "off");
  input.value = ask.raw;
  return input;
}

function answerValue(ask, input, fault) {
  const read = ask.kind === "date" ? readDate : readNumber;
  const { value, wrong = "" } = read(input, ask.today, ask.fact);
  sayFault(input, fault, wrong);
  if (wrong) return input.focus();
  const option = ask.fact.options[bandOf(ask.fact, value)];
  return ask.answer([[ask.fact.id, option.id]], input.value);
}

/** A typed number: full-width digits, thousands commas, ¥, 元 and 块 are fine. */
export function readNumber({ value }) {
  const plain = value.normalize("NFKC").replace(/。/g, ".").replace(/[\s,¥元块]/g, "");
  if (!plain) return { wrong: NEED_NUMBER };
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain)) return { wrong: BAD_NUMBER };
  return Number(plain) < HUGE ? { value: Number(plain) } : { wrong: HUGE_NUMBER };
}

/** A typed date as whole days until `today`. */
export function readDate({ value, validity }, today, fact) {
  if (!value && !validity.badInput) return { wrong: NEED_DATE };
  const wrong = dayFault(value, today, takesDaysToCome(fact));
  return wrong ? { wrong } : { value: daysBetween(value, today) };
}

/** Only a fact with a band of its own for days to come ("not due yet") is asked about them. */
const takesDaysToCome = ({ options }) => options.some(({ below }) => below <= 1);
