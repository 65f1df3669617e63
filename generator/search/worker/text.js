// SPDX-License-Identifier: MIT
// Characters: folded to one form, one for one, so a position in the one is a position in the other.

const WIDE = /[\u3000\uff01-\uff5e]/g;
const narrow = (char) => (char === "\u3000" ? " " : String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Small letters, half-width signs; as long as `text`. */
export function fold(text) {
  const plain = text.replace(WIDE, narrow);
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  return Array.from({ length: plain.length }, (_, i) => foldUnit(plain[i])).join("");
}

function foldUnit(unit) {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** `text` as HTML that shows it. */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char]);
}

const DIGITS = "零一二三四五六七八九";

/** 55 -> 五十五, 1063 -> 一千零六十三: as articles are numbered. */
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

const LAW_AND_NUMBER = /([\u4e00-\u9fff]{1,12}[法典例定则释]) *(?:第 *)?(\d{1,4})(?= *条|[^\d元块年天\u4e00-\u9fff]|$) *条?/g;
const ARTICLE = /第? *(\d{1,4}) *(条|款|项)/g;
const SPACED = /([\u4e00-\u9fff][法典例定则释])》? +(第[一二三四五六七八九十百千零]+条)/g;

/** 消法55, 消法 第55条 -> 消法第五十五条: a law and its article are one word. */
export function spellArticles(text) {
  return text
    .replace(LAW_AND_NUMBER, (_, law, digits) => `${law}第${numeral(Number(digits))}条`)
    .replace(ARTICLE, (_, digits, unit) => `第${numeral(Number(digits))}${unit}`)
    .replace(SPACED, "$1$2");
}
