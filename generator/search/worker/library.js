// SPDX-License-Identifier: MIT
// The index as it is searched, and what one word is worth where.

import { fold } from "./text.js";
import { findIn, makeField } from "./fields.js";

// A page is about what its title and its own search words say; its text mentions many things.
const TITLE = 10;
const TITLE_START = 2;
const TITLE_WHOLE = 3;
const KEYWORD = 9;
const KEYWORD_PART = 5;
const HEADING = 4;
const HEADING_WHOLE = 4;
const HEADING_WORD = 3;
const TEXT = 1;
const TEXT_MORE = 0.1;
const TEXT_MOST = 6;

/**
 * The pages and sections of `docs`, whose texts are numbers of `lines`;
 * `kinds` says by address how much a kind of page weighs.
 */
export function readLibrary(docs, { lines = [], kinds = {} }) {
  const places = new Map();
  const pages = [];
  const sections = docs.map((doc) => {
    const address = doc.location.split("#")[0];
    if (!places.has(address)) {
      places.set(address, pages.length);
      pages.push({ address, weight: weightOf(address, kinds), sections: [] });
    }
    return {
      location: doc.location,
      page: places.get(address),
      isPage: !doc.location.includes("#"),
      title: doc.title,
      lines: doc.text,
    };
  });
  sections.forEach((section, i) => pages[section.page].sections.push(i));
  const words = docs.flatMap((doc, i) => (doc.keywords || []).map((word) => [i, fold(word)]));
  return {
    pages,
    sections,
    titles: makeField(docs.map((doc) => fold(doc.title))),
    rawLines: lines,
    lines: makeField(lines.map(fold)),
    lineOwners: ownersOf(docs, lines.length),
    words: makeField(words.map(([, word]) => word)),
    wordOwners: words.map(([i]) => i),
    seen: new Map(),
  };
}

/** The sections in which each line stands. */
function ownersOf(docs, count) {
  const owners = Array.from({ length: count }, () => []);
  docs.forEach((doc, i) => doc.text.forEach((line) => owners[line].push(i)));
  return owners;
}

function weightOf(address, kinds) {
  const fits = Object.keys(kinds).filter((start) => address.startsWith(start));
  return fits.length ? kinds[fits.reduce((a, b) => (b.length > a.length ? b : a))] : 1;
}

function raise(map, key, value) {
  if (value > (map.get(key) || 0)) map.set(key, value);
}

/** What `needle` is worth to whole pages (title, search words) and to sections; its lines. */
export function worth(library, needle) {
  if (!library.seen.has(needle)) {
    if (library.seen.size > 400) library.seen.clear();
    library.seen.set(needle, measure(library, needle));
  }
  return library.seen.get(needle);
}

function measure(library, needle) {
  const pages = new Map();
  const sections = new Map();
  for (const i of findIn(library.titles, needle, 1).keys()) {
    const { isPage, page } = library.sections[i];
    const title = library.titles.texts[i];
    if (!isPage) raise(sections, i, HEADING + (HEADING_WHOLE * needle.length) / title.length);
    else raise(pages, page, TITLE + titleBonus(title, needle));
  }
  for (const w of findIn(library.words, needle, 1).keys()) {
    const i = library.wordOwners[w];
    const isWhole = library.words.texts[w] === needle;
    if (!library.sections[i].isPage) raise(sections, i, isWhole ? HEADING_WORD : TEXT);
    else raise(pages, library.sections[i].page, isWhole ? KEYWORD : KEYWORD_PART);
  }
  const lines = findIn(library.lines, needle, TEXT_MOST);
  for (const [i, count] of timesIn(library, lines)) raise(sections, i, TEXT + (Math.min(count, TEXT_MOST) - 1) * TEXT_MORE);
  const on = new Set(pages.keys());
  for (const i of sections.keys()) on.add(library.sections[i].page);
  return { pages, sections: [...sections], lines, on };
}

/** How often what stands in `lines` stands in each section, as pairs. */
function timesIn(library, lines) {
  const times = new Uint16Array(library.sections.length);
  const met = [];
  for (const [line, count] of lines) {
    for (const i of library.lineOwners[line]) {
      if (!times[i]) met.push(i);
      times[i] += count;
    }
  }
  return met.map((i) => [i, times[i]]);
}

function titleBonus(title, needle) {
  if (title === needle) return TITLE_START + TITLE_WHOLE;
  return title.startsWith(needle) ? TITLE_START : 0;
}

/** Whether `text` stands in a title or among the search words. */
export function isNamed(library, text) {
  return findIn(library.titles, text, 1).size > 0 || findIn(library.words, text, 1).size > 0;
}
