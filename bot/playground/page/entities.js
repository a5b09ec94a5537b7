/** A message's text with its Bot API entities as page elements. Offsets are UTF-16 units, as in JavaScript strings. */

import { button, el } from "./dom.js";
import { t } from "./words.js";

/** @import { Actions, Entity } from "./types.js" */

const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** @type {Record<string, string>} */
const PLAIN = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  mention: "span",
  text_mention: "span",
  hashtag: "span",
  cashtag: "span",
};

/**
 * @param {string} text
 * @param {Entity[]} entities
 * @param {Actions} actions
 * @returns {DocumentFragment}
 */
export function formatted(text, entities, actions) {
  const outermostFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return stretch(text, 0, text.length, outermostFirst, actions);
}

/**
 * The text from `from` to `to`, with the entities that begin there; each takes the ones inside it along.
 * @param {string} text @param {number} from @param {number} to @param {Entity[]} entities @param {Actions} actions
 */
function stretch(text, from, to, entities, actions) {
  const fragment = document.createDocumentFragment();
  let at = from;
  for (let next = 0; next < entities.length;) {
    const entity = entities[next++];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    const first = next;
    while (next < entities.length && entities[next].offset < end) next++;
    const inside = stretch(text, start, end, entities.slice(first, next), actions);
    fragment.append(text.slice(at, start), dressed(entity, text.slice(start, end), inside, actions));
    // A block already ends its line: the line break after it would show as an empty line.
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
  }
  fragment.append(text.slice(at, to));
  return fragment;
}

/** @param {Entity} entity @param {string} raw @param {DocumentFragment} inside @param {Actions} actions */
function dressed(entity, raw, inside, actions) {
  switch (entity.type) {
    case "url":
      return link(/^\w+:/.test(raw) ? raw : `https://${raw}`, inside, actions);
    case "text_link":
      return link(entity.url ?? "", inside, actions);
    case "email":
      return link(`mailto:${raw}`, inside, actions);
    case "phone_number":
      return link(`tel:${raw}`, inside, actions);
    case "bot_command":
      return button(inside, () => actions.say(raw), { class: "in-text" });
    case "pre":
      return el("pre", { "data-language": entity.language }, el("code", {}, inside));
    case "spoiler":
      return spoiler(inside);
    case "blockquote":
      return el("blockquote", {}, inside);
    case "expandable_blockquote":
      return foldable(inside);
    default:
      return entity.type in PLAIN ? el(PLAIN[entity.type], { class: entity.type }, inside) : inside;
  }
}

/** @param {string} url @param {DocumentFragment} inside @param {Actions} actions */
function link(url, inside, actions) {
  if (!SAFE_LINK.test(url)) return inside;
  const follow = (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.open(url);
  };
  return el("a", { href: url, rel: "noopener noreferrer", click: follow }, inside);
}

/** @param {DocumentFragment} inside */
function spoiler(inside) {
  const cover = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": t("show_hidden") }, inside);
  const reveal = (/** @type {Event} */ event) => {
    if (!cover.classList.contains("spoiler")) return;
    if (event instanceof KeyboardEvent && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    cover.className = "";
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}

/** @param {DocumentFragment} inside */
function foldable(inside) {
  const quote = el("blockquote", { class: "folded" }, el("div", {}, inside));
  const toggle = button("⋯", () => toggle.setAttribute("aria-expanded", String(!quote.classList.toggle("folded"))), {
    class: "in-text",
    "aria-label": t("unfold"),
    "aria-expanded": "false",
  });
  quote.append(toggle);
  return quote;
}
