import * as v from "valibot";
import { id, type Id } from "../core/book/fields";
import type { Upgrade } from "../core/book/upgrades";
import { createEmitter, type Emitter } from "../core/emitter";
import type { LocalPaths } from "../core/ports/book";
import type { Disposable, Event } from "../core/ports/events";
import type { Log } from "../core/ports/user";
import { createHome, type HomeParts } from "./home";
import { listReader, type StoredShape } from "./stored";

const placeSchema = v.object({ machine: v.string(), scopeId: id, path: v.pipe(v.string(), v.minLength(1)) });
/** From each version of the list to the next: the first takes version 1 to 2. */
export const placeUpgrades: readonly Upgrade[] = [];
type Place = Readonly<v.InferOutput<typeof placeSchema>>;

/**
 * Where repositories lie, in global state. Windows over SSH and in containers share that state with local ones, so each
 * machine, known by its host name, has places of its own.
 */
export function createLocalPaths(
  parts: HomeParts & { readonly machine: string; readonly log: Pick<Log, "error"> },
): LocalPaths & Disposable & { readonly onDidChange: Event<void> } {
  const home = createHome(placesShape, parts);
  const changed: Emitter<void> = createEmitter((error) => parts.log.error("a listener of the local paths failed", error));
  const current = (): Readonly<Record<Id, string>> => {
    home.look();
    const here = home.current().filter(({ machine }) => machine === parts.machine);
    return Object.fromEntries(here.map(({ scopeId, path }) => [scopeId, path]));
  };
  return {
    current,
    async set(scopeId, path) {
      if (current()[scopeId] === path) return;
      await home.change([v.parse(placeSchema, { machine: parts.machine, scopeId, path })]);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose() {
      home.dispose();
      changed.dispose();
    },
  };
}

const placesShape: StoredShape<readonly Place[], Place> = {
  key: "khobor.localPaths",
  upgrades: placeUpgrades,
  empty: [],
  read: listReader("places", placeSchema, placeUpgrades),
  write: (places) => ({ places }),
  apply: (places, set) =>
    set.reduce((all, place) => [...all.filter((one) => one.machine !== place.machine || one.scopeId !== place.scopeId), place], places),
};
