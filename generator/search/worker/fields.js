// SPDX-License-Identifier: MIT
// Many short texts in one long string, so that one search goes through all of them.

const MARK = "\n\u0001";
const LETTER = /[a-z0-9]/;

/** `texts`, in which no text holds the separator. */
export function makeField(texts) {
  const starts = new Int32Array(texts.length + 1);
  let at = MARK.length;
  texts.forEach((text, i) => {
    starts[i] = at;
    at += text.length + MARK.length;
  });
  starts[texts.length] = at;
  return { texts, starts, all: MARK + texts.join(MARK) + MARK };
}

function ownerOf(starts, at) {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** How often `needle` stands in which texts (index -> count, `most` at most). */
export function findIn(field, needle, most) {
  const found = new Map();
  const { all, starts } = field;
  const isLatin = LETTER.test(needle[0]);
  for (let at = all.indexOf(needle); at >= 0; ) {
    let next = at + needle.length;
    if (!isLatin || !LETTER.test(all[at - 1])) {
      const owner = ownerOf(starts, at);
      const count = (found.get(owner) || 0) + 1;
      found.set(owner, count);
      if (count >= most) next = starts[owner + 1];
    }
    at = all.indexOf(needle, next);
  }
  return found;
}
