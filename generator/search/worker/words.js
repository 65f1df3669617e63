// SPDX-License-Identifier: MIT
// A query cut into the words that this site knows, each with other ways of saying it.

import { fold, spellArticles } from "./text.js";

const LONGEST_QUERY = 120;
const LONGEST_WORD = 12;
const SHORT = 4;
// Words of a group that people type, and that would find too much: they are never looked for.
const VAGUE = "?";
const SYNONYM = 0.8;
const PART = 0.6;
// A word that stands on fewer pages than this is also looked for by the known words inside it.
const FEW = 3;

const RUN = /[a-z0-9\u3400-\u9fff\uf900-\ufaff\u3007]+(?:[.\-_+][a-z0-9]+)*/g;
const CHINESE = /^[\u3400-\u9fff\uf900-\ufaff\u3007]+$/;
const NUMBERED = /第[一二三四五六七八九十百千零]+[条款项]/y;
const OF_LAW = /第[一二三四五六七八九十百千零]+条/;
const LATIN = /[a-z0-9]+(?:[.\-_+][a-z0-9]+)*/y;
const MARKUP = /[<>&]/;
// Our texts put a space between Latin or digits and Chinese; people do not.
const SEAM = /[a-z0-9](?=[\u4e00-\u9fff])|[\u4e00-\u9fff](?=[a-z0-9])/g;
// Characters that join words and mean little alone; looked at only where no known word stands.
const PARTICLES = new Set("的了吗嘛呢啊呀吧么就都还又再也很太把被给让跟和与或在是有要想去来到从对个这那我你他她它们之不没可以能会已着过钱");

/** The vocabulary: `config` as the index brings it, and the search words of the pages. */
export function readWords(config, library) {
  const groups = (config.synonyms || []).map((group) => group.map(fold));
  const others = new Map();
  const vague = new Set();
  for (const group of groups) {
    const clear = group.filter((word) => !word.startsWith(VAGUE));
    for (const marked of group) {
      const word = marked.replace(VAGUE, "");
      if (word !== marked) vague.add(word);
      const rest = clear.filter((other) => other !== word);
      others.set(word, [...(others.get(word) || []), ...rest]);
    }
  }
  const known = new Set(others.keys());
  for (const word of library.words.texts) known.add(word);
  for (const title of library.titles.texts) known.add(title);
  for (const word of [...known]) known.add(word.replaceAll(" ", ""));
  for (const word of known) if (!isWord(word)) known.delete(word);
  return {
    others,
    vague,
    known,
    fillers: new Set((config.fillers || []).map(fold)),
    spellings: (config.spellings || []).map(([slip, meant]) => [slipPattern(fold(slip)), fold(meant)]),
  };
}

// In a slip, # stands for any number.
function slipPattern(slip) {
  const literal = slip.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(literal.replace(/#/g, "\\d+"), "g");
}

function isWord(word) {
  const [run] = word.match(RUN) || [];
  return run === word && word.length > 1 && word.length <= LONGEST_WORD;
}

/**
 * The words of `query`, each `{ word, needles, isKnown, isPhrase }`; `needles` are [text, factor].
 * A phrase is several words in a row that name a page or section as they stand.
 * `isFound` tells whether a text stands anywhere on the site, `isName` whether it names something,
 * `pagesWith` on how many pages any of some texts stands.
 */
export function termsOf(query, vocabulary, { isFound, isName, pagesWith }) {
  const folded = fold(query.slice(0, LONGEST_QUERY));
  const spelled = vocabulary.spellings.reduce((text, [slip, meant]) => text.replace(slip, meant), folded);
  const terms = spellArticles(spelled).split(/\s+/).flatMap((piece) => pieceTerms(piece, vocabulary, { isFound, isName }));
  return [...new Map(terms.map((one) => [one.word, widened(one, vocabulary, pagesWith)])).values()];
}

// Markup is text like any other: a piece of it is looked for as it stands, or by its words.
function pieceTerms(piece, vocabulary, site) {
  const runs = piece.match(RUN) || [];
  if (!MARKUP.test(piece)) return runs.flatMap((run) => runTerms(run, vocabulary, site));
  if (!runs.length) return [];
  if (site.isFound(piece)) return [term(piece, vocabulary)];
  const words = runs.filter((run) => run.length > 1 && site.isFound(run));
  return words.length ? words.flatMap((run) => runTerms(run, vocabulary, site)) : [term(piece, vocabulary)];
}

function runTerms(run, vocabulary, { isFound, isName }) {
  if (run.length <= SHORT && !vocabulary.fillers.has(run) && isFound(run)) return [term(run, vocabulary)];
  const pieces = segment(run, vocabulary);
  const terms = pieces.flatMap(({ text, isKnown }) => {
    if (vocabulary.fillers.has(text)) return [];
    return isKnown ? [term(text, vocabulary)] : gapTerms(text, vocabulary);
  });
  terms.push(...phrases(pieces, isName));
  return terms.length ? terms : gapTerms(run, vocabulary, "");
}

/** Neighbouring pieces that together name a page or a section; the longest from each place. */
function phrases(pieces, isName) {
  return pieces.flatMap((_, from) => {
    for (let to = pieces.length; to > from + 1; to -= 1) {
      const word = pieces.slice(from, to).map(({ text }) => text).join("");
      if (word.length >= SHORT && isName(word)) return [{ word, needles: [[word, 1]], isKnown: true, isPhrase: true }];
    }
    return [];
  });
}

/** The run as known words, the longest first, with what stands between them. */
function segment(run, { known, fillers }) {
  const best = Array.from({ length: run.length + 1 }, () => ({ value: -1 }));
  best[0] = { value: 0 };
  const reach = (from, to, value, isKnown) => {
    const total = best[from].value + value;
    if (total > best[to].value) best[to] = { value: total, from, isKnown };
  };
  for (let i = 0; i < run.length; i += 1) {
    if (best[i].value < 0) continue;
    const latin = matchAt(LATIN, run, i);
    reach(i, i + Math.max(1, latin.length), 0, false);
    const numbered = matchAt(NUMBERED, run, i);
    if (numbered) reach(i, i + numbered.length, numbered.length ** 2, true);
    const longest = Math.min(run.length, i + Math.max(LONGEST_WORD, latin.length));
    for (let end = i + 2; end <= longest; end += 1) {
      const word = run.slice(i, end);
      if (fillers.has(word)) reach(i, end, 0.9 * word.length ** 2, true);
      else if (known.has(word)) reach(i, end, word.length ** 2, true);
    }
  }
  const pieces = [];
  for (let at = run.length; at > 0; at = best[at].from) {
    const { from, isKnown } = best[at];
    const last = pieces[0];
    const text = run.slice(from, at);
    if (!isKnown && last && !last.isKnown) last.text = text + last.text;
    else pieces.unshift({ text, isKnown });
  }
  return pieces;
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return (pattern.exec(text) || [""])[0];
}

/** Unknown text: Latin words as they are, Chinese in pairs of characters. */
function gapTerms(text, vocabulary, particles = PARTICLES) {
  const terms = [];
  for (const part of text.split(/([a-z0-9]+(?:[.\-_+][a-z0-9]+)*)/)) {
    if (/^[a-z0-9]/.test(part)) {
      if (part.length > 1) terms.push(term(part, vocabulary));
      continue;
    }
    const bare = Array.from(part, (char) => (particles && particles.has(char) ? " " : char)).join("");
    for (const stretch of bare.split(" ")) {
      for (let i = 0; i + 1 < stretch.length; i += 1) {
        terms.push({ word: stretch.slice(i, i + 2), needles: [[stretch.slice(i, i + 2), 1]], isKnown: false });
      }
    }
  }
  return terms;
}

/** A word, what else it is called, and the known words inside it. */
function term(word, { others, vague }) {
  const needles = new Map(vague.has(word) ? [] : [[word, 1]]);
  const add = (text, factor) => needles.set(text, Math.max(needles.get(text) || 0, factor));
  if (!vague.has(word)) add(word.replace(SEAM, "$& "), 1);
  for (const other of others.get(word) || []) add(other, SYNONYM);
  if (!others.has(word) && CHINESE.test(word) && word.length >= SHORT) {
    for (const part of partsOf(word, others)) {
      add(part, PART);
      for (const other of others.get(part)) add(other, PART * SYNONYM);
    }
  }
  return { word, needles: [...needles], isKnown: true };
}

/**
 * `one`, with the known words inside it when hardly any page has it: a long search word of one page
 * would otherwise hide all others. An article of a law is meant as it stands.
 */
function widened(one, { known }, pagesWith) {
  const { word, needles, isKnown, isPhrase } = one;
  if (!isKnown || isPhrase || !CHINESE.test(word) || word.length < SHORT || OF_LAW.test(word)) return one;
  if (pagesWith(needles.map(([needle]) => needle)) >= FEW) return one;
  const parts = partsOf(word, known).map((part) => [part, PART]);
  return { ...one, needles: [...new Map([...parts, ...needles])] };
}

/** The longest words of `others` inside `word`, itself left out. */
function partsOf(word, others) {
  const parts = [];
  for (let i = 0; i < word.length; ) {
    let end = word.length;
    while (end > i + 1 && (end - i === word.length || !others.has(word.slice(i, end)))) end -= 1;
    if (end > i + 1) parts.push(word.slice(i, end));
    i = end > i + 1 ? end : i + 1;
  }
  return parts;
}
