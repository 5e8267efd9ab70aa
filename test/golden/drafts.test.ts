import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Tone } from "../../src/core/book/client";
import type { Language } from "../../src/core/book/fields";
import { composeProgress, type ProgressInput } from "../../src/core/drafting/composeProgress";
import { createRenderer } from "../../src/core/drafting/textRenderer";
import { renderDraft } from "../../src/core/drafting/renderDraft";
import type { Instant } from "../../src/core/time/types";
import * as relation from "./relation";
import { shippedTemplate } from "./templates";

// Whole drafts as a client would read them, in drafts/. UPDATE_GOLDEN=1 writes them anew: then read the difference.

const monday = "2026-11-16T03:00:00.000Z" as Instant;
const longAgo = "2026-11-10T12:00:00.000Z" as Instant;
const yesterday = "2026-11-19T12:00:00.000Z" as Instant;
const nothing = { items: [], leftOut: [] };

type Amount = (pick: relation.Pick) => Pick<ProgressInput, "milestones" | "notes" | "summary"> & Partial<ProgressInput>;
const amounts: Readonly<Record<string, Amount>> = {
  much: (pick) => ({
    milestones: relation.milestonesIn(pick),
    notes: relation.manyNotesIn(pick),
    toldNotes: new Map([["told", monday]]),
    summary: { items: relation.manyItems(pick), leftOut: [] },
    since: monday,
  }),
  little: (pick) => ({
    milestones: relation.milestonesIn(pick).slice(1),
    notes: [relation.questionIn(pick)],
    summary: { items: relation.manyItems(pick).slice(-3), leftOut: [] },
    since: longAgo,
  }),
  none: (pick) => ({
    milestones: relation.milestonesIn(pick).slice(1),
    notes: [relation.blockerIn(pick), relation.questionIn(pick)],
    summary: nothing,
    since: monday,
  }),
  asked: (pick) => ({
    milestones: relation.milestonesIn(pick).slice(0, 2).map((milestone) => ({ ...milestone, viewUrl: `https://${milestone.id}.example` })),
    notes: relation.seenToIn(pick),
    summary: { items: relation.manyItems(pick).slice(0, 1), leftOut: [] },
    since: monday,
  }),
  bare: () => ({ milestones: [], notes: [], summary: nothing, since: monday }),
  daily: (pick) => ({
    milestones: [{ ...relation.milestonesIn(pick)[1]!, due: relation.day("2026-11-17") }],
    notes: [],
    summary: { items: relation.manyItems(pick).slice(0, 1), leftOut: [] },
    project: { ...relation.projectIn(pick), name: "Acme" },
    since: yesterday,
  }),
};

function draft(language: Language, tone: Tone, amount: Amount): string {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const client = relation.clientIn(language, tone);
  const view = composeProgress({
    me: relation.meIn(),
    client,
    contact: client.contacts[0]!,
    project: relation.projectIn(pick),
    now: relation.now,
    zone: relation.zone,
    ...amount(pick),
  });
  return renderDraft(view, createRenderer(shippedTemplate(language, "progress"))).text;
}

function holds(name: string, text: string): void {
  const file = path.resolve("test", "golden", "drafts", `${name}.md`);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
  assert.ok(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 writes it`);
  assert.equal(text, readFileSync(file, "utf8"));
}

describe("golden drafts", () => {
  for (const language of ["en", "bn"] as const) {
    for (const tone of ["friendly", "formal"] as const) {
      for (const [name, amount] of Object.entries(amounts)) {
        it(`${language} ${tone} ${name}`, () => holds(`progress.${language}.${tone}.${name}`, draft(language, tone, amount)));
      }
    }
  }

  it("hostile words", () => {
    const words = [
      "<b>bold</b> <img src=x onerror=alert(1)> & &lt;script&gt;",
      "[pay here](command:workbench.action.terminal.new) and ![x](https://evil.example/x.png)",
      "{{#each constructor}}{{this}}{{/each}} {{{html}}} {{> signature}}",
      "# a heading\n\n- a list\n```sh\nrm -rf /\n```",
      "1. first, **bold**, *star*, __init__, snake_case, #12, 2 * 3, `code`, ~~gone~~, $x^2$",
      "[ ] a box \u202eright to left\u202c\u0007 bell \ue101 forged",
      `long ${"word ".repeat(400)}`,
    ];
    const pick: relation.Pick = (en) => en;
    const items = words.map((text) => relation.item(text, "live"));
    const text = draft("en", "friendly", () => ({
      milestones: [{ ...relation.milestonesIn(pick)[1]!, title: "**Checkout** <i>" }],
      notes: [{ ...relation.questionIn(pick), text: "> quoted\n# and more" }],
      summary: { items, leftOut: [] },
    }));
    holds("progress.en.hostile", text);
  });
});
