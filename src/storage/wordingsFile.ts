import * as v from "valibot";
import { instant } from "../core/book/fields";
import type { OwnShape } from "../core/book/upgrades";
import { wordingSchema, type Wording } from "../core/work/wordings";
import type { ListFileKind } from "./listFile";
import { decisionOf, newestWordings } from "./wordings";

const goneSchema = v.object({ decision: v.string(), at: instant });
const fileSchema = v.object({
  version: v.literal(1),
  wordings: v.pipe(v.array(wordingSchema), v.readonly()),
  /** The newest of those that were taken back. */
  forgotten: v.pipe(v.array(goneSchema), v.readonly()),
});
type Gone = Readonly<v.InferOutput<typeof goneSchema>>;
type Stored = v.InferOutput<typeof fileSchema>;
export const wordingsFileShape: OwnShape<Stored> = { schema: fileSchema, upgrades: [] };

const mostForgotten = 2000;

const goneOf = (wording: Wording): Gone => ({ decision: decisionOf(wording), at: wording.at });
/** Tells a wording, or one that was taken back, from every other. */
export const keyOfWording = (one: Wording | Gone): string => {
  const { decision, at } = "decision" in one ? one : goneOf(one);
  return `${at} ${decision}`;
};

export const wordingsFile: ListFileKind<Wording, Gone, Stored> = {
  name: "wordings",
  shape: wordingsFileShape,
  parts: ({ wordings, forgotten }) => ({ entries: wordings, forgotten }),
  stored: ({ entries, forgotten }) => ({ version: 1, wordings: entries, forgotten }),
  goneOf,
  keyOf: keyOfWording,
  newest: newestWordings,
  stillGone: (forgotten) => forgotten.slice(-mostForgotten),
};
