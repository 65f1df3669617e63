// SPDX-License-Identifier: MIT
// Calendar days as text, YYYY-MM-DD, without time zones getting in the way. Pure.

import { BAD_DATE, BAD_YEAR, DAY_TO_COME } from "./words.js";

export const DAY = 86400000;
export const EARLIEST = "2000-01-01";
const YEARS_AHEAD = 10;

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

/** What is wrong with a typed day, in words; "" if nothing. `ahead`: days to come are fine. */
export function dayFault(text, today, ahead = false) {
  if (!isDay(text)) return /^\d{5}/.test(text) ? BAD_YEAR : BAD_DATE;
  const years = Number(text.slice(0, 4)) - Number(today.slice(0, 4));
  if (text < EARLIEST || years > YEARS_AHEAD) return BAD_YEAR;
  return text > today && !ahead ? DAY_TO_COME : "";
}
