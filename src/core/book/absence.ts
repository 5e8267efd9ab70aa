import * as v from "valibot";
import { instant, lines, plainDate, recordBase, words } from "./fields";

export const absenceSchema = v.object({
  ...recordBase,
  from: plainDate,
  /** The last day away. */
  to: plainDate,
  reason: v.exactOptional(words),
  tentative: v.exactOptional(v.boolean()),
  /** The last moment at which I still work. Absent: the end of the last working day before it. */
  lastMoment: v.exactOptional(instant),
  finishedBefore: lines,
  waits: lines,
});
export type Absence = Readonly<v.InferOutput<typeof absenceSchema>>;
