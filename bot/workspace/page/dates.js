// Days and times as Slack writes them, in the time zone of the person who looks.
import { store, now } from "./store.js";
import { lang, t } from "./words.js";

const tag = () => (lang() === "en" ? "en-US" : "ja-JP");
const zone = () => (store.me && store.me.tz) || undefined;

// Making a formatter is slow, and a stream draws the list many times a second.
const made = new Map();

function formatter(locale, options) {
  const key = JSON.stringify([locale, zone(), options]);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone(), ...options }));
  return made.get(key);
}

export const format = (seconds, options) => formatter(tag(), options).format(new Date(seconds * 1000));

/** "2026-11-21" in the person's time zone. */
export const dayKey = (seconds) => formatter("sv-SE", {}).format(new Date(seconds * 1000));

export const clockTime = (seconds) => format(seconds, lang() === "en" ? { hour: "numeric", minute: "2-digit" } : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export function dayName(seconds) {
  const key = dayKey(seconds);
  if (key === dayKey(now())) return t("today");
  if (key === dayKey(now() - 86400)) return t("yesterday");
  const year = key.slice(0, 4) !== dayKey(now()).slice(0, 4);
  return format(seconds, { year: year ? "numeric" : undefined, month: "long", day: "numeric", weekday: lang() === "en" ? "long" : "short" });
}

export const dayAndTime = (seconds) => (lang() === "en" ? `${dayName(seconds)} at ${clockTime(seconds)}` : `${dayName(seconds)} ${clockTime(seconds)}`);
export const fullDate = (seconds) => `${format(seconds, { year: "numeric", month: "long", day: "numeric", weekday: "short" })} ${clockTime(seconds)}`;

export function span(seconds) {
  // Rounded before the unit is chosen: a moment short of an hour is an hour, and not 60 minutes.
  const minutes = Math.max(1, Math.round(Math.abs(seconds) / 60));
  const hours = Math.round(minutes / 60);
  if (hours >= 24) return t("days", { n: Math.round(hours / 24) });
  return minutes >= 60 ? t("hours", { n: hours }) : t("minutes", { n: minutes });
}

function ago(seconds) {
  const gap = now() - seconds;
  if (Math.abs(gap) < 60) return t("justNow");
  return gap > 0 ? t("ago", { span: span(gap) }) : t("inFuture", { span: span(gap) });
}

function pretty(seconds, otherwise) {
  const key = dayKey(seconds);
  if (key === dayKey(now())) return t("today");
  if (key === dayKey(now() - 86400)) return t("yesterday");
  if (key === dayKey(now() + 86400)) return t("tomorrow");
  return otherwise(seconds);
}

const long = (s) => format(s, { weekday: "long", year: "numeric", month: "long", day: "numeric" });
const plain = (s) => format(s, { year: "numeric", month: "long", day: "numeric" });
const short = (s) => format(s, { year: "numeric", month: "short", day: "numeric" });

const TOKENS = {
  date_num: dayKey,
  date: plain,
  date_short: short,
  date_long: long,
  date_pretty: (s) => pretty(s, plain),
  date_short_pretty: (s) => pretty(s, short),
  date_long_pretty: (s) => pretty(s, long),
  date_long_full: long,
  day_divider_pretty: dayName,
  time: clockTime,
  time_secs: (s) => format(s, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: lang() === "en" ? "h12" : "h23" }),
  ago,
};

/** `<!date^…>`: the template with its tokens filled in, or null where it has one Slack does not know. */
export function fillDate(seconds, template) {
  let known = true;
  const text = template.replace(/\{(\w+)\}/g, (whole, name) => {
    if (TOKENS[name]) return TOKENS[name](seconds);
    known = false;
    return whole;
  });
  return known && Number.isFinite(seconds) ? text : null;
}
