// SPDX-License-Identifier: MIT
// Registration, and what holds for the whole page: copy buttons, and details open on paper.

import { listenForCopy, showCopyButtons } from "./copy.js";
import { DecisionGuide } from "./guide.js";
import { OutcomeView } from "./outcome.js";

/** Open every closed <details> for printing, and close the same ones afterwards. */
function unfoldForPrint() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => details.setAttribute("open", ""));
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((details) => details.removeAttribute("open"));
    opened = [];
  });
}

function define(name, element) {
  if (!window.customElements.get(name)) window.customElements.define(name, element);
}

define("decision-guide", DecisionGuide);
define("outcome-view", OutcomeView);
showCopyButtons(document);
listenForCopy(document);
unfoldForPrint();
