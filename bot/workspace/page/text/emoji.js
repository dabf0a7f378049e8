// A small table of emoji short names; an unknown one stays as it was written.

const TABLE = `smile 😄|slightly_smiling_face 🙂|smiley 😃|grinning 😀|blush 😊|joy 😂|wink 😉|thinking_face 🤔|thinking 🤔|sweat_smile 😅|sob 😭|cry 😢|pray 🙏
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|clap 👏|raised_hands 🙌|wave 👋|muscle 💪|point_right 👉|point_up ☝️|bow 🙇|eyes 👀|handshake 🤝|writing_hand ✍️
tada 🎉|sparkles ✨|star ⭐|fire 🔥|bulb 💡|heart ❤️|100 💯|rocket 🚀|zap ⚡|boom 💥|seedling 🌱|ear_of_rice 🌾|rice 🍚|cherry_blossom 🌸|maple_leaf 🍁|sunny ☀️|herb 🌿|leaves 🍃|mount_fuji 🗻
white_check_mark ✅|heavy_check_mark ✔️|x ❌|warning ⚠️|no_entry ⛔|question ❓|exclamation ❗|information_source ℹ️|o ⭕|bell 🔔|no_bell 🔕|lock 🔒|unlock 🔓|key 🔑|arrows_counterclockwise 🔄|arrow_right ➡️|arrow_up ⬆️|arrow_down ⬇️|new 🆕|red_circle 🔴|large_blue_circle 🔵|large_green_circle 🟢|large_yellow_circle 🟡|white_circle ⚪|black_circle ⚫
memo 📝|page_facing_up 📄|page_with_curl 📃|clipboard 📋|books 📚|book 📖|open_book 📖|bookmark 🔖|file_folder 📁|open_file_folder 📂|paperclip 📎|link 🔗|mag 🔍|pushpin 📌|round_pushpin 📍|calendar 📆|date 📅|spiral_calendar_pad 🗓️|clock9 🕘|alarm_clock ⏰|hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|email 📧|envelope ✉️|inbox_tray 📥|outbox_tray 📤|telephone_receiver 📞|phone ☎️|speech_balloon 💬|thought_balloon 💭|loudspeaker 📢|mega 📣
office 🏢|factory 🏭|house 🏠|school 🏫|hospital 🏥|shinto_shrine ⛩️|jp 🇯🇵|globe_with_meridians 🌐|bar_chart 📊|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|wrench 🔧|hammer_and_wrench 🛠️|gear ⚙️|package 📦|truck 🚚|computer 💻|robot_face 🤖|card_index 📇|dart 🎯|compass 🧭|trophy 🏆|busts_in_silhouette 👥|bust_in_silhouette 👤|moneybag 💰|yen 💴|tea 🍵|coffee ☕`;

export const EMOJI = new Map(TABLE.split(/[|\n]/).map((pair) => { const at = pair.lastIndexOf(" "); return [pair.slice(0, at), pair.slice(at + 1)]; }));

/** The character of a short name, with or without colons and skin tone; undefined if it is not in the table. */
export const emoji = (name) => EMOJI.get(name.replaceAll(":", "").replace(/skin-tone-\d$/, ""));

/** What the picker offers: one short name per character. */
export const PICKER = [...new Map([...EMOJI].map(([name, character]) => [character, name])).entries()].map(([character, name]) => ({ name, character }));
