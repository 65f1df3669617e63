// SPDX-License-Identifier: MIT
// A few words of a section: whole sentences, else whole clauses, with the searched words marked.

import { escapeHtml, fold } from "./text.js";

const LONGEST = 90;
const LABEL = " · ";
// Lines looked at on each side of the one that is shown.
const NEAR = 4;
const STOPS = new Set("。！？；!?;");
const COMMAS = new Set("，：,:");
const PAIRS = new Map(["“”", "‘’", "「」", "『』", "（）", "()", "《》", "【】", "〔〕", "[]"].map((pair) => [...pair]));
const CLOSERS = new Set(PAIRS.values());
const ENDS = new Set([...STOPS, ...CLOSERS, "…", "—"]);
const SMALL_PIECE = /[^“”‘’「」『』（）()《》【】〔〕[\]。！？；，：、!?;,: ]+[。！？；，：、!?;,: ]*/g;

/** `text` cut after the marks in `stops`, but never inside brackets or quotation marks. */
function cut(text, stops) {
  const parts = [];
  const open = [];
  let from = 0;
  let isOver = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    const next = text[i + 1];
    if (PAIRS.has(char)) open.push(PAIRS.get(char));
    else if (open[open.length - 1] === char) open.pop();
    if (open.length) continue;
    // What closes, and a source in brackets, belong to the sentence before.
    isOver = stops.has(char) || (CLOSERS.has(char) && (isOver || stops.has(text[i - 1])));
    if (!isOver || stops.has(next) || CLOSERS.has(next) || next === "（") continue;
    parts.push(text.slice(from, i + 1));
    from = i + 1;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim()).map((part) => ({ text: part, folded: fold(part) }));
}

const cutLines = new Map();

// Pages share lines, and so do queries: each line is cut once.
function sentencesOf(lines) {
  return lines.flatMap((line) => {
    if (!cutLines.has(line)) cutLines.set(line, sentences(line));
    return cutLines.get(line);
  });
}

// A line that does not end as a sentence does (a heading, a label) gets a dot after it.
function sentences(line) {
  const bare = line.trim();
  const parts = cut(bare, STOPS);
  const end = bare.length - 1;
  const isSentence = STOPS.has(bare[end]) || (CLOSERS.has(bare[end]) && STOPS.has(bare[end - 1]));
  if (parts.length && !isSentence) parts[parts.length - 1].text += LABEL;
  return parts;
}

function densest(parts, needles) {
  let best = 0;
  let most = 0;
  parts.forEach(({ folded }, i) => {
    const here = needles.reduce((sum, needle) => sum + (folded.includes(needle) ? needle.length : 0), 0);
    if (here > most) [best, most] = [i, here];
  });
  return best;
}

/** The parts around `centre`, as many as fit into `room`; those after it before those above. */
function around(parts, centre, room) {
  let from = centre;
  let to = centre + 1;
  let length = parts[centre].text.length;
  for (let grown = true; grown; ) {
    grown = false;
    for (const next of [to, from - 1]) {
      if (!parts[next] || length + parts[next].text.length > room) continue;
      length += parts[next].text.length;
      if (next === to) to += 1;
      else from -= 1;
      grown = true;
    }
  }
  return [from, to];
}

function closed(parts) {
  const text = parts.map((part) => part.text).join("").trim();
  const bare = text.endsWith(LABEL.trim()) ? text.slice(0, -1).trim() : text;
  return ENDS.has(bare[bare.length - 1]) ? bare : `${bare}…`;
}

function fromClauses(sentence, needles) {
  const clauses = cut(sentence, COMMAS);
  const centre = densest(clauses, needles);
  if (clauses[centre].text.length > LONGEST - 2) return insideOf(clauses[centre].text, needles);
  const [from, to] = around(clauses, centre, LONGEST - 2);
  return `${from ? "…" : ""}${closed(clauses.slice(from, to))}`;
}

// A clause longer than a snippet is cut at its brackets and smaller marks.
function insideOf(clause, needles) {
  const pieces = (clause.match(SMALL_PIECE) || []).map((text) => ({ text, folded: fold(text) }));
  const short = pieces.filter(({ text }) => text.length <= LONGEST - 2);
  return short.length ? `…${closed([short[densest(short, needles)]])}` : "";
}

/** At most ninety characters of `lines`, about the `needles` in the line at `centre`. */
export function snippet(lines, centre, needles) {
  const before = sentencesOf(lines.slice(Math.max(0, centre - NEAR), centre));
  const here = sentencesOf(lines.slice(centre, centre + 1));
  const after = sentencesOf(lines.slice(centre + 1, centre + 1 + NEAR));
  const parts = [...before, ...here, ...after];
  if (!parts.length) return "";
  const at = here.length ? before.length + densest(here, needles) : 0;
  if (parts[at].text.length > LONGEST - 1) return fromClauses(parts[at].text, needles);
  return closed(parts.slice(...around(parts, at, LONGEST - 1)));
}

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

/** `text` as HTML in which the needles are marked. */
export function mark(text, needles) {
  let html = "";
  let at = 0;
  for (const [from, to] of ranges(fold(text), needles)) {
    html += `${escapeHtml(text.slice(at, from))}<mark data-md-highlight>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at));
}
