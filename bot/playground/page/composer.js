/** Where a person writes: commands, attachments, the text, and what it replies to or corrects. */

import { button, el, icon, iconButton } from "./dom.js";
import { t } from "./words.js";

/**
 * @param {{send: (text: string) => void, commands: () => void, attach: () => void, toggleKeyboard: () => void,
 *   dismiss: () => void, writing: (begun: boolean) => void}} on `dismiss` forgets the reply or the correction
 */
export function createComposer(on) {
  const input = /** @type {HTMLTextAreaElement} */ (
    el("textarea", {
      rows: 1,
      placeholder: t("say"),
      "aria-label": t("say"),
      autocomplete: "off",
      enterkeyhint: "send",
    })
  );
  const commands = iconButton("commands", t("commands"), on.commands);
  const keyboard = iconButton("keyboard", t("toggle_keyboard"), on.toggleKeyboard, { hidden: true });
  const send = button(icon("send"), () => {}, { type: "submit", class: "icon-button send", "aria-label": t("send") });
  const banner = el("div", { class: "banner", hidden: true });
  const attach = iconButton("attach", t("attach"), on.attach);
  const line = el("div", { class: "line" }, commands, attach, input, keyboard, send);
  const element = el("form", { class: "composer" }, banner, line);

  const submit = () => {
    const text = input.value.trim();
    if (!text) return;
    input.value = "";
    on.send(text);
    fit();
  };
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener("keydown", (event) => {
    // Enter also picks a word in a Chinese input method; then it must not send.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  input.addEventListener("input", fit);
  input.addEventListener("focus", () => on.writing(true));
  input.addEventListener("blur", () => on.writing(input.value !== ""));

  function fit() {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  }

  /** @param {string} text */
  function write(text) {
    input.value = text;
    fit();
  }

  /** @param {{title: string, text: string} | null} about */
  function announce(about) {
    banner.toggleAttribute("hidden", about === null);
    if (!about) return;
    const words = el("p", {}, el("strong", {}, about.title), el("span", {}, about.text));
    banner.replaceChildren(words, iconButton("close", t("cancel"), on.dismiss));
    input.focus();
  }

  /** @param {{commands?: boolean, keyboard?: boolean, keyboardOpen?: boolean}} what there is; left out: as before */
  function offer({ commands: some, keyboard: big, keyboardOpen }) {
    if (some !== undefined) commands.toggleAttribute("hidden", !some);
    if (big !== undefined) keyboard.toggleAttribute("hidden", !big);
    if (keyboardOpen !== undefined) keyboard.setAttribute("aria-expanded", String(keyboardOpen));
  }

  /** @param {string} [hint] what the bot suggests to write */
  function prompt(hint = t("say")) {
    input.placeholder = hint;
  }

  return { element, write, announce, offer, prompt, written: () => input.value };
}
