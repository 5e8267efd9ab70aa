import type { ChannelName } from "../book/client";
import type { Language } from "../book/fields";
import { normalise } from "../language/script";
import { toPlainText } from "./plainText";

// Where a channel has subjects, the document begins with a line that names it: there it can be edited like all the rest.

/** Only mail has a line of its own for it; a chat, a message box and a page would show it as text. */
export const hasSubject = (channel: ChannelName): boolean => channel === "email";

const names: Readonly<Record<Language, string>> = { en: "Subject", bn: "বিষয়" };

export const putSubject = (subject: string, body: string, language: Language): string => `${names[language]}: ${subject}\n\n${body}`;

const subjectLine = new RegExp(`^\\ufeff?(?:${Object.values(names).map(normalise).join("|")})[ \\t]*[:ঃ]([^\\n]*)(?:\\n|$)`, "iu");

/** A document as its subject, without marks, and what is to be read below it. Without such a line all of it is to be read. */
export function splitSubject(document: string): { readonly subject?: string; readonly body: string } {
  // A line that was opened above it by mistake does not make it text for the client.
  const text = document.replace(/^(?:[ \t]*\r?\n)+/, "");
  const [first = ""] = text.split(/\r?\n/, 1);
  const found = subjectLine.exec(normalise(first));
  if (!found) return { body: document };
  const subject = toPlainText((found[1] ?? "").trim());
  const body = text.slice(first.length).replace(/^(?:[ \t]*\r?\n)+/, "");
  return subject === "" ? { body } : { subject, body };
}
