// SPDX-License-Identifier: MIT
// The script of guide pages.

import { define } from "./dom.js";
import { DecisionGuide } from "./guide.js";
import { unfoldForPrint } from "./print.js";

define("decision-guide", DecisionGuide);
unfoldForPrint();
