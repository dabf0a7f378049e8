// Every sentence of the page, in Japanese and English. `{name}` is filled in by `t`.

const JA = {
  home: "ホーム", dms: "DM", channels: "チャンネル", directMessages: "ダイレクトメッセージ", apps: "アプリ", threads: "スレッド",
  messages: "メッセージ", files: "ファイル", app: "アプリ", you: "自分", guest: "ゲスト", edited: "（編集済み）", newMessages: "新規",
  today: "今日", yesterday: "昨日", tomorrow: "明日", at: "{day}{time}", onlyYou: "あなただけに表示されています",
  replies: "{n}件の返信", oneReply: "1件の返信", lastReply: "最終返信：{when}", thread: "スレッド", reply: "返信する…",
  alsoSend: "チャンネルにも投稿する", messageTo: "{name} へのメッセージ", messageToSelf: "自分へのメモを書く",
  send: "送信する", sendHint: "Enter で送信、Shift + Enter で改行", attach: "ファイルを添付", emoji: "絵文字", mention: "メンション",
  bold: "太字", italic: "斜体", strike: "取り消し線", code: "コード", quote: "引用", formatting: "書式", remove: "取り除く",
  startThread: "スレッドで返信する", edit: "編集する", delete: "削除する", react: "リアクションする", more: "その他", close: "閉じる",
  cancel: "キャンセル", save: "保存する", deleteAsk: "このメッセージを削除しますか？", deleteNote: "元に戻すことはできません。",
  choose: "選択してください", search: "検索", noMatch: "一致するものはありません", chooseDate: "日付を選ぶ", chooseTime: "時刻を選ぶ",
  optional: "（任意）", chosen: "{n}件を選択中", clear: "選択を外す", empty: "空にする", yes: "はい", no: "いいえ", confirm: "確認",
  needed: "この項目は必須です", tooShort: "{n}文字以上で入力してください", tooLong: "{n}文字以内で入力してください", notMail: "メールアドレスの形で入力してください",
  notUrl: "URL の形で入力してください（https:// から）", notNumber: "数を入力してください", notWhole: "整数で入力してください",
  tooSmall: "{n} 以上で入力してください", tooBig: "{n} 以下で入力してください", filesAtMost: "ファイルは {n} 件までです", notThatKind: "この形式のファイルは選べません",
  appDidNotAnswer: "アプリから応答がありませんでした。もう一度お試しください。", problem: "うまくいきませんでした。もう一度お試しください。",
  modalTrouble: "接続に問題が発生しました。もう一度お試しください。", offline: "ワークスペースにつながりません。つなぎ直しています…",
  pressed: "送信中", loading: "読み込んでいます…", imageOutside: "外部の画像は表示しません", openImage: "画像を開く", image: "画像", download: "ダウンロード",
  dropHere: "ここにドロップして {name} に添付", upload: "ファイルを選ぶ", uploading: "アップロードしています", uploadFailed: "アップロードできませんでした",
  deletedFile: "このファイルは削除されました", clock: "ワークスペースの時計", oneHour: "1時間進める", nextDay: "翌日", nextWorkingDay: "次の営業日 9:00",
  setTime: "日時を選ぶ", go: "進める", onlyForward: "時計は先へだけ進められます。", clockNote: "時間が関わる動き（リマインドなど）を試せます。", later: "＋{span}",
  days: "{n}日", hours: "{n}時間", minutes: "{n}分", as: "この人として見る", persona: "表示する人を切り替える", openTab: "別のタブで開く",
  admin: "管理者", member: "メンバー", members: "メンバー {n}人", about: "概要", noTopic: "トピックは未設定です", beginning: "ここが {name} の始まりです。",
  beginningDm: "{name} さんとのダイレクトメッセージの始まりです。", beginningSelf: "ここはあなただけの場所です。メモなどにお使いください。", beginningApp: "{name} に話しかけてみましょう。",
  homeEmpty: "{name} のホームには、まだ何もありません。", status: "{name} {status}", promptsTitle: "はじめの一言", noThreads: "参加しているスレッドはまだありません。",
  startDm: "新しいメッセージ", joined: "{name} がチャンネルに参加しました", deleted: "このメッセージは削除されました。", openSidebar: "メニューを開く", closePane: "スレッドを閉じる",
  shortcuts: "ショートカット", skip: "メッセージへ移動", required: "必須", submit: "送信", good: "役に立った", bad: "役に立たなかった", seeOlder: "以前のメッセージを読み込む",
  reactedBy: "{names} がリアクションしました", file: "ファイル", image_of: "{name} の画像", addedFiles: "添付ファイル", untitled: "無題", pending: "これから", in_progress: "進行中", complete: "完了", error: "エラー",
  slackbot: "システム", viewGone: "この画面は更新されました。", unread: "未読 {n}件", presence: "オンライン", openProfile: "プロフィール", dmWith: "メッセージを送る", linkOpens: "新しいタブで開きます",
  noneYet: "まだ何もありません", noneUnread: "新しい返信はありません", user: "ユーザー", channel: "チャンネル", justNow: "たった今", ago: "{span}前", inFuture: "{span}後", showMore: "さらに表示する", showLess: "表示を減らす",
  sources: "出典", copyLink: "文章をコピー", copied: "コピーしました", workspace: "ワークスペース", allDay: "翌日の同じ時刻", answerHere: "返信はスレッドに届きます", chatTab: "チャット", historyTab: "履歴", stop: "停止",
};

const EN = {
  home: "Home", dms: "DMs", channels: "Channels", directMessages: "Direct messages", apps: "Apps", threads: "Threads",
  messages: "Messages", files: "Files", app: "APP", you: "you", guest: "Guest", edited: " (edited)", newMessages: "New",
  today: "Today", yesterday: "Yesterday", tomorrow: "Tomorrow", at: "{day} at {time}", onlyYou: "Only visible to you",
  replies: "{n} replies", oneReply: "1 reply", lastReply: "Last reply {when}", thread: "Thread", reply: "Reply…",
  alsoSend: "Also send to channel", messageTo: "Message {name}", messageToSelf: "Jot something down",
  send: "Send", sendHint: "Enter to send, Shift + Enter for a new line", attach: "Attach a file", emoji: "Emoji", mention: "Mention someone",
  bold: "Bold", italic: "Italic", strike: "Strikethrough", code: "Code", quote: "Quote", formatting: "Formatting", remove: "Remove",
  startThread: "Reply in thread", edit: "Edit message", delete: "Delete message", react: "Add reaction", more: "More", close: "Close",
  cancel: "Cancel", save: "Save", deleteAsk: "Delete this message?", deleteNote: "This cannot be undone.",
  choose: "Choose an option", search: "Search", noMatch: "No matches", chooseDate: "Select a date", chooseTime: "Select a time",
  optional: " (optional)", chosen: "{n} selected", clear: "Clear", empty: "Clear", yes: "Yes", no: "No", confirm: "Confirm",
  needed: "Please complete this required field.", tooShort: "Please enter at least {n} characters.", tooLong: "Please enter at most {n} characters.", notMail: "Please enter a valid e-mail address.",
  notUrl: "Please enter a valid URL (starting with https://).", notNumber: "Please enter a number.", notWhole: "Please enter a whole number.",
  tooSmall: "Please enter {n} or more.", tooBig: "Please enter {n} or less.", filesAtMost: "At most {n} files.", notThatKind: "Files of this kind cannot be chosen.",
  appDidNotAnswer: "The app did not respond. Please try again.", problem: "Something went wrong. Please try again.",
  modalTrouble: "We had some trouble connecting. Try again?", offline: "The workspace cannot be reached. Reconnecting…",
  pressed: "Sending", loading: "Loading…", imageOutside: "Outside images are not shown", openImage: "Open image", image: "Image", download: "Download",
  dropHere: "Drop here to attach to {name}", upload: "Choose files", uploading: "Uploading", uploadFailed: "The upload failed",
  deletedFile: "This file was deleted", clock: "Workspace clock", oneHour: "Forward 1 hour", nextDay: "Next day", nextWorkingDay: "Next working day 9:00",
  setTime: "Choose day and time", go: "Go", onlyForward: "The clock only moves forward.", clockNote: "Try what happens as time passes, such as reminders.", later: "+{span}",
  days: "{n} d", hours: "{n} h", minutes: "{n} min", as: "View as this person", persona: "Change who you are", openTab: "Open in another tab",
  admin: "Admin", member: "Member", members: "{n} members", about: "About", noTopic: "No topic yet", beginning: "This is the very beginning of {name}.",
  beginningDm: "This is the beginning of your direct messages with {name}.", beginningSelf: "This is your space. Keep notes here.", beginningApp: "Say hello to {name}.",
  homeEmpty: "There is nothing in {name}'s Home yet.", status: "{name} {status}", promptsTitle: "Suggested prompts", noThreads: "You are not in any thread yet.",
  startDm: "New message", joined: "{name} joined the channel", deleted: "This message was deleted.", openSidebar: "Open menu", closePane: "Close thread",
  shortcuts: "Shortcuts", skip: "Skip to messages", required: "required", submit: "Submit", good: "Good response", bad: "Bad response", seeOlder: "Load older messages",
  reactedBy: "{names} reacted", file: "File", image_of: "Image of {name}", addedFiles: "Attached files", untitled: "Untitled", pending: "Pending", in_progress: "In progress", complete: "Complete", error: "Error",
  slackbot: "System", viewGone: "This view has changed.", unread: "{n} unread", presence: "Active", openProfile: "Profile", dmWith: "Message", linkOpens: "opens in a new tab",
  noneYet: "Nothing here yet", noneUnread: "No new replies", user: "User", channel: "Channel", justNow: "just now", ago: "{span} ago", inFuture: "in {span}", showMore: "Show more", showLess: "Show less",
  sources: "Sources", copyLink: "Copy text", copied: "Copied", workspace: "Workspace", allDay: "Same time next day", answerHere: "Replies arrive in the thread", chatTab: "Chat", historyTab: "History", stop: "Stop",
};

let words = JA;
let language = "ja";

export function speak(locale) {
  language = (locale || "ja").toLowerCase().startsWith("en") ? "en" : "ja";
  words = language === "en" ? EN : JA;
  document.documentElement.lang = language;
}

export const lang = () => language;

export function t(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

export const catalogues = { ja: JA, en: EN };
