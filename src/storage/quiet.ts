import type { Quiet } from "../core/ports";
import { parseInstant } from "../core/time/zoned";
import type { Memento } from "./memento";

const UNTIL = "khobor.quietUntil";
const EXPLAINED = "khobor.nudgesExplained";

/** In global state, which all windows share. Two small values that nobody misses when they are lost. */
export function createQuiet(memento: Memento): Quiet {
  return {
    until() {
      const kept = memento.get(UNTIL);
      return typeof kept === "string" ? parseInstant(kept) : undefined;
    },
    set: (until) => Promise.resolve(memento.update(UNTIL, until)),
    isExplained: () => memento.get(EXPLAINED) === true,
    explained: () => Promise.resolve(memento.update(EXPLAINED, true)),
  };
}
