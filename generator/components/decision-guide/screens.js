// SPDX-License-Identifier: MIT
// One screen: the question, its help, and the ways to answer it. Built once, then only replaced.

import { daysBetween, isDay } from "./days.js";
import { button, el } from "./dom.js";
import { BAD_DATE, BAD_NUMBER, NEED_DATE, NEED_NUMBER, NEED_TICK } from "./words.js";
import { bandOf } from "./walk.js";

/**
 * Build a screen. `ask` holds id, question, help, picture (a template or null), kind, fact or
 * group and members, current (what is or was chosen), raw, today, and `answer(entries, raw)`.
 * Returns the element, its heading, and the items that digits and arrows reach.
 */
export function buildScreen(ask) {
  const heading = el("h2.lb-question__title", { id: `${ask.id}-title`, tabindex: "-1" }, ask.question);
  const { body, items } = BODIES[ask.kind](ask);
  const element = el("div.lb-question", {}, heading, helpOf(ask), ...body);
  return { element, heading, items };
}

function helpOf({ help, picture }) {
  if (!help && !picture) return null;
  const body = el("div.lb-help__body");
  const details = el("details.lb-help", {}, el("summary", {}, "怎么看？"), body);
  // Filled when first opened: most readers never look, and a picture is many elements.
  details.addEventListener("toggle", () => fillHelp(body, help, picture), { once: true });
  return details;
}

function fillHelp(body, help, picture) {
  const lines = (help || "").split("\n").filter((line) => line.trim());
  body.append(...lines.map((line) => el("p", {}, line.trim())));
  if (picture) body.append(el("div.lb-help__picture", {}, picture.content.cloneNode(true)));
}

const BODIES = { choice: choiceBody, number: valueBody, date: valueBody, multi: multiBody };

function choiceBody(ask) {
  const items = ask.fact.options.map((option, place) => optionButton(ask, option, place));
  return { body: [listOf(ask, items)], items };
}

const listOf = (ask, items) =>
  el(
    "ul.lb-options",
    { role: "list", "aria-labelledby": `${ask.id}-title` },
    ...items.map((item) => el("li", {}, item.closest("label") || item)),
  );

function optionButton(ask, option, place) {
  const chosen = ask.current.get(ask.fact.id) === option.id;
  const made = button("lb-option", "", () => ask.answer([[ask.fact.id, option.id]]));
  made.append(keyHint(place), optionText(option.label, option.hint, chosen));
  if (chosen) made.setAttribute("aria-current", "true");
  if (place < 9) made.setAttribute("aria-keyshortcuts", String(place + 1));
  return made;
}

const keyHint = (place) =>
  el("span.lb-option__key", { "aria-hidden": "true" }, place < 9 ? String(place + 1) : "");

const optionText = (label, hint, chosen) =>
  el(
    "span.lb-option__text",
    {},
    el("span.lb-option__label", {}, label),
    hint && el("span.lb-option__hint", {}, hint),
    chosen && el("span.lb-option__mark", {}, "你之前选的"),
  );

// ---- a number or a date: bands to tap, or the exact value ----

function valueBody(ask) {
  const { body, items } = choiceBody(ask);
  return { body: [...body, valueForm(ask)], items };
}

function valueForm(ask) {
  const input = el("input.lb-input", {
    id: `${ask.id}-value`,
    autocomplete: "off",
    value: ask.raw,
    "aria-describedby": `${ask.id}-fault`,
    ...(ask.kind === "date" ? { type: "date" } : { type: "text", inputmode: "decimal" }),
  });
  const fault = faultLine(ask);
  const form = el(
    "form.lb-form",
    { novalidate: true },
    el("label.lb-form__label", { for: input.id }, `也可以直接填：${ask.fact.label}`),
    el("div.lb-form__row", {}, input, unitOf(ask.fact), nextButton()),
    fault,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answerValue(ask, input, fault);
  });
  return form;
}

const unitOf = ({ unit }) => unit && el("span.lb-form__unit", {}, unit);
const nextButton = () => el("button.lb-next", { type: "submit" }, "继续");
const faultLine = ({ id }) => el("p.lb-form__fault", { id: `${id}-fault`, role: "alert" });

function answerValue(ask, input, fault) {
  const { value, wrong } = (ask.kind === "date" ? readDate : readNumber)(input, ask.today);
  fault.textContent = wrong || "";
  input.setAttribute("aria-invalid", String(Boolean(wrong)));
  if (wrong) return input.focus();
  const option = ask.fact.options[bandOf(ask.fact, value)];
  return ask.answer([[ask.fact.id, option.id]], input.value);
}

/** A typed number: full-width digits, thousands commas and ¥ or 元 are fine. */
export function readNumber({ value }) {
  const plain = value.normalize("NFKC").replace(/[\s,¥元]/g, "");
  if (!plain) return { wrong: NEED_NUMBER };
  return /^\d+(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { wrong: BAD_NUMBER };
}

function readDate({ value, validity }, today) {
  if (!value) return { wrong: validity.badInput ? BAD_DATE : NEED_DATE };
  return isDay(value) ? { value: daysBetween(value, today) } : { wrong: BAD_DATE };
}

// ---- several at once ----

function multiBody(ask) {
  const boxes = ask.members.map((member, place) => tickBox(ask, member, place));
  const none = noneButton(ask, boxes.length);
  const fault = faultLine(ask);
  const form = el(
    "form.lb-form.lb-form--ticks",
    { novalidate: true },
    el("div", { role: "group", "aria-labelledby": `${ask.id}-title` }, listOf(ask, boxes)),
    fault,
    nextButton(),
    none,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answerTicks(ask, boxes, fault);
  });
  return { body: [form], items: [...boxes, none] };
}

function tickBox(ask, member, place) {
  const yes = member.options.find(({ id }) => id === "yes");
  const checked = ask.current.get(member.id) === "yes";
  const box = el("input.lb-option__box", { type: "checkbox", checked, "data-member": member.id });
  el("label.lb-option.lb-option--tick", {}, box, optionText(member.label, member.hint || yes.hint));
  if (place < 9) box.setAttribute("aria-keyshortcuts", String(place + 1));
  return box;
}

function noneButton(ask, place) {
  const none = ask.members.map(({ id }) => [id, "no"]);
  const chosen = none.every(([id, option]) => ask.current.get(id) === option);
  const made = button("lb-option.lb-option--none", "", () => ask.answer(none));
  made.append(keyHint(place), optionText(ask.group.none, "", chosen));
  if (chosen) made.setAttribute("aria-current", "true");
  return made;
}

function answerTicks(ask, boxes, fault) {
  if (!boxes.some(({ checked }) => checked)) {
    fault.textContent = NEED_TICK;
    return boxes[0].focus();
  }
  return ask.answer(boxes.map((box) => [box.dataset.member, box.checked ? "yes" : "no"]));
}

// ---- keys ----

/** Digits answer, arrows move between the answers; only while focus is on the question. */
export function onKey(event, { items, heading }) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = items.indexOf(event.target);
  if (place < 0 && event.target !== heading) return;
  const target = items[targetOf(event.key, place, items.length)];
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (/^\d$/.test(event.key)) target.click();
}

function targetOf(key, place, count) {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  if (key === "ArrowDown" || key === "ArrowRight") return (place + 1) % count;
  if (key === "ArrowUp" || key === "ArrowLeft") return place <= 0 ? count - 1 : place - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}
