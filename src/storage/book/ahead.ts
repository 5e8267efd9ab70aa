import type { Id } from "../../core/book/fields";
import { newId } from "../newId";
import type { BookFile } from "./bookFile";
import { taken, type Step } from "./content";
import type { Kept } from "./kept";
import type { Owner } from "./owners";
import { forgetPending, readPending, writePending, type Pending } from "./pending";

/** Changes over several files, which are written down before the first of them and forgotten after the last. */
export interface Ahead {
  /** Writes down what these files are to take in together. */
  write(owners: readonly Owner[], groups: ReadonlyMap<Owner | undefined, readonly Step[]>): Promise<Id>;
  /** Does what a crash has left undone, also of another window, and in the files of clients that are not of this workspace. */
  complete(): Promise<void>;
  /** Forgets those of which no step is late any more. */
  forget(): Promise<void>;
}

export function createAhead(folder: string, kept: ReadonlyMap<Owner, Kept>, openFile: (owner: Owner) => BookFile, warn: (error: unknown) => void): Ahead {
  /** Those that are written down and perhaps not whole. */
  const ahead = new Set<Id>();
  const warned = new Set<string>();
  const warnOnce = (detail: string): void => {
    if (!warned.has(detail)) warn(detail);
    warned.add(detail);
  };

  async function completeOne(pending: Pending): Promise<void> {
    ahead.add(pending.id);
    for (const [owner, steps] of pending.files) {
      const one = kept.get(owner);
      if (one !== undefined) one.late = [...one.late.filter(({ lateId }) => lateId !== pending.id), ...steps];
      else {
        const file = openFile(owner);
        await file.change((content) => taken(content, steps));
        if (file.isNewer()) ahead.delete(pending.id);
      }
    }
  }

  return {
    /** A disk that refuses even this refuses the files, too, and the steps are late then. */
    async write(owners, groups) {
      const id = newId();
      ahead.add(id);
      await writePending(folder, { id, files: new Map(owners.map((owner) => [owner, groups.get(owner) ?? []])) }).catch(warn);
      return id;
    },
    async complete() {
      const pending = await readPending(folder, warnOnce).catch((error: unknown) => (warnOnce(String(error)), []));
      // What is not whole of this window's own is late, and tried again with that.
      for (const one of pending.filter(({ id }) => !ahead.has(id))) {
        await completeOne(one).catch((error: unknown) => (warn(error), ahead.delete(one.id)));
      }
    },
    async forget() {
      const late = new Set(ahead.size === 0 ? [] : [...kept.values()].flatMap((one) => one.late.map(({ lateId }) => lateId)));
      for (const id of ahead) if (!late.has(id)) await forgetPending(folder, id).then(() => ahead.delete(id), warn);
    },
  };
}
