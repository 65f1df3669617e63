// SPDX-License-Identifier: MIT
// Part tables: which conditional parts of an outcome the answers call for.

/** Does part table `index` show its part after these steps? */
export function showsPart(table, index, steps) {
  const [facts, bits] = table.parts[index];
  const places = new Map(steps.map(({ fact, place }) => [fact, place]));
  const row = facts.reduce((sum, fact) => {
    const { options } = table.facts.get(fact);
    const place = places.has(fact) ? places.get(fact) : options.length;
    return sum * (options.length + 1) + place;
  }, 0);
  return bits[row] === "1";
}
