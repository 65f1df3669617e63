// SPDX-License-Identifier: MIT
// Making elements. Texts only ever become text nodes, so no data can become markup.

/** `el("p.lb-note", {id: "x"}, "text", child)`; `false`, `null` and "" children are left out. */
export function el(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter(Boolean));
  return element;
}

function setAttribute(element, name, value) {
  if (value === true) element.setAttribute(name, "");
  else if (value !== false && value !== undefined) element.setAttribute(name, value);
}

/** Put `text` into an element that holds nothing else; its text node stays the same one. */
export function write(element, text) {
  const { firstChild } = element;
  if (!firstChild) element.append(text);
  else if (firstChild.data !== text) firstChild.data = text;
}

/** Make `parent` hold exactly `children`; what stands there already is not touched. */
export function arrange(parent, children) {
  for (const child of [...parent.childNodes]) if (!children.includes(child)) child.remove();
  children.forEach((child, place) => {
    const there = parent.childNodes[place] || null;
    if (there !== child) parent.insertBefore(child, there);
  });
}

/** After the next frame is on the screen. */
export const afterPaint = (work) => window.requestAnimationFrame(() => setTimeout(work));

export const button = (spec, label, onClick) => {
  const made = el(`button.${spec}`, { type: "button" }, label);
  made.addEventListener("click", onClick);
  return made;
};

/** The page data inside `host`, or null if it cannot be read (the fallback then stays). */
export function readData(host) {
  try {
    return JSON.parse(host.querySelector("script.lb-data").textContent);
  } catch {
    return null;
  }
}

/** The element a bare fragment like "#content" names: a place on the page, not answers. */
export function isPlace(fragment) {
  const name = fragment.replace(/^#/, "");
  return name !== "" && !name.includes("=") && document.getElementById(decodeSafely(name)) !== null;
}

function decodeSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A new history entry; unlike setting `location.hash` it looks for no place to scroll to. */
export function pushAddress(fragment) {
  if (window.location.hash === `#${fragment}`) return;
  try {
    window.history.pushState(null, "", `#${fragment}`);
  } catch {
    window.location.hash = fragment; // some browsers refuse pushState on file://
  }
}

/** Put `fragment` into the address without a new history entry. */
export function rewriteAddress(fragment) {
  const { hash, pathname, search } = window.location;
  if (hash.replace(/^#/, "") === fragment) return;
  window.history.replaceState(window.history.state, "", fragment ? `#${fragment}` : pathname + search);
}

/** `root` + outcome or guide address + answers. */
export const addressOf = (root, url, fragment) => root + url + (fragment ? `#${fragment}` : "");

/** Register a custom element, unless a page loaded us twice. */
export function define(name, element) {
  if (!window.customElements.get(name)) window.customElements.define(name, element);
}
