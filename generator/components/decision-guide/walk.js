// SPDX-License-Identifier: MIT
// Walks the tables of docs/page-data.md. Pure: no DOM, no clock, no memory, and no rules of its own.
//
// Answers are a Map from fact id to option id. A *screen* is what is asked at once: one fact, or
// all the members of a group; its key (fact or group id) is what the address carries.

export const NONE = "none";
const YES = "yes";
const NO = "no";
const LONGEST_FRAGMENT = 4000;

/** Page data with every lookup by id made a Map, so that no id can reach a prototype. */
export function readTable(data) {
  const facts = Object.entries(data.facts).map(([id, fact]) => [id, readFact(id, fact)]);
  return {
    ...data,
    facts: new Map(facts),
    groups: new Map(Object.entries(data.groups || {})),
    starts: new Map(Object.entries(data.starts)),
    guides: new Map(Object.entries(data.guides || {})),
    formerly: new Map(Object.entries(data.formerly || {})),
    given: new Map(Object.entries(data.given || {})),
    parts: data.parts || [],
    outcomes: data.outcomes.map((entry) => readOutcome(data, entry)),
  };
}

/** Its title (empty on guide pages), the guide it usually belongs to, and its page. */
function readOutcome(data, [id, title = "", usual = ""]) {
  return { id, title, usual: usual || data.tree, url: data.outcome_page.replace("{}", id) };
}

function readFact(id, fact) {
  const places = new Map(fact.options.map((option, place) => [option.id, place]));
  return { ...fact, id, places };
}

/** The key of the screen that asks `factId`. */
export const keyOf = (table, factId) => table.facts.get(factId).group || factId;

/** Position of the answered option of `factId`, or -1. */
export function placeOf(table, answers, factId) {
  const place = table.facts.get(factId).places.get(answers.get(factId));
  return place === undefined ? -1 : place;
}

/** Follow the answers from node `start`: the steps taken, and where they end (see docs). */
export function walk(table, start, answers) {
  const steps = [];
  let node = start;
  while (node >= 0 && steps.length <= table.nodes.length) {
    const [fact, destinations] = table.nodes[node];
    const place = placeOf(table, answers, fact);
    if (place < 0) break;
    steps.push({ node, fact, place });
    node = destinations[place];
  }
  return { steps, node };
}

/**
 * Sort the answers: those the walk uses, those it may still use further on (`pending`), and
 * the screens whose answers no way from here can use (`stale`). `kept` holds the first two.
 */
export function settle(table, start, answers) {
  const { steps, node } = walk(table, start, answers);
  const kept = new Map(steps.map(({ fact }) => [fact, answers.get(fact)]));
  const spare = [...answers].filter(([fact]) => !kept.has(fact));
  if (!spare.length) return { steps, node, kept, pending: new Map(), stale: [] };
  const ahead = factsAhead(table, node);
  const pending = new Map(spare.filter(([fact]) => ahead.has(fact)));
  pending.forEach((option, fact) => kept.set(fact, option));
  return { steps, node, kept, pending, stale: staleKeys(table, spare, kept) };
}

function staleKeys(table, spare, kept) {
  const used = new Set([...kept.keys()].map((fact) => keyOf(table, fact)));
  const lost = spare.filter(([fact]) => !kept.has(fact));
  const keys = lost
    .filter(([fact, option]) => option !== NO || !used.has(keyOf(table, fact)))
    .map(([fact]) => keyOf(table, fact));
  return [...new Set(keys)];
}

/** Every fact some way from `node` on asks. */
export function factsAhead(table, node) {
  const seen = new Set();
  const facts = new Set();
  const todo = [node];
  while (todo.length) {
    const next = todo.pop();
    if (next < 0 || seen.has(next)) continue;
    seen.add(next);
    facts.add(table.nodes[next][0]);
    todo.push(...table.nodes[next][1]);
  }
  return facts;
}

/** The steps of a walk as screens, each once: key, first node, facts. */
export function screensOf(table, steps) {
  const screens = new Map();
  for (const { node, fact } of steps) {
    const key = keyOf(table, fact);
    if (!screens.has(key)) screens.set(key, { key, node, facts: [] });
    screens.get(key).facts.push(fact);
  }
  return [...screens.values()];
}

/** The facts the screen at `node` asks: the fact, or its group's members from here on. */
export function screenFacts(table, node) {
  const { group, id } = table.facts.get(table.nodes[node][0]);
  if (!group) return [id];
  const asked = groupAhead(table, node, group);
  return table.groups.get(group).members.filter((member) => asked.has(member));
}

function groupAhead(table, node, group) {
  const facts = new Set();
  const todo = [node];
  const seen = new Set();
  while (todo.length) {
    const next = todo.pop();
    if (next < 0 || seen.has(next) || keyOf(table, table.nodes[next][0]) !== group) continue;
    seen.add(next);
    facts.add(table.nodes[next][0]);
    todo.push(...table.nodes[next][1]);
  }
  return facts;
}

/** Screens still to come after the one at `node`: fewest and most, given what is known. */
export function remaining(table, node, answers, pending) {
  const [, , shortest, longest] = table.nodes[node];
  if (!pending.size) return [shortest - 1, longest - 1];
  const [few, many] = distance(table, node, answers, new Map());
  return [few - 1, many - 1];
}

/** Fewest and most screens from `node` to an outcome, when the known facts are not asked. */
export function distance(table, node, answers, memo) {
  if (node < 0) return [0, 0];
  if (!memo.has(node)) memo.set(node, measure(table, node, answers, memo));
  return memo.get(node);
}

function measure(table, node, answers, memo) {
  const [fact, destinations] = table.nodes[node];
  const place = placeOf(table, answers, fact);
  if (place >= 0) return distance(table, destinations[place], answers, memo);
  const ways = destinations.map((to) => {
    const cost = sameScreen(table, fact, to) ? 0 : 1;
    return distance(table, to, answers, memo).map((screens) => screens + cost);
  });
  return [Math.min(...ways.map((way) => way[0])), Math.max(...ways.map((way) => way[1]))];
}

function sameScreen(table, factId, node) {
  const { group } = table.facts.get(factId);
  return Boolean(group) && node >= 0 && keyOf(table, table.nodes[node][0]) === group;
}

/** The band of a number or date fact that holds `value`; options after the open one are none. */
export const bandOf = (fact, value) =>
  fact.options.findIndex(({ below }) => below === undefined || value < below);

/** Read an address: `{answers, at, from, faults}`; a fault is a pair that says nothing valid. */
export function parseFragment(table, text) {
  const found = { answers: new Map(), at: "", from: "", faults: 0 };
  const plain = text.replace(/^#/, "");
  const pairs = plain.slice(0, LONGEST_FRAGMENT).split("&");
  if (plain.length > LONGEST_FRAGMENT) {
    pairs.pop();
    found.faults += 1;
  }
  const seen = new Set();
  for (const pair of pairs.filter(Boolean)) {
    const [key, value] = withTodaysIds(table, readPair(pair));
    const known = key && !seen.has(key) && readEntry(table, key, value, found);
    seen.add(key);
    if (!known) found.faults += 1;
  }
  return found;
}

function readPair(pair) {
  const cut = pair.indexOf("=");
  try {
    return cut < 1
      ? ["", ""]
      : [decodeURIComponent(pair.slice(0, cut)), decodeURIComponent(pair.slice(cut + 1))];
  } catch {
    return ["", ""];
  }
}

/** A pair whose ids were renamed since the link was made, with the ids of today. */
function withTodaysIds({ formerly }, [old, values]) {
  const key = formerly.get(old) || old;
  const ids = values.split(",").map((id) => formerly.get(`${key}=${id}`) || id);
  return [key, ids.join(",")];
}

function readEntry(table, key, value, found) {
  if (key === "at" || key === "from") {
    found[key] = value;
    return true;
  }
  if (table.groups.has(key)) return readGroup(table, key, value, found.answers);
  const fact = table.facts.get(key);
  if (!fact || fact.group || !fact.places.has(value)) return false;
  found.answers.set(key, value);
  return true;
}

function readGroup(table, key, value, answers) {
  const members = new Set(table.groups.get(key).members);
  const ticked = value === NONE ? [] : value.split(",").map((name) => `${key}.${name}`);
  if (!ticked.every((member) => members.has(member))) return false;
  members.forEach((member) => answers.set(member, NO));
  ticked.forEach((member) => answers.set(member, YES));
  return true;
}

/** Write an address, in the order of `answers`; the reserved keys come last. */
export function formatFragment(table, answers, { at = "", from = "" } = {}) {
  const pairs = new Map();
  for (const [fact, option] of answers) {
    const key = keyOf(table, fact);
    if (!table.groups.has(key)) pairs.set(key, option);
    else if (!pairs.has(key)) pairs.set(key, tickedMembers(table, key, answers));
  }
  if (at) pairs.set("at", at);
  if (from) pairs.set("from", from);
  return [...pairs].map(([key, value]) => `${key}=${value}`).join("&");
}

function tickedMembers(table, key, answers) {
  const ticked = table.groups.get(key).members.filter((member) => answers.get(member) === YES);
  return ticked.map((member) => member.slice(key.length + 1)).join(",") || NONE;
}

/** The answer to the screen `key` in words. */
export function answerText(table, key, answers) {
  const group = table.groups.get(key);
  if (!group) return shortText(table.facts.get(key), answers.get(key));
  const ticked = group.members.filter((member) => answers.get(member) === YES);
  return ticked.map((member) => table.facts.get(member).label).join("、") || group.none;
}

function shortText(fact, id) {
  const { label, short } = fact.options[fact.places.get(id)];
  return short || label;
}

/** What the screen `key` is called: the label of its group or fact. */
export const labelOf = (table, key) => (table.groups.get(key) || table.facts.get(key)).label;

/**
 * Where these answers put the reader: the screen to show (`key`, its first `node`, `position`),
 * whether it is an answered one to `change`, and whether the walk is at its `end`.
 */
export function stand(table, start, answers, at) {
  const settled = settle(table, start, answers);
  const screens = screensOf(table, settled.steps);
  const end = settled.node < 0;
  const open = end ? "" : keyOf(table, table.nodes[settled.node][0]);
  const place = screens.findIndex(({ key }) => key === at);
  const shown = place < 0 ? { key: open, node: settled.node } : screens[place];
  return {
    ...settled,
    screens,
    end,
    outcome: settled.node,
    key: shown.key,
    node: shown.node,
    position: (place < 0 ? screens.length : place) + 1,
    change: place >= 0,
    strayed: at !== "" && place < 0 && at !== open,
  };
}
