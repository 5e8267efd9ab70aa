import { isDeepStrictEqual } from "node:util";
import type { WordingStore } from "../core/ports/messages";
import { wordingKey, wordingSchema, wordingUpgrades, type Wording } from "../core/work/wordings";
import { createHome, type HomeParts } from "./home";
import { listReader, type StoredShape } from "./stored";

/** The oldest are forgotten: their work was told long ago. */
const most = 2000;

type Change = { readonly add: Wording } | { readonly forget: Wording };

export interface MementoWordingStore extends WordingStore {
  /** Forgets this very wording; `before` is the one that stood in its place. For an import that is undone. */
  takeBack(wording: Wording, before: Wording | undefined): Promise<void>;
}

/** "Say it like this", in global state, so that all windows draft alike. */
export function createWordingStore(parts: HomeParts): MementoWordingStore {
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
    takeBack: (wording, before) => home.change([{ forget: wording }, ...(before ? [{ add: before }] : [])]),
  };
}

const shape: StoredShape<readonly Wording[], Change> = {
  key: "khobor.wordings",
  upgrades: wordingUpgrades,
  empty: [],
  read: listReader("wordings", wordingSchema, wordingUpgrades),
  write: (wordings) => ({ wordings }),
  apply: (wordings, changes) => {
    const byKey = new Map(wordings.map((wording) => [wordingKey(wording), wording] as const));
    for (const change of changes) {
      const key = wordingKey("add" in change ? change.add : change.forget);
      if ("add" in change || isDeepStrictEqual(byKey.get(key), change.forget)) byKey.delete(key);
      if ("add" in change) byKey.set(key, change.add);
    }
    return [...byKey.values()].slice(-most);
  },
};
