// SPDX-License-Identifier: MIT
// Reading what is typed for a sum: the same as generator/sums/fields.py, sentence for sentence.

const NUMBER = /^(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?:\.([0-9]*))?$/;
const MOST_DIGITS = 9;
const ALL = 10000;

const isNumber = (plain) => NUMBER.test(plain) && /[0-9]/.test(plain);
const atLeast = ({ zero }, label) => `“${label}”${zero ? "要填 0 或者更大的数" : "要大于 0"}。`;

/** {value}: fen, hundredths or whole days as a BigInt; {wrong}: a sentence; {}: left empty. */
export function readSum(typed, field, label) {
  const half = typed.normalize("NFKC").replace(/。/g, ".");
  const plain = half.replace(/[ \t\r\n]/g, "").replace(/^¥|[元块天次份%]$/g, "");
  if (!plain) return field.optional ? {} : { wrong: `请填“${label}”。` };
  if ("-−".includes(plain[0]) && isNumber(plain.slice(1))) return { wrong: atLeast(field, label) };
  if (!isNumber(plain)) return { wrong: `“${label}”只填数字，例如 128 或 128.50。` };
  const [before, after = ""] = plain.replace(/,/g, "").split(".");
  const whole = before.replace(/^0+/, "");
  const decimals = after.replace(/0+$/, "");
  const wrong = shapeFault(whole, decimals, field.kind, label);
  if (wrong) return { wrong };
  const digits = field.kind === "whole" ? whole : whole + decimals.padEnd(2, "0");
  return within(BigInt(digits || "0"), field, label);
}

function shapeFault(whole, decimals, kind, label) {
  if (whole.length > MOST_DIGITS) return `“${label}”太大了，请看看是不是多打了几位。`;
  if (kind === "whole" && decimals) return `“${label}”只填整数。`;
  return decimals.length > 2 ? `“${label}”最多写两位小数。` : "";
}

function within(value, field, label) {
  if (!value && !field.zero) return { wrong: atLeast(field, label) };
  if (field.kind === "percent" && value > ALL) return { wrong: `“${label}”最多填 100。` };
  return { value };
}

/** The values of all fields, or the first field that is not right: {values} or {field, wrong}. */
export function readSums(fields, typed) {
  const values = {};
  for (const field of fields) {
    const { value, wrong } = readSum(typed[field.key] || "", field, field.label);
    if (wrong) return { field: field.key, wrong };
    if (value !== undefined) values[field.key] = value;
  }
  const over = fields.find((field) => exceeds(field, values));
  return over ? { field: over.key, wrong: tooMuch(over, fields) } : { values };
}

function exceeds({ key, at_most: most = [] }, values) {
  return most.length > 0 && values[key] > most.reduce((sum, other) => sum + values[other], BigInt(0));
}

function tooMuch(over, fields) {
  const labels = over.at_most.map((key) => fields.find((field) => field.key === key).label);
  return `“${over.label}”比${labels.map((label) => `“${label}”`).join("加")}还大，请再看一眼。`;
}
