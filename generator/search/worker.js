// SPDX-License-Identifier: MIT
// One file of some 300 lines, because a worker is loaded as one file and joins nothing.
// Search that finds Chinese words as they stand in the text, without cutting it into words.
// Speaks the four messages of Material's search worker. As a worker it listens by itself; a page
// opened from a folder loads it as a plain script and calls `lubiaoSearch()`.
"use strict";

(function (scope) {
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;

  const MAX_PAGES = 50;
  const MAX_VARIANTS = 12;
  const SNIPPET = 90;
  // Each channel outweighs all below it together.
  const WEIGHT = { title: 1000, titleStart: 200, titleWhole: 300, heading: 300, keyword: 100, keywordWhole: 50, text: 10, more: 9 };
  const SYNONYM = 0.8;
  const FALLBACK = 0.5;

  // ---- text ------------------------------------------------------------------------------------

  // One character in, one out: a position in the folded text is a position in the text.
  function fold(text) {
    let folded = "";
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      let char = text[i];
      if (code === 0x3000) char = " ";
      else if (code >= 0xff01 && code <= 0xff5e) char = String.fromCharCode(code - 0xfee0);
      const lower = char.toLowerCase();
      folded += lower.length === 1 ? lower : char;
    }
    return folded;
  }

  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const escape = (text) => text.replace(/[&<>"']/g, (char) => ESCAPES[char]);

  const DIGITS = "零一二三四五六七八九";

  // 55 -> 五十五, 1063 -> 一千零六十三: as articles are numbered.
  function numeral(number) {
    if (number === 0) return DIGITS[0];
    let words = "";
    let skipped = false;
    for (const [value, unit] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
      const digit = Math.floor(number / value) % 10;
      if (digit === 0) {
        skipped = words !== "";
        continue;
      }
      words += (skipped ? DIGITS[0] : "") + DIGITS[digit] + unit;
      skipped = false;
    }
    return words.startsWith("一十") ? words.slice(1) : words;
  }

  const articles = (text) =>
    text.replace(/第?(\d{1,4})(条|款|项)/g, (_, digits, unit) => `第${numeral(Number(digits))}${unit}`);

  // ---- query -----------------------------------------------------------------------------------

  const RUNS = /[a-z0-9]+(?:[.\-_+][a-z0-9]+)*|[\u3400-\u9fff\uf900-\ufaff\u3007]+/g;

  const MARKUP = /[<>&]/;

  // Markup is text like any other: a piece of it is looked for as it stands, not letter by letter.
  function termsOf(query, fillers) {
    const pieces = articles(fold(query)).split(/\s+/);
    const literal = pieces.filter((piece) => MARKUP.test(piece) && piece.match(RUNS));
    const text = pieces.filter((piece) => !MARKUP.test(piece)).join(" ");
    const bare = fillers.reduce((rest, word) => rest.split(word).join(" "), text);
    return [...new Set([...literal, ...(bare.match(RUNS) || text.match(RUNS) || [])])];
  }

  // The term, and the term with one word replaced by another that means the same.
  function variantsOf(term, groups) {
    const variants = [term];
    for (const group of groups) {
      const word = group.find((candidate) => term.includes(candidate));
      if (!word) continue;
      for (const other of group) if (other !== word) variants.push(term.replace(word, other));
    }
    return variants.slice(0, MAX_VARIANTS);
  }

  function piecesOf(term) {
    if (MARKUP.test(term)) return term.match(RUNS).filter((run) => run.length > 1).flatMap(piecesOf);
    if (!/^[\u3400-\u9fff\uf900-\ufaff\u3007]{3,}$/.test(term)) return [term];
    return Array.from({ length: term.length - 1 }, (_, i) => term.slice(i, i + 2));
  }

  // ---- scores ----------------------------------------------------------------------------------

  function count(text, needle, most) {
    let found = 0;
    for (let at = text.indexOf(needle); at >= 0 && found < most; at = text.indexOf(needle, at + needle.length)) found += 1;
    return found;
  }

  // What one needle is worth in a section: in its title, among its keywords, in its text.
  function channels(section, needle) {
    let title = 0;
    if (section.title.includes(needle)) {
      title = section.isPage ? WEIGHT.title : WEIGHT.heading;
      if (section.isPage && section.title.startsWith(needle)) title += WEIGHT.titleStart;
      if (section.isPage && section.title === needle) title += WEIGHT.titleWhole;
    }
    let keyword = section.keywords.some((word) => word.includes(needle)) ? WEIGHT.keyword : 0;
    if (section.keywords.includes(needle)) keyword += WEIGHT.keywordWhole;
    const times = count(section.text, needle, WEIGHT.more + 1);
    return [title, keyword, times ? WEIGHT.text + times - 1 : 0];
  }

  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const score = (section, needle) => sum(channels(section, needle));

  // The best of each channel over all ways of saying the term.
  function bestScore(section, variants) {
    const best = [0, 0, 0];
    variants.forEach((variant, v) => {
      channels(section, variant).forEach((value, c) => {
        best[c] = Math.max(best[c], v ? value * SYNONYM : value);
      });
    });
    return sum(best);
  }

  // Every term is somewhere on the page, in its own words or in others that mean the same.
  function wholeHit(page, terms) {
    const table = page.sections.map((section) => terms.map((variants) => bestScore(section, variants)));
    const hit = terms.every((_, t) => table.some((row) => row[t] > 0));
    return hit ? table.map((row) => sum(row) / terms.length) : null;
  }

  // At least half of the two-character pieces of the query are on the page.
  function partHit(page, pieces) {
    const table = page.sections.map((section) => pieces.map((piece) => score(section, piece)));
    const found = pieces.filter((_, p) => table.some((row) => row[p] > 0)).length;
    if (found * 2 < pieces.length) return null;
    return table.map((row) => (sum(row) / pieces.length) * FALLBACK);
  }

  // ---- what is shown ---------------------------------------------------------------------------

  function ranges(folded, needles) {
    const found = [];
    for (const needle of needles) {
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) found.push([at, at + needle.length]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const merged = [];
    for (const [from, to] of found) {
      const last = merged[merged.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    return merged;
  }

  function mark(text, needles) {
    let html = "";
    let at = 0;
    for (const [from, to] of ranges(fold(text), needles)) {
      html += `${escape(text.slice(at, from))}<mark data-md-highlight>${escape(text.slice(from, to))}</mark>`;
      at = to;
    }
    return html + escape(text.slice(at));
  }

  const SENTENCE = /[^。！？；!?;\n]+[。！？；!?;]*/g;
  const PHRASE = /[^，、：,:]+[，、：,:]*/g;
  const split = (text, pattern) => (text.match(pattern) || []).filter((part) => part.trim());

  // The pieces around `centre`, as many as fit, then an ellipsis where something was left out.
  function around(parts, centre) {
    let from = centre;
    let to = centre + 1;
    let length = parts[centre].length;
    for (let grown = true; grown; ) {
      grown = false;
      for (const next of [to, from - 1]) {
        if (!parts[next] || length + parts[next].length > SNIPPET) continue;
        length += parts[next].length;
        if (next === to) to += 1;
        else from -= 1;
        grown = true;
      }
    }
    const shown = parts.slice(from, to).join("");
    return `${from > 0 ? "…" : ""}${shown.trim()}${to < parts.length ? "…" : ""}`;
  }

  function densest(parts, needles) {
    let best = 0;
    let most = 0;
    parts.forEach((part, i) => {
      const folded = fold(part);
      const here = needles.filter((needle) => folded.includes(needle)).length;
      if (here > most) [best, most] = [i, here];
    });
    return best;
  }

  function cut(phrase, needles) {
    const [first] = ranges(fold(phrase), needles);
    const from = Math.max(0, Math.min(first ? first[0] - 20 : 0, phrase.length - SNIPPET));
    const to = Math.min(phrase.length, from + SNIPPET);
    return `${from ? "…" : ""}${phrase.slice(from, to).trim()}${to < phrase.length ? "…" : ""}`;
  }

  // Whole sentences if they fit, else whole phrases; characters only when a phrase is too long.
  function snippet(text, needles) {
    const sentences = split(text, SENTENCE);
    if (!sentences.length) return "";
    const centre = densest(sentences, needles);
    if (sentences[centre].length <= SNIPPET) return around(sentences, centre).replace(/\n/g, " ");
    const phrases = split(sentences[centre], PHRASE);
    const inner = densest(phrases, needles);
    return phrases[inner].length <= SNIPPET ? around(phrases, inner) : cut(phrases[inner], needles);
  }

  // ---- the index -------------------------------------------------------------------------------

  function readPages(docs) {
    const pages = new Map();
    for (const doc of docs) {
      const address = doc.location.split("#")[0];
      if (!pages.has(address)) pages.set(address, { address, sections: [] });
      pages.get(address).sections.push({
        location: doc.location,
        isPage: !doc.location.includes("#"),
        rawTitle: doc.title,
        rawText: doc.text,
        title: fold(doc.title),
        text: fold(doc.text),
        keywords: (doc.keywords || []).map(fold),
      });
    }
    return [...pages.values()];
  }

  function readWords(config) {
    const groups = (config.synonyms || []).map((group) => group.map(fold).sort((a, b) => b.length - a.length));
    return { groups, fillers: (config.fillers || []).map(fold) };
  }

  function item(section, value, needles, terms) {
    return {
      location: section.location,
      title: mark(section.rawTitle, needles),
      text: mark(snippet(section.rawText, needles), needles),
      score: value,
      terms,
    };
  }

  // The sections that hit, best first; the page itself is always there, as their heading.
  function items(page, scores, needles, terms) {
    const rows = page.sections
      .map((section, i) => ({ section, value: scores[i] }))
      .filter(({ section, value }) => value > 0 || section.isPage)
      .sort((a, b) => b.value - a.value);
    return rows.map(({ section, value }) => item(section, value, needles, terms));
  }

  function ranked(pages, hit) {
    const hits = [];
    for (const page of pages) {
      const scores = hit(page);
      if (scores) hits.push({ page, scores, best: Math.max(...scores) });
    }
    hits.sort((a, b) => b.best - a.best || (a.page.address < b.page.address ? -1 : 1));
    return hits.slice(0, MAX_PAGES);
  }

  function search(index, query) {
    const terms = termsOf(query, index.fillers);
    if (!terms.length) return [];
    const variants = terms.map((term) => variantsOf(term, index.groups));
    const whole = ranked(index.pages, (page) => wholeHit(page, variants));
    if (whole.length) {
      const shown = Object.fromEntries(terms.map((term) => [term, true]));
      return whole.map(({ page, scores }) => items(page, scores, variants.flat(), shown));
    }
    const pieces = [...new Set(terms.flatMap(piecesOf))];
    if (!pieces.length) return [];
    return ranked(index.pages, (page) => partHit(page, pieces)).map(({ page, scores }) => {
      const shown = Object.fromEntries(
        terms.map((term) => [term, page.sections.some((section) => score(section, term) > 0)]));
      return items(page, scores, pieces, shown);
    });
  }

  // ---- messages --------------------------------------------------------------------------------

  function create() {
    let index = { pages: [], groups: [], fillers: [] };
    return function answer(message) {
      if (message.type === SETUP) {
        index = { pages: readPages(message.data.docs), ...readWords(message.data.config) };
        return { type: READY };
      }
      if (message.type === QUERY) {
        return { type: RESULT, data: { items: search(index, message.data), suggest: [] } };
      }
      throw new TypeError(`unknown message ${message.type}`);
    };
  }

  if (typeof WorkerGlobalScope === "function" && scope instanceof WorkerGlobalScope) {
    const answer = create();
    scope.addEventListener("message", (event) => scope.postMessage(answer(event.data)));
  } else {
    scope.lubiaoSearch = create;
  }
})(self);
