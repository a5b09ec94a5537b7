/** Builds page elements. Text always becomes a text node, so nothing a resident writes can turn into markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] functions are listeners; null, undefined and false are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...present(children));
  return node;
}

/**
 * A real button; its accessible name is its text, or `label` when it shows an icon only.
 * @param {string | Node} content
 * @param {(event: Event) => void} click
 * @param {Record<string, any>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(content, click, attributes = {}) {
  return /** @type {HTMLButtonElement} */ (el("button", { type: "button", click, ...attributes }, content));
}

/**
 * @param {string} name a symbol in icons.svg
 * @param {string} label what the button does, for those who do not see the icon
 * @param {(event: Event) => void} click
 * @param {Record<string, any>} [attributes]
 */
export function iconButton(name, label, click, attributes = {}) {
  return button(icon(name), click, { class: "icon-button", "aria-label": label, title: label, ...attributes });
}

/** @param {string} name a symbol in icons.svg */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${new URL("icons.svg", import.meta.url).pathname}#${name}`);
  svg.append(use);
  return svg;
}

/** @param {(Node | string | null | undefined | false)[]} children */
export function present(children) {
  return /** @type {(Node | string)[]} */ (
    children.filter((child) => child !== null && child !== undefined && child !== false)
  );
}
