// SPDX-License-Identifier: MIT
// Which pages answer the words of a query, the best first.

import { worth } from "./library.js";

const MAX_PAGES = 30;
const UNKNOWN = 0.35;
const SECOND = 0.3;
const MOST = 0.6;
const HALF = 0.5;
// Just enough to stand before an equal: Material then shows the page's own beginning.
const AHEAD = 1.001;

/** A term with what its needles find, the best for each page and section; rare words weigh more. */
function find(library, term) {
  const pages = new Map();
  const sections = new Float32Array(library.sections.length);
  const on = new Set();
  let own = 0;
  for (const [needle, factor] of term.needles) {
    const found = worth(library, needle);
    if (factor === 1) own = found.on.size;
    for (const [page, value] of found.pages) pages.set(page, Math.max(pages.get(page) || 0, value * factor));
    for (const [i, value] of found.sections) if (value * factor > sections[i]) sections[i] = value * factor;
    for (const page of found.on) on.add(page);
  }
  const rarity = Math.log(1 + library.pages.length / Math.max(1, own || on.size));
  return { term, pages, sections, on, weight: rarity * (term.isKnown ? 1 : UNKNOWN) };
}

// Of two known words both must be there, of more most; when no page has them, half will do.
// Without any known word, half of the pairs of characters.
function candidates(found) {
  const known = found.filter(({ term, on }) => term.isKnown && !term.isPhrase && on.size);
  if (!known.length) return withShare(found.map((one) => ({ ...one, weight: 1 })), HALF);
  const share = known.length > 2 ? MOST : 1;
  const pages = withShare(known, share);
  return pages.length ? pages : withShare(known, HALF);
}

function withShare(found, share) {
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  const has = new Map();
  for (const { on, weight } of found) for (const page of on) has.set(page, (has.get(page) || 0) + weight);
  return [...has].filter(([, weight]) => weight >= total * share - 1e-9).map(([page, weight]) => [page, weight / total]);
}

/** What each section of `page` is worth to the query; a page that it names comes before its parts. */
function sectionScores(library, page, found) {
  const base = found.reduce((sum, { pages, weight }) => sum + weight * (pages.get(page) || 0), 0);
  const scores = library.pages[page].sections.map((i) => {
    let score = 0;
    for (const { pages, sections, weight } of found) {
      const here = sections[i];
      if (!here) continue;
      const above = pages.get(page) || 0;
      score += weight * (Math.max(above, here) + SECOND * Math.min(above, here) - above);
    }
    return score && score + base;
  });
  const own = library.pages[page].sections.findIndex((i) => library.sections[i].isPage);
  if (base && own >= 0) scores[own] = Math.max(base, ...scores) * AHEAD;
  return scores;
}

/** `{ page, scores, terms }` of the pages that answer best. */
export function ranked(library, terms) {
  const found = terms.map((term) => find(library, term));
  const hits = candidates(found).map(([page, coverage]) => {
    const factor = coverage * library.pages[page].weight;
    const scores = sectionScores(library, page, found).map((score) => score * factor);
    return { page, scores, best: Math.max(...scores) };
  });
  hits.sort((a, b) => b.best - a.best || (library.pages[a.page].address < library.pages[b.page].address ? -1 : 1));
  return hits.slice(0, MAX_PAGES).map(({ page, scores }) => ({ page, scores, terms: termsOn(page, found) }));
}

function termsOn(page, found) {
  return Object.fromEntries(found.filter(({ term }) => term.isKnown && !term.isPhrase).map(({ term, on }) => [term.word, on.has(page)]));
}
