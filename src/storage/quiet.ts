import * as v from "valibot";
import { instant } from "../core/book/fields";
import type { Upgrade } from "../core/book/upgrades";
import type { Disposable } from "../core/ports/events";
import type { Quiet } from "../core/ports/nudges";
import { createHome, type HomeParts } from "./home";
import { listReader, type StoredShape } from "./stored";

const saidSchema = v.variant("what", [
  /** Without a time: messages are wanted again. */
  v.object({ what: v.literal("quiet"), until: v.exactOptional(instant) }),
  v.object({ what: v.literal("explained") }),
]);
/** From each version to the next: the first takes version 1 to 2. */
export const quietUpgrades: readonly Upgrade[] = [];
type Said = Readonly<v.InferOutput<typeof saidSchema>>;

const shape: StoredShape<readonly Said[], Said> = {
  key: "khobor.quiet",
  upgrades: quietUpgrades,
  empty: [],
  read: listReader("said", saidSchema, quietUpgrades),
  write: (said) => ({ said }),
  apply: (before, now) => [...new Map([...before, ...now].map((each) => [each.what, each])).values()],
};

/** In global state, which all windows share. */
export function createQuiet(parts: HomeParts): Quiet & Disposable {
  const home = createHome(shape, parts);
  const said = <What extends Said["what"]>(what: What) => {
    home.look();
    return home.current().find((each): each is Extract<Said, { what: What }> => each.what === what);
  };
  return {
    until: () => said("quiet")?.until,
    set: (until) => home.change([{ what: "quiet", ...(until !== undefined && { until }) }]),
    isExplained: () => said("explained") !== undefined,
    explained: () => home.change([{ what: "explained" }]),
    dispose: () => home.dispose(),
  };
}
