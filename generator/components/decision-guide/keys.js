// SPDX-License-Identifier: MIT
// Keys on a question: digits answer, arrows move. And the tap that comes too soon.

const TOO_SOON = 350; // ms after a question is on the screen
const SAME_PLACE = 60; // px: less than from one answer to the next

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

/**
 * Is `click` the second half of a double tap on `last`, meant for the question before? It hits
 * the same place, and comes before anyone could have read the new question, shown at `since`.
 * Keys, screen readers and scripts click with `detail` 0 and are never too soon.
 */
export function isDoubleTap(click, last, since) {
  if (!click.detail || !last || click.timeStamp > since + TOO_SOON) return false;
  return Math.hypot(click.clientX - last.clientX, click.clientY - last.clientY) < SAME_PLACE;
}
