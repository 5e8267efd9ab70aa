import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where the book is changed by another way than undoing.change(), and why that is right. */
const exceptions: Readonly<Record<string, string>> = {
  "src/ui/commands/book/undo.ts": "what undoing itself is made of",
  "src/ui/commands/draft/rememberingBook.ts": "hands the changes of a draft's flow to undoing",
  "src/ui/commands/draft/withdrawing.ts": "hands what a message brings about to undoing",
  "src/ui/commands/meetings/zoomAlong.ts": "a link that Zoom gave: it is true whether wanted or not, and follows when the meeting is undone",
  "src/flows/issueInvoice.ts": "its undoing is takeBackIssue.ts, which undoIssue.ts hands to undoing",
  "src/flows/takeBackIssue.ts": "is such an undoing itself",
  "src/flows/recordSent.ts": "what a conversation hangs on: it took place",
  "src/flows/sendDraft.ts": "its book is the one of withdrawing.ts",
  "src/flows/draftUpdate.ts": "its book is the one of rememberingBook.ts",
  "src/flows/previewMessage.ts": "its book is a trial that is thrown away",
  "src/composition/reaching.ts": "hands recordSent its way",
};

describe("every change to the book", () => {
  it("goes through what can be undone, but for those that say why not", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).map((name) => path.join("src", name).replaceAll("\\", "/"));
    const changing = files.filter((name) => /\.ts$/.test(name) && !/^src\/(storage|core)\//.test(name)).filter((name) => {
      const text = readFileSync(name, "utf8");
      return /\b(?:book|store)\.change\b|\bbook: \{[^}]*\bchange\b|\bkeep\(\[revised|\bchange: \(changes\) =>/.test(text);
    });
    assert.deepEqual(changing.filter((name) => !(name in exceptions)), [], "change the book through undoing.change(), or say here why not");
    // An exception that is none any more is taken out.
    for (const name of Object.keys(exceptions)) {
      assert.match(readFileSync(name, "utf8"), /\bbook\.change\b|\bchange: |\bchange\(|\bkeep\(\[|undoing\.change/, name);
    }
  });

  it("comes from a command that can say what it did", () => {
    const commands = readdirSync("src/ui", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(path.join("src/ui", name), "utf8"));
    const undone = commands.join("\n").match(/undoing\.change\(|keepAndSay\(/g) ?? [];
    assert.ok(undone.length > 40, `${undone.length} places`);
    const known = Object.keys(JSON.parse(readFileSync("l10n/bundle.l10n.json", "utf8")) as object);
    const named = new Set(commands.flatMap((text) => [...text.matchAll(/\bid: "(did\.[A-Za-z]+)"/g)].map(([, id]) => id as string)));
    assert.deepEqual([...named].filter((id) => !known.includes(id) && !known.includes(`${id}.one`)), []);
  });
});
