import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as l10n from "@vscode/l10n";
import bundle from "../../l10n/bundle.l10n.json";
import type { Language } from "../../src/core/book/fields";
import { composeProgress } from "../../src/core/drafting/composeProgress";
import { createRenderer } from "../../src/core/drafting/textRenderer";
import { renderDraft } from "../../src/core/drafting/renderDraft";
import { makeSay } from "../../src/core/language/makeSay";
import type { Commit } from "../../src/core/work/commit";
import { summarise } from "../../src/core/work/summarise";
import * as relation from "./relation";
import { shippedTemplate } from "./templates";

// What becomes of six ordinary histories, in drafts/: the message, and below a line all that it folds away or leaves out, with
// the reason. UPDATE_GOLDEN=1 writes them anew: then read the difference.

const folder = path.resolve("test", "bench", "words", "histories");
const say = makeSay({ bundle, language: "en", digits: "latin", format: (text, values) => l10n.t(text, values) });

interface Recorded {
  readonly commits: readonly { hash: string; subject: string; body: string; author: string; date: string; parents: string[]; files: string[] }[];
}

/** The newest two are on a branch, the next four are finished, the rest is live. */
function commitsOf(name: string): readonly Commit[] {
  const { commits } = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Recorded;
  return commits.map(({ author, date, ...commit }, at) => ({
    ...commit,
    scopeId: "scope",
    author: { name: author, email: `${author}@example.com` },
    authorDate: date,
    commitDate: date,
    standing: at < 2 ? "inProgress" : at < 6 ? "ready" : "live",
  }));
}

function draft(name: string, language: Language): string {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const milestones = relation.milestonesIn(pick).slice(1, 2);
  const client = relation.clientIn(language, "friendly");
  const summary = summarise({ commits: commitsOf(name), milestones });
  const view = composeProgress({
    me: relation.meIn(),
    client,
    contact: client.contacts[0]!,
    project: relation.projectIn(pick),
    milestones,
    notes: [],
    summary,
    tellHousekeeping: true,
    now: relation.now,
    zone: relation.zone,
  });
  const { text, folded } = renderDraft(view, createRenderer(shippedTemplate(language, "progress")));
  const more = summary.items.filter(({ id }) => folded.has(id)).map((item) => `- folded: ${item.text}`);
  const left = summary.leftOut.map(({ commit, reason }) => `- left out: ${commit.subject} (${say(reason)})`);
  return `${text}\n---\n\n${[...more, ...left].join("\n")}\n`;
}

describe("golden drafts of whole histories", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    for (const language of ["en", "bn"] as const) {
      it(`${path.basename(name, ".json")} in ${language}`, () => {
        const file = path.resolve("test", "golden", "drafts", `history.${path.basename(name, ".json")}.${language}.md`);
        const text = draft(name, language);
        if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
        assert.ok(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 writes it`);
        assert.equal(text, readFileSync(file, "utf8"));
      });
    }
  }
});
