import type { WordingStore } from "../core/ports";
import { wordingKey, wordingSchema, type Wording } from "../core/work/wordings";
import { createHome, type HomeParts } from "./home";
import { checkedList, type StoredShape } from "./stored";

/** The oldest are forgotten: their work was told long ago. */
const most = 2000;

type Change = { readonly add: Wording } | { readonly forget: Wording };

/** "Say it like this", in global state, so that all windows draft alike. */
export function createWordingStore(parts: HomeParts): WordingStore {
  const home = createHome(shape, parts);
  const current = () => {
    home.look();
    return home.current();
  };
  return {
    all: () => Promise.resolve(current()),
    add: (wordings) => home.change(wordings.map((add) => ({ add }))),
    forget: async (wordings) => {
      if (wordings.length > 0) await home.change(wordings.map((forget) => ({ forget })));
    },
  };
}

const shape: StoredShape<readonly Wording[], Change> = {
  key: "khobor.wordings",
  version: 1,
  empty: [],
  read: (fields) => {
    const { healthy, damaged } = checkedList(fields, "wordings", wordingSchema);
    return { part: healthy, damaged };
  },
  write: (wordings) => ({ wordings }),
  apply: (wordings, changes) => {
    const byKey = new Map(wordings.map((wording) => [wordingKey(wording), wording] as const));
    for (const change of changes) {
      const key = wordingKey("add" in change ? change.add : change.forget);
      byKey.delete(key);
      if ("add" in change) byKey.set(key, change.add);
    }
    return [...byKey.values()].slice(-most);
  },
};
