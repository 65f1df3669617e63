// SPDX-License-Identifier: MIT
// The script of guide pages.

import { define } from "./dom.js";
import { DecisionGuide } from "./guide.js";
import { unfoldForPrint } from "./print.js";
import { noteReviewDue } from "./review.js";

define("decision-guide", DecisionGuide);
unfoldForPrint();
noteReviewDue(document);
