/** Everybody's phones side by side, the group's own one first, and the row of names to choose from. */

import { button, el } from "./dom.js";
import { Phone } from "./phone.js";
import { t } from "./words.js";

/** @import { Chat, Person, PlaygroundEvent } from "./types.js" */

/** A cast fits on a page; a benchmark's thousand residents do not. The others are one choice away. */
const SHOWN_AT_FIRST = 10;
const THE_GROUP = "group";

export class Neighbourhood {
  /** @type {Map<string, Phone>} by the person's key, and "group" */
  #phones = new Map();
  /** @type {Person[]} */
  #people = [];
  /** @type {Chat[]} */
  #chats = [];
  #chosen = decodeURIComponent(location.hash.slice(1)) || THE_GROUP;
  /** @type {string | undefined} */
  #viewer;

  constructor() {
    this.switcher = el("nav", { class: "switcher", "aria-label": t("switcher") });
    this.row = el("main", { class: "row-of-phones" });
  }

  /** @param {Person[]} people @param {Chat[]} chats what the server knows now */
  update(people, chats) {
    this.#people = people;
    this.#chats = chats.filter((chat) => chat.type === "group" || chat.type === "supergroup");
    this.#updateGroupPhone();
    for (const person of people) {
      const phone = this.#phones.get(person.key);
      if (phone) phone.update(person, this.#groupsOf(person));
      else if (this.#phones.size <= SHOWN_AT_FIRST) this.#add(person.key, new Phone(person, this.#groupsOf(person)));
    }
    this.#drawSwitcher();
  }

  /** @param {PlaygroundEvent} event */
  notice(event) {
    for (const phone of this.#phones.values()) phone.notice(event);
  }

  /** @param {Person} person @returns {Chat[]} */
  #groupsOf(person) {
    const ids = new Set((person.chats ?? []).map((chat) => (typeof chat === "number" ? chat : chat.id)));
    return this.#chats.filter((chat) => ids.has(chat.id));
  }

  /** The group as one of its members sees it; who that is can be chosen. */
  #updateGroupPhone() {
    const [group] = this.#chats;
    const members = this.#people.filter((person) => this.#groupsOf(person).includes(group));
    const viewer =
      members.find(({ key }) => key === this.#viewer) ?? members.find(({ large_print }) => !large_print) ?? members[0];
    const before = this.#phones.get(THE_GROUP);
    if (!group || !viewer) return;
    if (before && before.shared?.group.id === group.id && before.state.person.key === viewer.key) {
      before.update(viewer, [group]);
      return;
    }
    const phone = new Phone(viewer, [group], { group, viewers: this.#viewers(members, viewer) });
    before?.element.remove();
    this.#add(THE_GROUP, phone, true);
  }

  /** @param {Person[]} members @param {Person} viewer */
  #viewers(members, viewer) {
    const options = members.map(({ key, first_name }) =>
      el("option", { value: key, selected: key === viewer.key }, first_name),
    );
    const choose = (/** @type {Event} */ event) => {
      this.#viewer = /** @type {HTMLSelectElement} */ (event.target).value;
      this.#updateGroupPhone();
      this.#drawSwitcher();
    };
    const select = el("select", { change: choose, "aria-label": t("as_seen_by") }, ...options);
    return el("label", { class: "viewers" }, el("span", {}, t("as_seen_by")), select);
  }

  /** @param {string} key @param {Phone} phone @param {boolean} [first] */
  #add(key, phone, first = false) {
    this.#phones.set(key, phone);
    if (first) this.row.prepend(phone.element);
    else this.row.append(phone.element);
  }

  #drawSwitcher() {
    const keys = [...this.#phones.keys()].sort((a, b) => Number(b === THE_GROUP) - Number(a === THE_GROUP));
    if (!this.#phones.has(this.#chosen)) this.#chosen = keys[0] ?? THE_GROUP;
    const names = keys.map((key) =>
      button(this.#phones.get(key)?.name ?? key, () => this.choose(key), {
        "aria-current": key === this.#chosen && "true",
      }),
    );
    this.switcher.replaceChildren(...names, ...this.#others());
    this.switcher.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
    for (const [key, phone] of this.#phones) phone.element.classList.toggle("chosen", key === this.#chosen);
  }

  /** People whose phones are not on the page yet. */
  #others() {
    const others = this.#people.filter(({ key }) => !this.#phones.has(key));
    if (others.length === 0) return [];
    const options = others.map(({ key, first_name, note }) =>
      el("option", { value: key }, [first_name, note].filter(Boolean).join(" ")),
    );
    const add = (/** @type {Event} */ event) => {
      const person = others.find(({ key }) => key === /** @type {HTMLSelectElement} */ (event.target).value);
      if (!person) return;
      this.#add(person.key, new Phone(person, this.#groupsOf(person)));
      this.choose(person.key);
    };
    return [
      el(
        "select",
        { change: add, "aria-label": t("more_people") },
        el("option", { value: "" }, t("more_people")),
        ...options,
      ),
    ];
  }

  /** @param {string} key shows this phone alone on a small screen, and brings it into view on a large one */
  choose(key) {
    this.#chosen = key;
    history.replaceState(null, "", `#${encodeURIComponent(key)}`);
    this.#drawSwitcher();
    this.#phones.get(key)?.element.scrollIntoView({ inline: "center", block: "nearest" });
  }
}
