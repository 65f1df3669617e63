// SPDX-License-Identifier: MIT
// Loaded in the head, before Material's script.
"use strict";

(function () {
  // Material listens for key presses only: paste, voice and picked characters would go unheard.
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-md-component=search-query]")) return;
    event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });

  // Where nothing is found, ways on stand under the words that say so. They are put in and taken
  // out: Material's keys walk over every link among the results.
  function offerWaysOn() {
    const source = document.querySelector("template[data-lb-none]");
    if (!source) return;
    const results = document.querySelector("[data-md-component=search-result]");
    const told = results.firstElementChild;
    const list = results.lastElementChild;
    let ways = null;
    new MutationObserver(() => {
      const isNone = told.textContent === source.dataset.lbNone;
      if (isNone === Boolean(ways)) return;
      if (isNone) results.insertBefore(source.content.cloneNode(true), list);
      else ways.remove();
      ways = isNone ? list.previousElementSibling : null;
    }).observe(told, { childList: true });
    // Enter opens the best result; with none it goes to the first way on, and opens nothing yet.
    document.addEventListener("keydown", (event) => {
      if (!ways || event.key !== "Enter" || !event.target.matches("[data-md-component=search-query]")) return;
      event.preventDefault();
      event.stopPropagation();
      ways.querySelector("a").focus();
    }, true);
  }
  document.addEventListener("DOMContentLoaded", offerWaysOn);

  if (location.protocol !== "file:") return;

  // A page opened from a folder may not start a worker: search runs in the page instead.
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      this.answer = null;
      const script = document.createElement("script");
      script.src = url;
      script.addEventListener("load", () => this.start());
      document.head.append(script);
    }

    start() {
      this.answer = window.lubiaoSearch();
      this.waiting.splice(0).forEach((message) => this.reply(message));
    }

    postMessage(message) {
      if (this.answer) this.reply(message);
      else this.waiting.push(message);
    }

    reply(message) {
      const data = this.answer(message);
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.waiting = [];
    }
  };

  // A folder has no server to pick its index.html.
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
    link.pathname += "index.html";
  }, true);
})();
