import * as v from "valibot";
import type { Upgrade } from "../core/book/upgrades";
import type { SecretName, Secrets } from "../core/ports/secrets";
import { createHome, type HomeParts } from "./home";
import { listReader, type StoredShape } from "./stored";

/** The part of VS Code's SecretStorage that is used. It cannot list its keys in every version that we run in. */
export interface SecretKeeper {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

const nameSchema = v.object({ service: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)), account: v.pipe(v.string(), v.minLength(1)) });
/** From each version of the list to the next: the first takes version 1 to 2. */
export const secretNameUpgrades: readonly Upgrade[] = [];
type NameChange = { readonly add: SecretName } | { readonly forget: SecretName };

/**
 * Secrets in the keeper of VS Code, and their names in global state. A name is written before its secret and goes after it,
 * so that no secret is ever kept which nobody could find.
 */
export function createSecrets({ keeper, ...home }: HomeParts & { readonly keeper: SecretKeeper }): Secrets {
  const names = createHome(namesShape, home);
  return {
    get: async (name) => keeper.get(keyOf(name)),
    async set(name, value) {
      const checked = v.parse(nameSchema, name);
      await names.change([{ add: checked }]);
      await keeper.store(keyOf(checked), value);
    },
    async forget(name) {
      await keeper.delete(keyOf(name));
      await names.change([{ forget: name }]);
    },
    names() {
      names.look();
      return names.current();
    },
  };
}

const keyOf = ({ service, account }: SecretName) => `khobor.${service}:${account}`;
const same = (a: SecretName, b: SecretName) => a.service === b.service && a.account === b.account;

const namesShape: StoredShape<readonly SecretName[], NameChange> = {
  key: "khobor.secretNames",
  upgrades: secretNameUpgrades,
  empty: [],
  read: listReader("names", nameSchema, secretNameUpgrades),
  write: (names) => ({ names }),
  apply: (names, changes) =>
    changes
      .reduce<readonly SecretName[]>((all, change) => {
        const name = "add" in change ? change.add : change.forget;
        const others = all.filter((one) => !same(one, name));
        return "add" in change ? [...others, name] : others;
      }, names)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
};
