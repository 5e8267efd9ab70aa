import { revised, type Revision } from "../../book/changes";
import type { Id } from "../../book/fields";
import { recordById } from "../../book/queries";
import type { Need } from "./kind";

type Keep = NonNullable<Need["keep"]>;

/** Keeps an answer in a field of a note, a milestone or a project, as it is when it is answered. */
const keepIn =
  <K extends "note" | "milestone" | "project">(kind: K) =>
  (id: Id) =>
  (field: keyof Revision<K>): Keep =>
  (answer, book, stamp) => {
    const record = recordById(book, kind, id);
    return record ? [revised(kind, record, { [field]: answer } as Revision<K>, stamp)] : [];
  };

export const keepInNote = keepIn("note");
export const keepInMilestone = keepIn("milestone");
