import { inverse } from "../../core/book/changes";
import { StorageProblem } from "../../core/ports/book";
import { newId } from "../newId";
import type { BookFile } from "./bookFile";
import { emptyContent, taken, type AnyRecord, type Content, type Step } from "./content";
import { unitedWithCopy } from "./united";

/** A file with what this window knows beyond it. */
export interface Kept {
  readonly file: BookFile;
  /** Steps that the file has not taken in yet. */
  late: readonly Step[];
  /** Records that stood in the copy and are perhaps missing in the file. */
  copy: Content;
  /** The file's content with these. */
  shown: Content;
  /** Its copy is from a newer version: that is what is shown, and nothing is read or written. */
  frozen?: boolean;
}

export const newKept = (file: BookFile): Kept => ({ file, late: [], copy: emptyContent, shown: emptyContent });

/** Brings the file up to what this window knows. Rejects as the file does: what it did not take in is late then. */
export async function keep(one: Kept): Promise<void> {
  if (one.frozen) return;
  const late = one.late;
  const next = (content: Content) => unitedWithCopy(taken(content, late), one.copy);
  try {
    await one.file.look();
    if (!one.file.isNewer() && next(one.file.content()) !== one.file.content()) await one.file.change(next);
    if (!one.file.isNewer()) {
      one.late = [];
      one.copy = emptyContent;
    }
    one.shown = one.file.content();
  } catch (error) {
    one.late = late.map((step) => ({ ...step, lateId: step.lateId ?? newId() }));
    one.shown = next(one.file.content());
    throw error;
  }
}

/**
 * Takes steps back that this file was asked to take in, whether it has done so or not: another file that they belong
 * together with turned out to be of a newer version. @param before what the file held then
 */
export async function takeBack(one: Kept, steps: readonly Step[], before: Content): Promise<void> {
  const changes = new Set(steps.map(({ change }) => change));
  const isLate = one.late.some(({ change }) => changes.has(change));
  one.late = one.late.filter(({ change }) => !changes.has(change));
  one.shown = taken(one.file.content(), one.late);
  if (isLate || one.file.isNewer()) return;
  const back = inverse(before.part, steps.map(({ change }) => change)).map((change): Step => ({ change, was: madeOf(change, one.shown) }));
  await one.file.change((content) => taken(content, back));
  one.shown = one.file.content();
}

/** What taking back is made from: that which stands. */
function madeOf(change: Step["change"], { part }: Content): Step["was"] {
  if (change.op === "me") return part.me;
  const id = change.op === "put" ? change.record.id : change.id;
  return (part[change.kind] as readonly AnyRecord[]).find((record) => record.id === id);
}

/** Changes what waits beside the records, in the file at once. */
export async function changeWaiting(one: Kept, change: (content: Content) => Content): Promise<void> {
  if (one.file.isNewer()) throw newer();
  try {
    await one.file.change(change);
  } catch (error) {
    throw new StorageProblem({ id: "storage.notKept" }, String(error), { cause: error });
  }
  one.shown = one.file.content();
}

export const newer = () => new StorageProblem({ id: "storage.newer" }, "a file of the book is from a newer version");
