/** The playground's control interface (docs/playground.md), one function a call. */

/** @import { Chat, Clock, Person, Screen, Message, Tapped } from "./types.js" */

const CONTROL = "/control";

/** The server said no; the message is its reason. */
export class Refused extends Error {}

/**
 * @param {string} path
 * @param {{method?: string, body?: object, query?: Record<string, any>}} [options]
 * @returns {Promise<any>}
 */
async function call(path, { method = "GET", body, query = {} } = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  const response = await fetch(`${CONTROL}${path}${search && `?${search}`}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

/** @param {string} path @param {object} [body] */
const post = (path, body = {}) => call(path, { method: "POST", body });

/** @param {Person} person @param {string} action */
const of = (person, action) => `/people/${encodeURIComponent(person.key)}/${action}`;

/** @returns {Promise<Person[]>} */
export const people = () => call("/people");

/** @returns {Promise<Chat[]>} */
export const chats = () => call("/chats");

/**
 * @param {Person} person
 * @param {number} [chat] left out: the private chat
 * @param {number} [limit] how many messages
 * @returns {Promise<Screen>}
 */
export const screen = (person, chat, limit) => call(of(person, "screen"), { query: { chat, limit } });

/** @param {Person} person @param {object} what @returns {Promise<Message>} */
export const say = (person, what) => post(of(person, "say"), what);

/** @param {Person} person @param {object} what @returns {Promise<Message>} */
export const send = (person, what) => post(of(person, "send"), what);

/** @param {Person} person @param {object} what @returns {Promise<Message>} */
export const edit = (person, what) => post(of(person, "edit"), what);

/** @param {Person} person @param {object} what @returns {Promise<Tapped>} */
export const tap = (person, what) => post(of(person, "tap"), what);

/** @param {Person} person @param {string} [payload] */
export const start = (person, payload) => post(of(person, "start"), payload ? { payload } : {});

/** @param {Person} person @param {boolean} blocked */
export const block = (person, blocked) => post(of(person, blocked ? "block" : "unblock"));

/** @returns {Promise<Clock>} */
export const clock = () => call("/clock");

/** @param {{set?: string, advance?: number, running?: boolean}} move @returns {Promise<Clock>} */
export const moveClock = (move) => post("/clock", move);

/** @returns {Promise<{kind: string, method?: string, count?: number}[]>} */
export const faults = () => call("/faults");

/** @param {object} fault */
export const inject = (fault) => post("/faults", fault);

export const clearFaults = () => call("/faults", { method: "DELETE" });

/** @param {boolean} on */
export const limits = (on) => post("/limits", { on });

/** @param {string} fileId @returns {string} an address to show or download the file from */
export const fileUrl = (fileId) => `${CONTROL}/files/${encodeURIComponent(fileId)}`;
