// SPDX-License-Identifier: MIT
// Several answers at once: boxes to tick, and one button for none of them.

import { button, el } from "./dom.js";
import { faultLine, nextButton } from "./fields.js";
import { keyHint, markChosen, optionText } from "./options.js";
import { NEED_TICK } from "./words.js";

/** The form of a group, and the items that digits and arrows reach. */
export function ticksForm(ask) {
  const boxes = ask.members.map((member, place) => tickBox(ask, member, place));
  const none = noneButton(ask, boxes.length);
  const fault = faultLine(`${ask.id}-fault`);
  const named = { "aria-labelledby": `${ask.id}-title` };
  const rows = boxes.map((box) => el("li", {}, box.closest("label")));
  const list = el("ul.lb-options", { role: "list", ...named }, ...rows);
  const form = el(
    "form.lb-form.lb-form--ticks",
    { novalidate: true },
    el("div", { role: "group", ...named }, list),
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
  const { text, fill } = optionText();
  fill(member.label, member.hint || yes.hint, false);
  el("label.lb-option.lb-option--tick", {}, box, text);
  if (place < 9) box.setAttribute("aria-keyshortcuts", String(place + 1));
  return box;
}

function noneButton(ask, place) {
  const none = ask.members.map(({ id }) => [id, "no"]);
  const chosen = none.every(([id, option]) => ask.current.get(id) === option);
  const made = button("lb-option.lb-option--none", "", () => ask.answer(none));
  const { text, fill } = optionText();
  fill(ask.group.none, "", chosen);
  made.append(keyHint(place), text);
  markChosen(made, chosen);
  return made;
}

function answerTicks(ask, boxes, fault) {
  if (!boxes.some(({ checked }) => checked)) {
    fault.textContent = NEED_TICK;
    return boxes[0].focus();
  }
  return ask.answer(boxes.map((box) => [box.dataset.member, box.checked ? "yes" : "no"]));
}
