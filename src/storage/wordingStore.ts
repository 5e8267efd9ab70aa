import { isDeepStrictEqual } from "node:util";
import type { Disposable } from "../core/ports/events";
import type { WordingStore } from "../core/ports/messages";
import { wordingKey, wordingSchema, wordingUpgrades, type Wording } from "../core/work/wordings";
import type { ListChange } from "./listChange";
import { createListFile } from "./listFile";
import { listReader, type StoredShape } from "./stored";
import { createTwoHomes, type TwoHomesParts } from "./twoHomes";
import { newestWordings } from "./wordings";
import { keyOfWording, wordingsFile } from "./wordingsFile";

export interface SharedWordingStore extends WordingStore, Disposable {
  /** Forgets this very wording; `before` is the one that stood in its place. For an import that is undone. */
  takeBack(wording: Wording, before: Wording | undefined): Promise<void>;
}

/** "Say it like this", in a file and in global state, so that all windows draft alike. */
export function createWordingStore(parts: TwoHomesParts): SharedWordingStore {
  const homes = createTwoHomes<Wording>(
    { shape, keyOf: keyOfWording, newest: newestWordings, openFile: (given) => Promise.resolve(createListFile(wordingsFile, given)) },
    parts,
  );
  /** What was said with a clock that was ahead gives way to what is said now. */
  const added = (wording: Wording): readonly ListChange<Wording>[] => [
    ...homes.current().filter((known) => known.at > wording.at && wordingKey(known) === wordingKey(wording)).map((forget) => ({ forget })),
    { add: wording },
  ];
  return {
    async all() {
      await homes.opened();
      return homes.current();
    },
    async add(wordings) {
      await homes.opened();
      await homes.change(wordings.flatMap(added));
    },
    async forget(wordings) {
      if (wordings.length > 0) await homes.change(wordings.map((forget) => ({ forget })));
    },
    takeBack: (wording, before) => homes.change([{ forget: wording }, ...(before ? [{ add: before }] : [])]),
    dispose: () => homes.dispose(),
  };
}

const shape: StoredShape<readonly Wording[], ListChange<Wording>> = {
  key: "khobor.wordings",
  upgrades: wordingUpgrades,
  empty: [],
  read: listReader("wordings", wordingSchema, wordingUpgrades),
  write: (wordings) => ({ wordings }),
  apply: (wordings, changes) => {
    const byKey = new Map(wordings.map((wording) => [wordingKey(wording), wording] as const));
    for (const change of changes) {
      const wording = "add" in change ? change.add : change.forget;
      const key = wordingKey(wording);
      const known = byKey.get(key);
      if ("forget" in change) {
        if (isDeepStrictEqual(known, wording)) byKey.delete(key);
      } else if (known === undefined || wording.at >= known.at) byKey.set(key, wording);
    }
    return newestWordings([...byKey.values()]);
  },
};
