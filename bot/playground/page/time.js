/** Time as the neighbourhood reads it. Shanghai has had no summer time since 1991, so a fixed offset is exact. */

import { language } from "./words.js";

const ZONE = "Asia/Shanghai";
const HOUR = 3600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;
const WEDNESDAY = 3;

const dayFormat = new Intl.DateTimeFormat(language, { timeZone: ZONE, month: "long", day: "numeric" });
const weekdayFormat = new Intl.DateTimeFormat(language, { timeZone: ZONE, weekday: "long" });
const shortWeekdayFormat = new Intl.DateTimeFormat(language, { timeZone: ZONE, weekday: "short" });
const timeFormat = new Intl.DateTimeFormat(language, {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** @param {number} at milliseconds since 1970 @returns {string} "11月25日 星期三" */
export function day(at) {
  return `${dayFormat.format(at)} ${weekdayFormat.format(at)}`;
}

/** @param {number} at milliseconds since 1970 @returns {string} "19:00" */
export function hour(at) {
  return timeFormat.format(at);
}

/** @param {number} at milliseconds since 1970 @returns {string} "周三 19:00" */
export function brief(at) {
  return `${shortWeekdayFormat.format(at)} ${hour(at)}`;
}

/** @param {number} now @returns {number} tomorrow at 8:00 in Shanghai */
export function tomorrowMorning(now) {
  return midnight(now) + DAY + 8 * HOUR;
}

/** @param {number} now @returns {number} the first Wednesday 19:00 that is still to come */
export function nextWednesdayEvening(now) {
  const weekday = new Date(now + OFFSET).getUTCDay();
  const evening = midnight(now) + ((WEDNESDAY - weekday + 7) % 7) * DAY + 19 * HOUR;
  return evening > now ? evening : evening + 7 * DAY;
}

/** @param {number} now */
function midnight(now) {
  return Math.floor((now + OFFSET) / DAY) * DAY - OFFSET;
}
