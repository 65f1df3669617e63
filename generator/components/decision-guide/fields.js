// SPDX-License-Identifier: MIT
// What every field needs: a line for what is wrong with it, and the two tied together.

import { EARLIEST } from "./days.js";
import { el } from "./dom.js";

export const nextButton = () => el("button.lb-next", { type: "submit" }, "继续");
export const faultLine = (id) => el("p.lb-form__fault", { id, role: "alert" });

/** Say what is wrong with a field, in `line`; with no words, that nothing is. */
export function sayFault(input, line, wrong) {
  line.textContent = wrong;
  input.setAttribute("aria-invalid", String(Boolean(wrong)));
}

/** A field for a day, tied to the line that says what is wrong with it. */
export const dayInput = (id, fault, latest) =>
  el("input.lb-input", { id, type: "date", min: EARLIEST, max: latest, "aria-describedby": fault });
