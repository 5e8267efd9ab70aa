import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Place } from "../../../src/core/book/client";
import type { Language } from "../../../src/core/book/fields";
import { messageKinds, type MessageKind } from "../../../src/core/book/messageKind";
import type { Written } from "./corpus";
import { bookOf, clientOf, now } from "./relation";

// What our own templates write, from the golden drafts: others wrote them, and nothing in them should be flagged.

const golden = path.resolve("test/golden");

/** Every golden message whose kind its name tells, but those made of hostile or real commits. */
export function ownDrafts(): readonly Written[] {
  const files = readdirSync(golden, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/")).filter((file) => file.endsWith(".md") && !/hostile|history\./.test(file));
  return files.sort().flatMap((file) => {
    const [name = "", ...rest] = path.basename(file, ".md").split(".");
    const kind = [name, path.basename(path.dirname(file))].find((each): each is MessageKind => (messageKinds as readonly string[]).includes(each));
    const language = [name, ...rest].find((each): each is Language => each === "en" || each === "bn");
    if (kind === undefined || language === undefined) return [];
    const text = readFileSync(path.join(golden, file), "utf8");
    const sections = text.startsWith("=== ") ? text.split(/^(?==== )/m) : [text];
    return sections.map((section) => {
      const head = /^=== (.*)\n+/.exec(section);
      return draft(section.slice(head?.[0].length ?? 0), kind, language, `${file}${head ? ` ${head[1] ?? ""}` : ""}`);
    });
  });
}

function draft(text: string, kind: MessageKind, language: Language, where: string): Written {
  const place: Place = /fiverr/i.test(where) ? "fiverr" : /upwork/i.test(where) ? "upwork" : "direct";
  const client = { ...clientOf({ language, place, channel: place === "direct" ? "email" : place, contactAllowed: false }), holidays: [] };
  const { holidays, ...me } = bookOf(client).me;
  return {
    where,
    language,
    expected: [],
    text: text.trim(),
    client,
    book: { ...bookOf(client), me: { ...me, references: ["Rahim Traders", "রহিম ট্রেডার্স"] }, absence: [], project: [] },
    history: [],
    provenance: { version: 2, id: "draft", clientId: client.id, kind, language, template: `${language}/${kind}`, createdAt: now, readUpTo: {}, items: [], leftOut: [], noteIds: [], rendered: text.trim() },
  };
}
