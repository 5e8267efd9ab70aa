import { addNote } from "../../book/noteChanges";
import { baseView } from "./baseView";
import { mayGive } from "./giving";
import { defineKind, type KindInput, type Need } from "./kind";
import type { MessageView } from "./messageView";
import { known } from "./projectViews";

interface ThanksView extends MessageView {
  /** What went well. */
  readonly wentWell: readonly string[];
  /** Support goes on until then. */
  readonly supportUntil?: string;
}

/** Nobody sends a parcel through a marketplace, and near a review even a small one looks bought. */
const mayGiveHere = (input: KindInput): boolean => input.client.place === "direct" && mayGive(input);

function needs(input: KindInput): readonly Need[] {
  const { client, project } = input;
  const gift: Need = {
    name: "gift",
    as: "words",
    ask: { id: "need.gift" },
    hint: { id: "need.gift.hint" },
    optional: true,
    // A private note is the reminder; the message never sees it.
    keep: (answer, _, stamp) => addNote({ kind: "note", text: answer as string, clientId: client.id, projectId: project?.id, forUpdate: false }, stamp).changes,
  };
  return [{ name: "wentWell", as: "lines", ask: { id: "need.wentWell" }, hint: { id: "need.wentWell.hint" }, optional: true }, ...(mayGiveHere(input) ? [gift] : [])];
}

function view(input: KindInput): ThanksView {
  const base = baseView(input);
  const { supportUntil } = input.project ?? {};
  return {
    ...base,
    wentWell: (input.answers["wentWell"] as readonly string[] | undefined) ?? [],
    ...(supportUntil !== undefined && supportUntil >= base.today && known("supportUntil", supportUntil)),
  };
}

/** Thanks when all is done, and the door stays open. */
export const thanks = defineKind<ThanksView>({
  kind: "thanks",
  project: "optional",
  fits: ({ project, sent }) => {
    if (!project || sent.some((record) => record.kind === "thanks" && record.projectId === project.id)) return 0;
    return project.status === "closed" ? 2 : project.status === "delivered" || project.status === "support" ? 1 : 0;
  },
  needs,
  compose: view,
  // The gift is not in the message, but it is given: a review may not be asked for near it.
  incentive: (input) => mayGiveHere(input) && input.answers["gift"] !== undefined,
  meanings: { wentWell: "variable.wentWell", supportUntil: "variable.supportUntil" },
});
