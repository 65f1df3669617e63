// SPDX-License-Identifier: MIT
// A page says by when it is to be looked at again: `<div class="lb-page" data-review-by="…">`.
// The reader's own calendar decides whether that day has passed, so the same sources make the
// same pages on any day.

import { localDay } from "./days.js";
import { el } from "./dom.js";

const DUE = "这一页该复查了。";
const overSince = (day) => `原定最晚 ${day} 再核对一次，这一天已经过了。`;
const SO = "内容可能旧了：要用哪一条，先到官方网站看看现在的原文。";

/** Say so at the top of each page inside `root` whose day of review is before `today`. */
export function noteReviewDue(root, today = localDay(new Date())) {
  for (const page of root.querySelectorAll("[data-review-by]")) {
    const day = page.dataset.reviewBy;
    if (day && day < today) page.prepend(noteOf(day));
  }
}

const noteOf = (day) =>
  el("p.lb-overdue", { role: "note" }, el("strong", {}, DUE), overSince(day) + SO);
