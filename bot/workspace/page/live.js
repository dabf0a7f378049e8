// The socket on which the workspace tells of changes; when it breaks, the page reads everything anew.
import { store, emit, threadKey } from "./store.js";

let socket = null;
let tries = 0;

export function listen(onHello) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  socket = new WebSocket(`${scheme}://${location.host}/page/live?as=${encodeURIComponent(store.me.id)}`);
  socket.addEventListener("message", (event) => {
    const told = JSON.parse(event.data);
    if (told.kind === "hello") { tries = 0; emit("online", true); onHello(); return; }
    apply(told);
  });
  socket.addEventListener("close", () => {
    emit("online", false);
    tries += 1;
    setTimeout(() => listen(onHello), Math.min(250 * 2 ** tries, 8000));
  });
}

const journal = [];
let asking = 0;

function apply(told) {
  if (asking) journal.push(told);
  APPLY[told.kind]?.(told);
  emit(told.kind, told);
}

/** Asks and puts the answer in its place; what was told meanwhile is newer than the answer, and is put in again. */
export async function asked(ask, put) {
  const from = journal.length;
  asking += 1;
  const answer = await ask();
  asking -= 1;
  if (answer.ok) {
    put(answer);
    for (const told of journal.slice(from)) APPLY[told.kind]?.(told);
  }
  if (!asking) journal.length = 0;
  return answer;
}

/** Puts a message where it belongs, in the order of its ts. */
export function upsert(list, message) {
  const at = list.findIndex((m) => m.ts === message.ts);
  if (at >= 0) { list[at] = message; return; }
  const later = list.findIndex((m) => m.ts > message.ts);
  if (later < 0) list.push(message); else list.splice(later, 0, message);
}

const inThread = (message) => message.thread_ts && message.thread_ts !== message.ts;

function putMessage(message) {
  const roots = store.messages.get(message.channel);
  if (roots && (!inThread(message) || message.subtype === "thread_broadcast" || message.reply_broadcast)) upsert(roots, message);
  const replies = store.replies.get(threadKey(message.channel, inThread(message) ? message.thread_ts : message.ts));
  if (replies) upsert(replies, message);
}

function takeMessage(message) {
  for (const list of [store.messages.get(message.channel), store.replies.get(threadKey(message.channel, message.thread_ts || message.ts))]) {
    const at = list ? list.findIndex((m) => m.ts === message.ts) : -1;
    if (at >= 0) list.splice(at, 1);
  }
}

function putChannel(channel) {
  if (channel && typeof channel === "object") store.channels.set(channel.id, { ...store.channels.get(channel.id), ...channel });
}

function noteMessage({ message, root, channel }) {
  putChannel(channel);
  putMessage(message);
  if (root) putMessage(root);
}

const APPLY = {
  message: noteMessage,
  message_changed: noteMessage,
  message_deleted: (told) => { putChannel(told.channel); if (told.tombstone) putMessage(told.message); else takeMessage(told.message); if (told.root) putMessage(told.root); },
  ephemeral: ({ message, happened }) => { if (happened === "deleted") takeMessage(message); else putMessage(message); },
  status: ({ channel, thread_ts: ts, text }) => { const key = threadKey(channel, ts); if (text) store.statuses.set(key, text); else store.statuses.delete(key); },
  suggested_prompts: ({ channel, thread_ts: ts, title, prompts }) => store.prompts.set(threadKey(channel, ts), { title, prompts }),
  home: ({ view }) => store.homes.set(store.app.user, view),
  channel: ({ channel }) => putChannel(channel),
  read: ({ channel }) => putChannel(channel),
  member: ({ channel, left }) => { if (left) store.channels.delete(left); else putChannel(channel); },
  user: ({ user }) => store.users.set(user.id, user),
  clock: ({ clock }) => { store.clockOffset = clock.now - Date.now() / 1000; store.nextWorkingDay = clock.next_working_day; },
};
