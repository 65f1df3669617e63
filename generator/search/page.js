// SPDX-License-Identifier: MIT
// Loaded in the head, before Material's script.
"use strict";

(function () {
  // Material listens for key presses only: paste, voice and picked characters would go unheard.
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-md-component=search-query]")) return;
    event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });

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
