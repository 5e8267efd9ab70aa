import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyBook, type Book } from "../../src/core/book/book";
import type { Client, Tone } from "../../src/core/book/client";
import type { Language } from "../../src/core/book/fields";
import type { MessageKind } from "../../src/core/book/messageKind";
import type { MessageAbout, SentRecord } from "../../src/core/book/sentRecord";
import type { Answers, KindInput, MessageKindDefinition } from "../../src/core/drafting/kinds/kind";
import { kindInput } from "../../src/core/drafting/kinds/kindInput";
import { definitionOf } from "../../src/core/drafting/kinds/registry";
import type { Renderer } from "../../src/core/drafting/renderer";
import { createRenderer } from "../../src/core/drafting/textRenderer";
import { renderMessage } from "../../src/core/drafting/renderDraft";
import { hasSubject } from "../../src/core/drafting/subject";
import type { Instant } from "../../src/core/time/types";
import type { WorkSummary } from "../../src/core/work/summary";
import * as relation from "./relation";
import { shippedTemplate } from "./templates";

// Whole messages of any kind as a client would read them, in drafts/. UPDATE_GOLDEN=1 writes them anew: then read the difference.

/** What a message is written from, besides the relation's client, me and project. */
export interface Told {
  readonly book?: Partial<Omit<Book, "me" | "client">>;
  readonly client?: Partial<Client>;
  readonly me?: Partial<Book["me"]>;
  readonly about?: MessageAbout;
  readonly answers?: Answers;
  readonly sent?: readonly SentRecord[];
  readonly summary?: WorkSummary;
  readonly since?: Instant;
  readonly now?: Instant;
  /** The client as a whole, no project. */
  readonly noProject?: true;
}
export type Case = (pick: relation.Pick, tone: Tone) => Told;

export function definitionFor(kind: MessageKind): MessageKindDefinition {
  const definition = definitionOf(kind);
  assert.ok(definition, kind);
  return definition;
}

/** Formal messages go by mail, friendly ones by chat, so that both forms are seen. */
export function inputOf(language: Language, tone: Tone, told: Told): KindInput {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const client: Client = { ...relation.clientIn(language, tone), channel: tone === "formal" ? "email" : "slack", ...told.client };
  const book: Book = { ...emptyBook, project: [relation.projectIn(pick)], ...told.book, me: { ...relation.meIn(), ...told.me }, client: [client] };
  const project = told.noProject ? undefined : book.project[0];
  const input = kindInput(
    {
      clientId: client.id,
      ...(project && { projectId: project.id }),
      about: told.about ?? {},
      sent: told.sent ?? [],
      ...(told.summary && { summary: told.summary }),
      ...(told.since && { since: told.since }),
      now: told.now ?? relation.now,
      zone: relation.zone,
    },
    book,
    told.answers ?? {},
  );
  assert.ok(input);
  return input;
}

const renderers = new Map<string, Renderer>();
function rendererOf(language: Language, kind: MessageKind): Renderer {
  const name = `${language}/${kind}`;
  const renderer = renderers.get(name) ?? createRenderer(shippedTemplate(language, kind));
  renderers.set(name, renderer);
  return renderer;
}

/** The document of a message, with its subject line where the channel has one. */
export function messageOf(kind: MessageKind, input: KindInput): string {
  const renderer = rendererOf(input.contact.language, kind);
  const itemIds = new Set(input.summary?.items.map(({ id }) => id));
  return renderMessage(definitionFor(kind).compose(input), renderer, { itemIds, subject: hasSubject(input.client.channel) }).text;
}

function holdsGolden(name: string, text: string): void {
  const file = path.resolve("test", "golden", "drafts", `${name}.md`);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.ok(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 writes it`);
  assert.equal(text, readFileSync(file, "utf8"));
}

/** Goldens of a kind in both languages and both tones: "much", "little", "none" and whatever else it has to show. */
export function goldenMessages(kind: MessageKind, cases: Readonly<Record<string, Case>>): void {
  describe(`golden messages: ${kind}`, () => {
    for (const language of ["en", "bn"] as const) {
      const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
      for (const tone of ["friendly", "formal"] as const) {
        for (const [name, told] of Object.entries(cases)) {
          it(`${language} ${tone} ${name}`, () => {
            const text = messageOf(kind, inputOf(language, tone, told(pick, tone)));
            assert.doesNotMatch(text, /undefined|NaN|\[object|\{\{/);
            holdsGolden(`${kind}/${language}.${tone}.${name}`, text);
          });
        }
      }
    }
  });
}
