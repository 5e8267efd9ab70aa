import { dateIn, minutesBetween } from "../../src/core/time/zoned";
import { median, ms } from "./measure";
import { lookTimes } from "./owed/manyClients";
import { dhaka, people } from "./owed/people";
import { silenceOf } from "./owed/silence";
import type { Deed } from "./owed/acting";
import { aYear } from "./owed/year";

export const about = "a year of eight clients in four zones, minute by minute: nudges, silences, wake-ups; the time of a look";

interface Row {
  readonly what: string;
  readonly on: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  readonly goal?: string;
  readonly met?: boolean;
  readonly raw?: unknown;
}

export async function run(_args: readonly string[], say: (line: string) => void): Promise<{ rows: readonly Row[]; notes: readonly string[] }> {
  const rows: Row[] = [];
  const row = (what: string, ours: string, goal?: string, met?: boolean, on = "a year, eight clients") =>
    rows.push({ what, on, ours, against: "", ratio: "", ...(goal !== undefined && met !== undefined && { goal, met }) });

  say("a year, minute by minute…");
  const year = await aYear(say);
  const { messages, life, deeds } = year;
  const hard = messages.filter(({ inMyHours, items }) => !inMyHours && items.every((item) => item.hard));
  const outside = messages.filter(({ inMyHours, items }) => !inMyHours && !items.every((item) => item.hard));
  row("messages shown per week", (messages.length / 52).toFixed(1));
  row("things named in them per week", (messages.reduce((sum, { items }) => sum + items.length, 0) / 52).toFixed(1));
  row("sent per week", (life.history.length / 52).toFixed(1));
  const done = (deed: Deed) => deeds.filter((one) => one.deed === deed);
  row("  written, settled, skipped, snoozed, left lying", (["written", "settled", "skipped", "snoozed", "left"] as const).map((deed) => done(deed).length).join(", "));
  row("messages in my hours, but for meetings and hard clocks", percent(messages.length - hard.length - outside.length, messages.length - hard.length), "100%", outside.length === 0);
  row("  of those outside: meetings and hard clocks", String(hard.length));

  const perDay = new Map<string, number>();
  const wanted = new Map<string, number>();
  for (const { id, at } of done("snoozed")) count(wanted, `${id} ${dateIn(at, dhaka)}`);
  for (const { at, items } of messages) for (const { id } of items) count(perDay, `${id} ${dateIn(at, dhaka)}`);
  const most = Math.max(...[...perDay].map(([key, n]) => n - (wanted.get(key) ?? 0)));
  row("most messages on one thing in a day", String(most), "≤ 1", most <= 1, "but for those asked for by a snooze that day");
  const answered = [...done("settled"), ...done("skipped")];
  const nagged = messages.filter(({ at, items }) => items.some(({ id }) => answered.some((one) => one.id === id && one.at < at)));
  row("messages on what was settled or skipped before", String(nagged.length), "0", nagged.length === 0, `${answered.length} answers`);
  const woken = messages.filter(({ items }) => items.some(({ snoozedUntil }) => snoozedUntil !== undefined));
  row("messages on what is snoozed", String(woken.length), "0", woken.length === 0, `${done("snoozed").length} snoozes`);
  const soft = messages.filter(({ items }) => !items.every((item) => item.hard));
  const apart = soft.slice(1).map(({ at }, n) => minutesBetween(soft[n]?.at ?? at, at));
  row("shortest time between two messages, in all windows", `${Math.min(...apart)} min`, "≥ 60 min", Math.min(...apart) >= 60, `${year.windows} windows, but for meetings and hard clocks`);
  const share = messages.map(({ window }) => window);
  row("  shown by each window", Array.from({ length: year.windows }, (_, n) => share.filter((window) => window === n).length).join(", "));

  for (const { name } of people) {
    const project = life.book.project.find(({ clientId }) => clientId === name);
    if (!project) continue;
    const written = life.history.filter(({ clientId, kind }) => clientId === name && kind !== "invoice" && kind !== "payment" && kind !== "review" && kind !== "feedback").map(({ at }) => at);
    const talks = life.book.note.filter(({ clientId, kind }) => clientId === name && kind === "contact").map(({ createdAt }) => createdAt);
    const words = [...written, ...talks].sort();
    const letBe = life.letBe.filter(({ projectId }) => projectId === project.id).map(({ at }) => at);
    const silence = silenceOf(project, [project.createdAt, ...words], [...(life.workAt.get(project.id) ?? [])].sort(), letBe, life.book);
    const wish = silence.overByWish > 0 ? `, ${silence.overByWish} by the user's wish` : "";
    row(`longest silence, ${name}`, `${silence.longest} days, ${silence.over} too long${wish}`, silence.agreed, silence.over === 0, `${project.size}, ${words.length} words`);
  }

  row("minutes at which the watch was behind", String(year.missed), "0", year.missed === 0);
  row("wake-ups per hour and window when nothing changes", (year.wakeUpsWhenQuiet / year.quietHours / year.windows).toFixed(2), "≤ 1", year.mostWhenQuiet <= 1, `${year.quietHours} quiet hours`);
  row("wake-ups per hour and window over all", (year.wakeUps / (365 * 24) / year.windows).toFixed(2));
  row("timers at a time", String(year.mostAlarms), "≤ 1", year.mostAlarms <= 1);

  say("looks at 200 clients…");
  const looks = lookTimes(60);
  const on = `${looks.clients} clients, ${looks.records.toLocaleString("en")} messages`;
  row("a look after a change in the book, median", ms(median(looks.book)), "< 5 ms", median(looks.book) < 5, on);
  row("a look when only time has passed, median", ms(median(looks.time)), "< 5 ms", median(looks.time) < 5, on);
  row("a look after a message was sent, median", ms(median(looks.sent)), "< 5 ms", median(looks.sent) < 5, on);
  row("a look after an answer, median", ms(median(looks.answered)), "< 5 ms", median(looks.answered) < 5, on);
  row("the first look of a session, median", ms(median(looks.first)), undefined, undefined, on);
  return { rows, notes: [`${looks.owed} things owed to 200 clients`, "Looks are measured in processor time. Too long: a day has passed without word, after what was agreed, on which both were at work."] };
}

const percent = (part: number, all: number): string => `${((100 * part) / Math.max(all, 1)).toFixed(1)}%`;
const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
