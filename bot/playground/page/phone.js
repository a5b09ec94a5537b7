/** One phone: a person's chats and the open one, drawn anew whenever the playground says something changed. */

import * as api from "./api.js";
import { createAlertWatch } from "./alerts.js";
import { createDeeds } from "./deeds.js";
import { el } from "./dom.js";
import { createFoot } from "./foot.js";
import { latest } from "./latest.js";
import { createLog } from "./log.js";
import { createOverlay } from "./overlay.js";
import { createPinnedBar, groupBar, personBar } from "./phone_head.js";
import { createTabs } from "./tabs.js";
import { t } from "./words.js";

/** @import { Alert, Chat, Person, PlaygroundEvent, Screen } from "./types.js" */

const HISTORY = 50;

export class Phone {
  /** @type {Set<number>} */
  #unread = new Set();
  /** @type {Map<number, string>} what was being written in each chat */
  #drafts = new Map();
  #limit = HISTORY;
  #botName = t("private_chat");

  /**
   * @param {Person} person whose view it shows
   * @param {Chat[]} groups the groups that person is in
   * @param {{group: Chat, viewers: HTMLElement}} [shared] makes it the group's own phone, which shows that group only
   */
  constructor(person, groups, shared) {
    this.shared = shared;
    /** @type {import("./deeds.js").PhoneState} */
    this.state = { person, open: shared?.group.id ?? person.id, chats: [], screen: null };
    this.name = shared?.group.title ?? person.first_name;
    this.element = el("section", { class: "phone", "aria-label": this.name });
    this.overlay = createOverlay(this.element);
    this.alerts = createAlertWatch(this.element, !shared);
    this.deeds = createDeeds(this);
    this.bar = el("header");
    this.tabs = createTabs((chat) => this.show(chat));
    this.pinned = createPinnedBar((id) => this.log.jump(id));
    this.foot = createFoot(this.deeds);
    this.log = createLog({ reader: person.id, actions: this.deeds.actions, earlier: () => this.#showEarlier() });
    this.refresh = latest(() => this.#fetchScreen());
    this.element.prepend(this.bar, this.tabs.element, this.pinned.element, this.log.element, this.foot.element);
    this.log.element.append(this.overlay.status);
    this.#speakOnlyWhenUsed();
    this.update(person, groups);
  }

  /** With a dozen phones on one page a screen reader reads out new messages only of the phone in use. */
  #speakOnlyWhenUsed() {
    this.element.addEventListener("focusin", () => this.log.list.setAttribute("aria-live", "polite"));
    this.element.addEventListener("focusout", () => this.log.list.setAttribute("aria-live", "off"));
  }

  /**
   * The person or their groups may have changed.
   * @param {Person} person
   * @param {Chat[]} groups
   */
  update(person, groups) {
    this.state.person = person;
    this.state.chats = [
      { id: person.id, title: this.#botName },
      ...groups.map(({ id, title }) => ({ id, title: title ?? "" })),
    ];
    this.element.classList.toggle("large-print", Boolean(person.large_print) && !this.shared);
    this.#drawBar();
    if (this.state.chats.every(({ id }) => id !== this.state.open)) this.show(person.id);
    this.#drawTabs();
    this.refresh();
  }

  /** Only when it says something new: a list of viewers that is just open must not close. */
  #drawBar() {
    const { person } = this.state;
    const says = JSON.stringify([person.first_name, person.last_name, person.note, this.shared?.group.title]);
    if (this.bar.dataset.says === says) return;
    const bar = this.shared ? groupBar(this.shared) : personBar(person, this.deeds.phoneMenu);
    bar.dataset.says = says;
    this.bar.replaceWith(bar);
    this.bar = bar;
  }

  /** @param {PlaygroundEvent} event something that happened in the playground */
  notice(event) {
    if (event.chat === null || event.chat === undefined || event.chat === this.state.open) {
      this.refresh();
    } else if (event.type === "message" && this.state.chats.some(({ id }) => id === event.chat)) {
      this.#unread.add(event.chat);
      this.#drawTabs();
    }
  }

  /** @param {number} chat opens it on this phone; what is half written stays with its chat */
  show(chat) {
    if (chat === this.state.open || this.shared) return;
    this.#drafts.set(this.state.open, this.foot.composer.written());
    this.deeds.forget();
    this.foot.composer.write(this.#drafts.get(chat) ?? "");
    this.state.open = chat;
    this.#unread.delete(chat);
    this.#limit = HISTORY;
    this.alerts.restart();
    this.#drawTabs();
    this.refresh();
  }

  #showEarlier() {
    this.#limit += HISTORY;
    this.refresh();
  }

  async #fetchScreen() {
    const { person, open } = this.state;
    try {
      const screen = await api.screen(person, open, this.#limit);
      if (open === this.state.open) this.#draw(screen);
    } catch (error) {
      if (error instanceof api.Refused) this.overlay.toast(error.message);
      else throw error;
    }
  }

  /** @param {Screen} screen */
  #draw(screen) {
    const { person, open } = this.state;
    const isPrivate = open === person.id;
    const fresh = this.alerts.fresh(screen.alerts);
    this.state.screen = screen;
    if (isPrivate) this.#learnBotName(screen);
    this.pinned.draw(screen.pinned);
    this.foot.draw(screen, {
      unstarted: isPrivate && screen.messages.length === 0,
      blocked: isPrivate && Boolean(person.blocked),
    });
    this.log.show(screen.messages, {
      chat: open,
      named: !isPrivate,
      reactions: screen.reactions ?? {},
      complete: screen.messages.length < this.#limit,
      empty: isPrivate ? t("welcome") : t("empty_group"),
    });
    for (const alert of fresh) this.#answer(alert);
  }

  /** @param {Alert} alert what the bot says to a tap: a toast, an alert to confirm, or a link to follow */
  #answer({ text, show_alert, url }) {
    if (url) this.deeds.actions.open(url);
    else if (show_alert) this.overlay.alert(text);
    else this.overlay.toast(text);
  }

  /** @param {Screen} screen the private chat is called after the bot, once it has spoken */
  #learnBotName(screen) {
    const bot = screen.messages.find((message) => message.from?.is_bot)?.from;
    if (!bot || bot.first_name === this.#botName) return;
    this.#botName = bot.first_name;
    this.state.chats[0].title = bot.first_name;
    this.#drawTabs();
  }

  #drawTabs() {
    this.tabs.element.toggleAttribute("hidden", Boolean(this.shared));
    this.tabs.draw(this.state.chats, this.state.open, this.#unread);
  }
}
