// SPDX-License-Identifier: MIT
// The script of every other page: outcomes, law, articles.

import { listenForCopy, showCopyButtons } from "./copy.js";
import { define } from "./dom.js";
import { OutcomeView } from "./outcome.js";
import { unfoldForPrint } from "./print.js";
import { noteReviewDue } from "./review.js";

define("outcome-view", OutcomeView);
showCopyButtons(document);
listenForCopy(document);
unfoldForPrint();
noteReviewDue(document);
