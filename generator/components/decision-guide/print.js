// SPDX-License-Identifier: MIT
// On paper nothing is folded.

/** Open every closed <details> for printing, and close the same ones afterwards. */
export function unfoldForPrint() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => {
      details.setAttribute("open", "");
      details.dispatchEvent(new Event("toggle")); // its own would come after the printing
    });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((details) => details.removeAttribute("open"));
    opened = [];
  });
}
