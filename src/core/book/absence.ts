import * as v from "valibot";
import { plainDate, recordBase, words } from "./fields";

export const absenceSchema = v.object({
  ...recordBase,
  from: plainDate,
  /** The last day away. */
  to: plainDate,
  reason: v.exactOptional(words),
  tentative: v.exactOptional(v.boolean()),
});
export type Absence = Readonly<v.InferOutput<typeof absenceSchema>>;
