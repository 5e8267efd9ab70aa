import * as v from "valibot";
import type { Upgrade } from "../core/book/upgrades";
import type { Disposable } from "../core/ports/events";
import type { SecretName, Secrets } from "../core/ports/secrets";
import type { ListChange } from "./listChange";
import { createListFile } from "./listFile";
import { inOrder, keyOfSecret, secretNameSchema } from "./secretNames";
import { secretNamesFile } from "./secretNamesFile";
import { listReader, type StoredShape } from "./stored";
import { createTwoHomes, type TwoHomesParts } from "./twoHomes";

/** The part of VS Code's SecretStorage that is used. It cannot list its keys in every version that we run in. */
export interface SecretKeeper {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** From each version of the list to the next: the first takes version 1 to 2. */
export const secretNameUpgrades: readonly Upgrade[] = [];

export interface SharedSecrets extends Secrets, Disposable {
  /** Resolves when the names that other windows gave are known, too. */
  opened(): Promise<void>;
}

/**
 * Secrets in the keeper of VS Code, and their names in a file and in global state. A name is written before its secret and
 * goes after it, so that no secret is ever kept which nobody could find.
 */
export function createSecrets({ keeper, ...parts }: TwoHomesParts & { readonly keeper: SecretKeeper }): SharedSecrets {
  const names = createTwoHomes<SecretName>(
    { shape: namesShape, keyOf: keyOfSecret, newest: inOrder, openFile: (given) => Promise.resolve(createListFile(secretNamesFile, given)) },
    parts,
  );
  return {
    get: async (name) => keeper.get(keyOfSecret(name)),
    async set(name, value) {
      const checked = v.parse(secretNameSchema, name);
      await names.change([{ add: checked }]);
      await keeper.store(keyOfSecret(checked), value);
    },
    async forget(name) {
      await keeper.delete(keyOfSecret(name));
      await names.change([{ forget: { service: name.service, account: name.account } }]);
    },
    names: () => names.current(),
    opened: () => names.opened(),
    dispose: () => names.dispose(),
  };
}

const namesShape: StoredShape<readonly SecretName[], ListChange<SecretName>> = {
  key: "khobor.secretNames",
  upgrades: secretNameUpgrades,
  empty: [],
  read: listReader("names", secretNameSchema, secretNameUpgrades),
  write: (names) => ({ names }),
  apply: (names, changes) =>
    changes.reduce<readonly SecretName[]>(
      (all, change) => ("add" in change ? inOrder([...all, change.add]) : all.filter((one) => keyOfSecret(one) !== keyOfSecret(change.forget))),
      names,
    ),
};
