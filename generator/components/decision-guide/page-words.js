// SPDX-License-Identifier: MIT
// What outcome pages, copy buttons and the calendar say.

export const UNUSED = "下面的回答在这个结论里用不上，已经去掉：";
export const STALE_OUTCOME = "链接里的回答对不上这个结论，所以下面列出了全部情况。";
export const NEED_START = "请至少填一个日期，我们才能算出最后一天。";
export const COPIED = "已复制";
export const SELECTED = "已选中，请按复制";
export const CONTINUE = "回到指引接着答";
export const WHAT_CHANGES = "什么会改变这个结论";
