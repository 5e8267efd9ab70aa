import { composeProgress, type ProgressInput } from "../../../../src/core/drafting/composeProgress";
import type { Provenance } from "../../../../src/core/drafting/draft";
import { provenanceOf } from "../../../../src/core/drafting/provenance";
import { createRenderer, type TemplateTexts } from "../../../../src/core/drafting/textRenderer";
import { renderDraft } from "../../../../src/core/drafting/renderDraft";
import type { Language } from "../../../../src/core/book/fields";
import type { LeftOut, WorkItem } from "../../../../src/core/work/summary";
import * as relation from "../../../golden/relation";
import { shippedTemplate } from "../../../golden/templates";

export interface Drafted {
  readonly items: readonly WorkItem[];
  readonly leftOut?: readonly LeftOut[];
  readonly language?: Language;
  readonly template?: TemplateTexts;
  readonly more?: Partial<ProgressInput>;
}

/** A draft with what it rests on, from the shipped template unless another is given. */
export function draftOf({ items, leftOut = [], language = "en", template, more = {} }: Drafted): Provenance {
  const pick: relation.Pick = (en, bn) => (language === "bn" ? bn : en);
  const client = relation.clientIn(language, "friendly");
  const summary = { items, leftOut };
  const view = composeProgress({
    me: relation.meIn(),
    client,
    contact: client.contacts[0]!,
    project: relation.projectIn(pick),
    milestones: relation.milestonesIn(pick).slice(1),
    notes: [],
    summary,
    now: relation.now,
    zone: relation.zone,
    ...more,
  });
  const rendered = renderDraft(view, createRenderer(template ?? shippedTemplate(language, "progress")));
  const origin = { id: "draft", clientId: "client", projectId: "project", kind: "progress", template: `${language}/progress`, createdAt: relation.now } as const;
  return provenanceOf({ ...origin, language, readUpTo: {}, summary, noteIds: view.noteIds }, rendered);
}

export const lineWith = (text: string, words: string): number => text.split("\n").findIndex((line) => line.includes(words));
