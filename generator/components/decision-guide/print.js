// SPDX-License-Identifier: MIT
// On paper nothing is folded, but for what is marked to stay as the reader left it.

/** Note which of the folds to keep the reader opened; the shell opens all of them for paper. */
function noteUnfolding({ target }) {
  const fold = target.closest(".lb-fold--keep > summary")?.parentElement;
  fold?.toggleAttribute("data-unfolded", !fold.open); // the click has not yet done its work
}

/** Open every closed <details> for printing, and close the same ones afterwards. */
export function unfoldForPrint() {
  let opened = [];
  document.addEventListener("click", noteUnfolding);
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .lb-fold--keep)")];
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
