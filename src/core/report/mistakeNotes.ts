import type { Note } from "../book/note";
import type { Say } from "../say";
import type { Instant, Zone } from "../time/types";
import { escapeMarkdown } from "../drafting/escape";

/** The private outline of a mistake as a page to have at hand during a call, in Markdown. Only its writer reads it. */
export function mistakeNotes(note: Note, client: string, say: Say, at: { readonly now: Instant; readonly zone: Zone }): string {
  const { events = [], why, explanation, fix, prevention, offer } = note.outline ?? {};
  const happened = events.map(({ at: moment, text }) => {
    const words = escapeMarkdown(text);
    return moment === undefined ? words : `${say("need.when", { when: { time: "moment", at: moment, zone: at.zone, now: at.now } })}: ${words}`;
  });
  const tell = [explanation, fix, prevention, offer].flatMap((part) => (part === undefined ? [] : [escapeMarkdown(part)]));
  const part = (heading: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${line}`).join("\n")]);
  return `${[
    `# ${escapeMarkdown(say("mistakeNotes.title", { what: note.text }))}`,
    escapeMarkdown(client),
    ...part(say("mistakeNotes.happened"), happened),
    ...part(say("mistakeNotes.why"), why === undefined ? [] : [escapeMarkdown(why)]),
    ...part(say("mistakeNotes.tell"), [say("mistakeNotes.apology"), ...tell, say("mistakeNotes.ask")]),
    ...part(say("mistakeNotes.mind"), [say("mistakeNotes.short"), say("mistakeNotes.noDefence"), say("mistakeNotes.listen")]),
  ].join("\n\n")}\n`;
}
