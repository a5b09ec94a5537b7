/** What a message carries besides text: photos, voice, files, places, polls. */

import { fileUrl } from "./api.js";
import { el, icon } from "./dom.js";
import { t } from "./words.js";

/** @import { Message } from "./types.js" */

/**
 * @param {Message} message
 * @returns {HTMLElement | null}
 */
export function media(message) {
  const kind = Object.keys(DRAWN).find((name) => message[name] !== undefined);
  return kind ? DRAWN[kind](message[kind], message) : null;
}

/** In the order to look: a venue also has a location, an animation also a document.
 * @type {Record<string, (thing: any, message: Message) => HTMLElement>} */
const DRAWN = {
  photo: (sizes, message) => photo(sizes, message),
  voice: (voice) => sound(voice, t("voice", { seconds: voice.duration ?? 0 })),
  audio: (audio) => sound(audio, audio.title ?? audio.file_name ?? t("file")),
  animation: (animation) => moving(animation),
  video: (video) => moving(video),
  video_note: (video) => moving(video),
  document: (file) => attachment(file),
  sticker: (sticker) =>
    el("p", { class: "sticker", "aria-label": t("sticker", { emoji: sticker.emoji ?? "" }) }, sticker.emoji ?? "🖼"),
  dice: (dice) => el("p", { class: "sticker" }, `${dice.emoji} ${dice.value}`),
  venue: (venue) => place(venue.location, venue.title, venue.address),
  location: (location) => place(location, t("place"), null),
  contact: (contact) =>
    card("👤", [contact.first_name, contact.last_name].filter(Boolean).join(" "), contact.phone_number),
  poll: (poll) => votes(poll),
};

/** @param {{file_id: string, width: number, height: number}[]} sizes smallest first @param {Message} message */
function photo(sizes, message) {
  const largest = sizes[sizes.length - 1];
  const image = el("img", {
    src: fileUrl(largest.file_id),
    alt: message.caption ?? t("photo_alt"),
    width: largest.width,
    height: largest.height,
    class: message.has_media_spoiler && "veiled",
    click: () => image.classList.remove("veiled"),
  });
  return el("figure", { class: "photo" }, image);
}

/** @param {{file_id: string}} thing @param {string} label */
function sound(thing, label) {
  const player = el("audio", { controls: true, preload: "none", src: fileUrl(thing.file_id), "aria-label": label });
  return el("figure", { class: "sound" }, el("figcaption", {}, label), player);
}

/** @param {{file_id: string, file_name?: string, width?: number, height?: number}} thing */
function moving(thing) {
  const { width, height } = thing;
  const label = thing.file_name ?? t("video");
  return el("video", {
    controls: true,
    preload: "none",
    src: fileUrl(thing.file_id),
    width,
    height,
    "aria-label": label,
  });
}

/** @param {{file_id: string, file_name?: string, file_size?: number}} file */
function attachment(file) {
  const name = file.file_name ?? t("file");
  const size = file.file_size === undefined ? null : el("small", {}, `${Math.ceil(file.file_size / 1024)} KB`);
  return el(
    "a",
    { class: "card", href: fileUrl(file.file_id), download: name },
    icon("file"),
    el("span", {}, name, size),
  );
}

/** @param {{latitude: number, longitude: number}} location @param {string} title @param {string | null} address */
function place(location, title, address) {
  const degrees = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return card(icon("place"), title, address ?? degrees);
}

/** @param {string | Node} sign @param {string} title @param {string} detail */
function card(sign, title, detail) {
  return el("div", { class: "card" }, sign, el("span", {}, title, el("small", {}, detail)));
}

/** Read-only: the bot holds its own votes; a Telegram poll is at most a mood.
 * @param {{question: string, options: {text: string, voter_count: number}[], is_closed?: boolean}} poll */
function votes(poll) {
  const rows = poll.options.map((option) =>
    el("li", {}, el("span", {}, option.text), el("small", {}, t("votes", { count: option.voter_count }))),
  );
  const state = poll.is_closed ? t("poll_closed") : t("poll");
  return el(
    "section",
    { class: "poll" },
    el("strong", {}, poll.question),
    el("small", {}, state),
    el("ul", {}, ...rows),
  );
}
