// SPDX-License-Identifier: MIT
// Everything, for a page that may hold any of it.

import { listenForCopy, showCopyButtons } from "./copy.js";
import { define } from "./dom.js";
import { DecisionGuide } from "./guide.js";
import { OutcomeView } from "./outcome.js";
import { unfoldForPrint } from "./print.js";
import { noteReviewDue } from "./review.js";

define("decision-guide", DecisionGuide);
define("outcome-view", OutcomeView);
showCopyButtons(document);
listenForCopy(document);
unfoldForPrint();
noteReviewDue(document);
