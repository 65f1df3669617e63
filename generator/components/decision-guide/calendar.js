// SPDX-License-Identifier: MIT
// Time limits into a calendar file, made on the reader's device: date arithmetic and iCalendar
// text (both pure), and the form that uses them. Nothing is stored or sent.

import { copyText } from "./copy.js";
import { DAY, dayFault, isoDay, localDay, utc } from "./days.js";
import { button, el } from "./dom.js";
import { dayInput, faultLine, sayFault } from "./fields.js";
import { NEED_START } from "./page-words.js";

const WEEKDAYS = "日一二三四五六";

export const addDays = (iso, days) => isoDay(utc(iso) + days * DAY);

function addMonths(iso, months) {
  const [year, month, day] = iso.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/**
 * The last day of `period` ("P7D", "P2M", "P3Y"). The first day is not counted: days are
 * added to it; months and years end on the same day, or on the last day of a shorter month.
 */
export function lastDay(start, period) {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(period);
  const number = Number(count);
  if (unit === "D" || unit === "W") return addDays(start, unit === "W" ? number * 7 : number);
  return addMonths(start, unit === "Y" ? number * 12 : number);
}

/** Can a calendar hold it? From any day of this age, the last day still has a year of 4 digits. */
export const isPeriod = (period) => /^P(\d{1,4}D|\d{1,3}[WMY])$/.test(period || "");

/** "2026年5月8日（周五）" */
export function dayInWords(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日（周${WEEKDAYS[new Date(utc(iso)).getUTCDay()]}）`;
}

const escapeText = (text) =>
  text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** Fold a content line at 75 octets, never inside a character. */
export function foldLine(line) {
  const size = (text) => new TextEncoder().encode(text).length;
  const lines = [""];
  let room = 75;
  for (const character of line) {
    room -= size(character);
    if (room < 0) {
      lines.push(" ");
      room = 74 - size(character);
    }
    lines[lines.length - 1] += character;
  }
  return lines.join("\r\n");
}

const basic = (iso) => iso.replace(/-/g, "");

/** A whole-day event with a reminder at nine in the morning of the day before. */
function eventLines(event, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(event.day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(event.day, 1))}`,
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText(event.note)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(event.title)}`,
    "TRIGGER:-PT15H",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** Events `{uid, day, title, note}` as an iCalendar file (RFC 5545); `now` is a Date. */
export function calendarFile(events, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lubiao//Deadlines//ZH", "CALSCALE:GREGORIAN"];
  const body = events.flatMap((event) => eventLines(event, stamp));
  return [...head, ...body, "END:VCALENDAR"].map((line) => `${foldLine(line)}\r\n`).join("");
}

/** Fill `slot` with the form for the time limits of `items` (`<li data-deadline data-period>`). */
export function calendarForm(slot, items, outcome, signal) {
  const usable = items.filter((item) => isPeriod(item.dataset.period));
  slot.hidden = usable.length === 0;
  slot.replaceChildren();
  if (slot.hidden) return;
  const fields = [...new Set(usable.map((item) => item.dataset.clock))].map(clockField);
  const said = el("p.lb-form__said", { role: "status" });
  const view = { usable, fields, said, outcome };
  const copy = button("lb-next.lb-next--plain", "复制日期", () => copyDates(view));
  const form = el(
    "form.lb-calform",
    { novalidate: true },
    el("p.lb-calform__title", {}, "把最后期限放进日历"),
    el("p.lb-calform__note", {}, "填上日期，就地算出最后一天。只在你的设备上算，不保存，也不上传。"),
    ...fields.map(({ row }) => row),
    el("div.lb-form__row", {}, el("button.lb-next", { type: "submit" }, "生成日历文件"), copy),
    said,
  );
  form.addEventListener("submit", (event) => save(event, view), { signal });
  form.addEventListener("input", () => showDays(view), { signal });
  slot.append(form);
}

/** A day that starts a clock; all of them lie behind us. */
function clockField(clock, place) {
  const id = `lb-clock-${place}`;
  const fault = faultLine(`${id}-fault`);
  const input = dayInput(id, fault.id, localDay(new Date()));
  const label = el("label", { for: id }, `${clock}是哪天`);
  const field = { clock, input, fault, row: el("div.lb-form__field", {}, label, input, fault) };
  input.addEventListener("blur", () => check(field));
  // While a year is being typed it is wrong for a moment: only take back what was said.
  input.addEventListener("input", () => wrongWith(field) || check(field));
  return field;
}

function wrongWith({ input }) {
  const { value, validity } = input;
  return value || validity.badInput ? dayFault(value, localDay(new Date())) : "";
}

const check = (field) => sayFault(field.input, field.fault, wrongWith(field));

/** The time limits whose start is known, each with its last day. */
function dueDays({ usable, fields }) {
  const given = fields.filter((field) => field.input.value && !wrongWith(field));
  const starts = new Map(given.map(({ clock, input }) => [clock, input.value]));
  return usable
    .filter((item) => starts.has(item.dataset.clock))
    .map((item) => {
      const start = starts.get(item.dataset.clock);
      return { item, start, day: lastDay(start, item.dataset.period), ...item.dataset };
    });
}

function showDays(view) {
  view.usable.forEach((item) => item.querySelector(".lb-due")?.remove());
  const due = dueDays(view);
  for (const { item, day } of due) {
    item.append(el("p.lb-due", {}, "最后一天：", el("strong", {}, dayInWords(day))));
  }
  return due;
}

/** The time limits to hand out: none while a day is wrong, or while there is no day at all. */
function checkedDays(view) {
  const due = showDays(view);
  view.fields.forEach(check);
  const wrong = view.fields.find(wrongWith);
  const [first] = view.fields;
  if (!wrong && due.length) return due;
  if (!wrong) sayFault(first.input, first.fault, NEED_START);
  (wrong || first).input.focus();
  return [];
}

function save(event, view) {
  event.preventDefault();
  const due = checkedDays(view);
  if (!due.length) return;
  const text = calendarFile(due.map((one) => eventOf(one, view.outcome)), new Date());
  download(text, `退款期限-${view.outcome}.ics`);
  view.said.textContent = `日历文件已生成，里面有 ${due.length} 个期限。打不开就用「复制日期」。`;
}

const eventOf = ({ deadline, day, start, clock, title }, outcome) => ({
  uid: `${outcome}-${deadline}@lubiao`,
  day,
  title: `最后一天：${title}`,
  note: `从${clock}（${dayInWords(start)}）的第二天起算。日子只供提醒，请提前办。`,
});

function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  const link = el("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

async function copyDates(view) {
  const due = checkedDays(view);
  if (!due.length) return;
  const text = due.map(({ title, day }) => `${title}：最后一天 ${dayInWords(day)}`).join("\n");
  view.said.textContent = (await copyText(text)) ? "日期已复制。" : text;
}
