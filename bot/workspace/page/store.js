// What this page knows of the workspace, and who wants to hear when it changes.

export const store = {
  me: null,
  team: { id: "", name: "" },
  app: { id: "", user: "", name: "" },
  users: new Map(),
  channels: new Map(),
  messages: new Map(), // channel → root messages and broadcasts, oldest first
  replies: new Map(), // "channel:thread_ts" → messages of the thread with its root first
  threads: [], // threads the person takes part in, newest first
  statuses: new Map(), // "channel:thread_ts" → { user, text }
  prompts: new Map(), // "channel:thread_ts" or "channel:" → { title, prompts }
  homes: new Map(), // app user → view
  views: [], // modal stack, the shown one last
  blockValues: new Map(), // "channel:ts" or view id → { block_id: { action_id: value } }
  commands: [],
  shortcuts: [],
  clockOffset: 0, // seconds the workspace is ahead of this computer
  open: { channel: null, tab: "messages", thread: null },
};

const listeners = new Map();

export function on(kind, listener) {
  if (!listeners.has(kind)) listeners.set(kind, new Set());
  listeners.get(kind).add(listener);
}

export function emit(kind, data) {
  for (const listener of listeners.get(kind) || []) listener(data);
}

export const user = (id) => store.users.get(id);
export const channel = (id) => store.channels.get(id);
export const threadKey = (channelId, ts) => `${channelId}:${ts || ""}`;
export const nameOf = (id) => { const u = user(id); return u ? u.display_name || u.real_name || u.name : id; };

/** The other person of a direct message; the person themselves in a note to self. */
export function partner(c) {
  return user((c.members || []).find((id) => id !== store.me.id)) || store.me;
}

export function channelName(c) {
  if (c.kind === "im") return nameOf(partner(c).id);
  if (c.kind === "mpim") return (c.members || []).filter((id) => id !== store.me.id).map(nameOf).join("、");
  return c.name;
}

export const isAppDm = (c) => Boolean(c && c.kind === "im" && partner(c).is_bot);
export const now = () => Date.now() / 1000 + store.clockOffset;
