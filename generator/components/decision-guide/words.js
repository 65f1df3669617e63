// SPDX-License-Identifier: MIT
// Every sentence the component says, in one place.

export const LOST = "链接里有些回答已经对不上了，我们带你回到能接着答的地方。";
export const NEED_DATE = "请先选一个日期，或者直接点上面的一项。";
export const BAD_DATE = "这个日期没看懂，请按 年-月-日 填，例如 2026-05-01。";
export const BAD_YEAR = "这个年份不对，请看看是不是打错了。";
export const DAY_TO_COME = "这一天还没到。请填今天，或者今天以前的日期。";
export const NEED_NUMBER = "请先填一个数字，或者直接点上面的一项。";
export const BAD_NUMBER = "这里只填数字，例如 128 或 128.5。";
export const HUGE_NUMBER = "这个数太大了，请看看是不是多打了几位。";
export const NEED_TICK = "请勾选你有的；一样也没有，就点最下面那一项。";

/** "第 3 题 · 大约还有 2–3 题": where the reader stands, and how far it still is. */
export function progress(position, [few, many]) {
  const here = `第 ${position} 题`;
  if (many <= 0) return `${here} · 最后一题`;
  if (few === many) return `${here} · 还有 ${many} 题`;
  return few <= 0 ? `${here} · 最多还有 ${many} 题` : `${here} · 大约还有 ${few}–${many} 题`;
}

export const changing = (position) => `第 ${position} 题 · 修改回答`;

/** Why answers were dropped: an old answer was changed, or a new one leads elsewhere. */
export const droppedBy = (label, changed) =>
  changed
    ? `因为你改了「${label}」，下面的回答用不上了：`
    : `因为「${label}」这样回答，下面的回答用不上了：`;

export const answersTitle = (count) => `你的回答（${count}）`;
