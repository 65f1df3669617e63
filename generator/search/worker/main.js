// SPDX-License-Identifier: MIT
// Search that finds Chinese words as they stand in the text. Speaks the four messages of
// Material's search worker. As a worker it listens by itself; a page opened from a folder loads it
// as a plain script and calls `lubiaoSearch()`.

import { isNamed, readLibrary, worth } from "./library.js";
import { readWords, termsOf } from "./words.js";
import { ranked } from "./rank.js";
import { mark, snippet } from "./snippet.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

const MAX_SECTIONS = 4;

/** How much of the searched words stands in each line. */
function heatOf(library, needles) {
  const heat = new Map();
  for (const needle of needles) {
    for (const line of worth(library, needle).lines.keys()) heat.set(line, (heat.get(line) || 0) + needle.length);
  }
  return heat;
}

function shown(library, section, { needles, heat }) {
  let centre = 0;
  section.lines.forEach((line, at) => {
    if ((heat.get(line) || 0) > (heat.get(section.lines[centre]) || 0)) centre = at;
  });
  const lines = section.lines.map((line) => library.rawLines[line]);
  return mark(snippet(lines, centre, needles), needles);
}

// The best sections that hit; the page itself is always there, as their heading.
function items(library, { page, scores, terms }, query) {
  return library.pages[page].sections
    .map((i, at) => ({ section: library.sections[i], score: scores[at] }))
    .filter(({ section, score }) => score > 0 || section.isPage)
    .sort((a, b) => b.score - a.score || b.section.isPage - a.section.isPage)
    .filter(({ section }, at) => at < MAX_SECTIONS || section.isPage)
    .map(({ section, score }) => ({
      location: section.location,
      title: mark(section.title, query.needles),
      text: shown(library, section, query),
      score,
      terms,
    }));
}

function search({ library, vocabulary }, query) {
  const isFound = (text) => worth(library, text).on.size > 0;
  const isName = (text) => isNamed(library, text);
  const pagesWith = (texts) => new Set(texts.flatMap((text) => [...worth(library, text).on])).size;
  const terms = termsOf(query, vocabulary, { isFound, isName, pagesWith });
  if (!terms.length) return [];
  const hits = ranked(library, terms);
  const needles = [...new Set(terms.flatMap((term) => term.needles.map(([needle]) => needle)))];
  const marked = [...new Set([...needles, ...terms.map((term) => term.word)])];
  const words = { needles: marked, heat: heatOf(library, needles) };
  return hits.map((hit) => items(library, hit, words));
}

function create() {
  let index = null;
  return function answer(message) {
    if (message.type === SETUP) {
      const { docs, config } = message.data;
      const library = readLibrary(docs, config);
      index = { library, vocabulary: readWords(config, library) };
      return { type: READY };
    }
    if (message.type === QUERY) {
      return { type: RESULT, data: { items: index ? search(index, message.data) : [], suggest: [] } };
    }
    throw new TypeError(`unknown message ${message.type}`);
  };
}

if (typeof WorkerGlobalScope === "function" && self instanceof WorkerGlobalScope) {
  const answer = create();
  self.addEventListener("message", (event) => self.postMessage(answer(event.data)));
} else {
  self.lubiaoSearch = create;
}
