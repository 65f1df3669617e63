// SPDX-License-Identifier: MIT
// The script of a page that moved: go on to the new address, and take the answers along.

const moved = document.querySelector("a[data-moved]");
if (moved) window.location.replace(moved.href + window.location.hash);
