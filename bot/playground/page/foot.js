/** The lower end of a phone: the compose box with the big keys, or START, or the way back from blocking the bot. */

import { createComposer } from "./composer.js";
import { button, el } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { t } from "./words.js";

/** @import { Screen } from "./types.js" */
/** @import { createDeeds } from "./deeds.js" */

const TOUCH = matchMedia("(hover: none)");
const AFTER_THE_TAP = 300;

/**
 * @param {ReturnType<typeof createDeeds>} deeds
 */
export function createFoot(deeds) {
  let keyboardOpen = true;
  let drawnKeys = "";
  const composer = createComposer({
    send,
    commands: deeds.commands,
    attach: deeds.attach,
    dismiss: deeds.forget,
    toggleKeyboard: () => showKeys(!keyboardOpen),
    writing: makeRoom,
  });
  const keys = el("div", { class: "keys", hidden: true });
  const start = button(t("start"), deeds.start, { class: "key primary big", hidden: true });
  const unblock = button(t("unblock"), () => deeds.block(false), { class: "key big", hidden: true });
  const element = el("footer", { class: "foot" }, composer.element, keys, start, unblock);

  /** @param {boolean} open */
  function showKeys(open) {
    keyboardOpen = open;
    keys.toggleAttribute("hidden", !open || !keys.firstChild);
    composer.offer({ keyboardOpen });
  }

  /** @param {string} text */
  function send(text) {
    deeds.say(text);
    if (TOUCH.matches) showKeys(true);
  }

  /** On a real phone the keyboard for writing takes the place of the big keys. They come back after the tap that
   * ended the writing, or its target would move away under the finger.
   * @param {boolean} begun */
  function makeRoom(begun) {
    if (!TOUCH.matches) return;
    if (begun) showKeys(false);
    else setTimeout(() => showKeys(true), AFTER_THE_TAP);
  }

  /** @param {Screen} screen @param {{unstarted: boolean, blocked: boolean}} how */
  function draw(screen, { unstarted, blocked }) {
    composer.element.toggleAttribute("hidden", unstarted || blocked);
    start.toggleAttribute("hidden", !unstarted || blocked);
    unblock.toggleAttribute("hidden", !blocked);
    composer.prompt(screen.keyboard_options?.input_field_placeholder);
    composer.offer({ commands: screen.commands.length > 0, keyboard: Boolean(screen.keyboard) });
    drawKeys(blocked ? null : screen.keyboard);
  }

  /** @param {Screen["keyboard"]} rows */
  function drawKeys(rows) {
    const drawn = JSON.stringify(rows);
    if (drawn === drawnKeys) return;
    drawnKeys = drawn;
    keys.replaceChildren(...(rows ? [replyKeyboard(rows, deeds.actions)] : []));
    showKeys(true);
  }

  return { element, composer, draw };
}
