// SPDX-License-Identifier: MIT
// Calendar days as text, YYYY-MM-DD, without time zones getting in the way. Pure.

export const DAY = 86400000;

export const utc = (iso) => Date.parse(`${iso}T00:00:00Z`);
export const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

/** Is `text` a real calendar day, written YYYY-MM-DD? */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = utc(text);
  return !Number.isNaN(time) && isoDay(time) === text;
}

/** Whole days from day `from` to day `to`. */
export const daysBetween = (from, to) => Math.round((utc(to) - utc(from)) / DAY);

/** The reader's own calendar day, of a Date. */
export function localDay(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
