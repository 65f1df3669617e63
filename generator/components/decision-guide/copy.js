// SPDX-License-Identifier: MIT
// 复制 buttons: `<button class="lb-copy" data-copy="ELEMENT-ID" hidden>`. Where the clipboard is
// closed to us (old WebViews, file://), the text is selected and the reader copies it.

import { el } from "./dom.js";
import { COPIED, SELECTED } from "./page-words.js";

const SHOWN_FOR = 2500;

/** Put `text` on the clipboard; false if the browser does not let us. */
export async function copyText(text) {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The words of an element, a paragraph or an item a line; `innerText` is empty inside a closed fold. */
function textOf(element) {
  const lines = [...element.querySelectorAll("p, li")].map((line) => line.textContent.trim());
  return lines.length ? lines.join("\n") : element.textContent.trim();
}

function select(element) {
  element.closest("details")?.setAttribute("open", "");
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Show the copy buttons inside `root`; without JavaScript they stay hidden. */
export function showCopyButtons(root) {
  for (const shown of root.querySelectorAll(".lb-copy[hidden]")) shown.hidden = false;
}

/** Copy on a click anywhere inside `root`. */
export function listenForCopy(root) {
  root.addEventListener("click", (event) => {
    const pressed = event.target.closest(".lb-copy");
    if (pressed) copyFor(pressed);
  });
}

async function copyFor(pressed) {
  const source = document.getElementById(pressed.dataset.copy);
  if (!source) return;
  const said = saidBeside(pressed);
  const done = await copyText(textOf(source));
  if (!done) select(source);
  said.textContent = done ? COPIED : SELECTED;
  setTimeout(() => {
    said.textContent = "";
  }, SHOWN_FOR * (done ? 1 : 4));
}

/** The status line beside a button; made at the first press, empty, so that filling it is heard. */
function saidBeside(pressed) {
  const next = pressed.nextElementSibling;
  if (next && next.classList.contains("lb-copy__said")) return next;
  const said = el("span.lb-copy__said", { role: "status" });
  pressed.after(said);
  return said;
}
