// SPDX-License-Identifier: MIT
// The methods of counting: the same as generator/sums/methods.py, step for step. Whole numbers
// (BigInt): money in fen, parts and percents in hundredths; rounding, half up, only at the end.

import { readSums } from "./sum-fields.js";

const HUNDRED = BigInt(100);
const TEN_THOUSAND = BigInt(10000);
const FLOOR = BigInt(50000);

const twoDigits = (number) => String(number).padStart(2, "0");
const yuan = (fen) => `¥${fen / HUNDRED}.${twoDigits(fen % HUNDRED)}`;
const bare = (number) => `${number / HUNDRED}.${twoDigits(number % HUNDRED)}`.replace(/\.?0+$/, "");
const roundedFen = (fen, parts) => (BigInt(2) * fen + parts) / (BigInt(2) * parts);

/** What comes out of a division, with the rounding said where there is any. */
function quotient(fen, parts) {
  if (fen % parts === BigInt(0)) return yuan(fen / parts);
  const many = (fen * HUNDRED) / parts;
  const digits = `${many / TEN_THOUSAND}.${String(many % TEN_THOUSAND).padStart(4, "0")}`;
  const exact = (fen * HUNDRED) % parts ? `${digits}…` : digits.replace(/0+$/, "");
  return `${exact}，四舍五入到分是 ${yuan(roundedFen(fen, parts))}`;
}

const one = (steps, answer, fen) => ({ steps, answer: answer(yuan(fen)), low: fen, high: fen });

function range(steps, single, several, low, high) {
  if (low === high) return one(steps, single, low);
  return { steps, answer: several(yuan(low), yuan(high)), low, high };
}

function shareOf(before, answer, paid, part, whole) {
  const shown = `${yuan(paid)} × ${bare(part)} ÷ ${bare(whole)} = ${quotient(paid * part, whole)}`;
  return one([...before, `按比例折算：${shown}。`], answer, roundedFen(paid * part, whole));
}

const unused = (sum) => `没用的部分，折成 ${sum}。`;

function byDays({ paid, total, used }) {
  const left = total - used;
  const fen = paid * left;
  const steps = [
    `没用的天数：${total} － ${used} = ${left} 天。`,
    `按天折算：${yuan(paid)} × ${left} ÷ ${total} = ${quotient(fen, total)}。`,
  ];
  return one(steps, unused, roundedFen(fen, total));
}

function byUnits({ paid, total, used }) {
  const left = total - used;
  const first = `没用的：${bare(total)} － ${bare(used)} = ${bare(left)}。`;
  return shareOf([first], unused, paid, left, total);
}

const missingUnits = ({ paid, total, missing }) =>
  shareOf([], (sum) => `缺的部分，折成 ${sum}。`, paid, missing, total);

function shortDelivery({ paid, promised, arrived }) {
  const short = promised - arrived;
  const first = `少到的：${bare(promised)} － ${bare(arrived)} = ${bare(short)}。`;
  return shareOf([first], (sum) => `少到的部分，折成 ${sum}。`, paid, short, promised);
}

function withBonus({ paid, bonus, left }) {
  const total = paid + bonus;
  const used = total - left;
  const first = left < paid ? left : paid;
  const low = used > paid ? BigInt(0) : paid - used;
  const ratio = `${yuan(left)} × ${bare(paid)} ÷ ${bare(total)} = ${quotient(left * paid, total)}`;
  const steps = [
    `充的加送的：${yuan(paid)} + ${yuan(bonus)} = ${yuan(total)}。`,
    `不是你的原因，按优惠比例：${ratio}。`,
    `用掉的：${yuan(total)} － ${yuan(left)} = ${yuan(used)}。`,
    `你自己不想用了，用掉的按打折前算：${takenOff(paid, used)}。`,
    `约定先花送的，剩下的先算你充的：最多 ${yuan(paid)}，算 ${yuan(first)}。`,
  ];
  const several = (least, most) => `看原因和约定，在 ${least} 到 ${most} 之间。`;
  return range(steps, (sum) => `几种算法都是 ${sum}。`, several, low, first);
}

function takenOff(paid, used) {
  if (used > paid) return `${yuan(paid)} 不够扣 ${yuan(used)}，算 ${yuan(BigInt(0))}`;
  return `${yuan(paid)} － ${yuan(used)} = ${yuan(paid - used)}`;
}

function threeTimes({ price }) {
  const triple = BigInt(3) * price;
  const added = triple < FLOOR ? FLOOR : triple;
  const both = added + price;
  const steps = [
    `价款的三倍：${yuan(price)} × 3 = ${yuan(triple)}。`,
    `三倍${triple < FLOOR ? "不到" : "到了"} ${yuan(FLOOR)}，加赔按 ${yuan(added)} 算。`,
    `加上退回的价款：${yuan(added)} + ${yuan(price)} = ${yuan(both)}。`,
  ];
  const claim = `可以主张加赔 ${yuan(added)}，连退款一共 ${yuan(both)}。`;
  return { steps, answer: `先要证明对方有欺诈。证明了，${claim}`, low: both, high: both };
}

function feeWithheld({ paid, back }) {
  const kept = paid - back;
  const step = `被扣下的：${yuan(paid)} － ${yuan(back)} = ${yuan(kept)}。`;
  return one([step], (sum) => `对方扣下了 ${sum}。`, kept);
}

function renewals({ price, charges }) {
  const fen = price * charges;
  const step = `${yuan(price)} × ${charges} 次 = ${yuan(fen)}。`;
  return one([step], (sum) => `这几次一共扣了 ${sum}。`, fen);
}

function lessUse({ paid, month, months }) {
  const use = month * months;
  const left = use > paid ? BigInt(0) : paid - use;
  const steps = [
    `用过的好处：${yuan(month)} × ${months} 个月 = ${yuan(use)}。`,
    `付的钱减去用过的：${takenOff(paid, use)}。`,
  ];
  return one(steps, (sum) => `扣掉用过的，还有 ${sum}。`, left);
}

function byFault({ paid, ...guesses }) {
  const shares = Object.values(guesses);
  const borne = shares.map((share) => roundedFen(paid * (TEN_THOUSAND - share), TEN_THOUSAND));
  const steps = shares.map((share) => {
    const fen = paid * (TEN_THOUSAND - share);
    const sum = `${yuan(paid)} ×（100 － ${bare(share)}）÷ 100 = ${quotient(fen, TEN_THOUSAND)}`;
    return `你占 ${bare(share)}%：${sum}。`;
  });
  steps.push("各占多少，由双方商量；商量不成，由法院定。");
  const sorted = [...borne].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const single = (sum) => `这样分，对方承担 ${sum}。`;
  const several = (least, most) => `看怎么分，对方承担 ${least} 到 ${most}。`;
  return range(steps, single, several, sorted[0], sorted[sorted.length - 1]);
}

const METHODS = {
  by_days: byDays,
  by_units: byUnits,
  missing_units: missingUnits,
  short_delivery: shortDelivery,
  with_bonus: withBonus,
  three_times: threeTimes,
  fee_withheld: feeWithheld,
  renewals,
  less_use: lessUse,
  by_fault: byFault,
};

/** Work a sum out of what was typed: {steps, answer, low, high}, or {field, wrong}. */
export function workSum(method, fields, typed) {
  const { values, field, wrong } = readSums(fields, typed);
  return wrong ? { field, wrong } : METHODS[method](values);
}
