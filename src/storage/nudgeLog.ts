import * as v from "valibot";
import { instant } from "../core/book/fields";
import type { Upgrade } from "../core/book/upgrades";
import type { Disposable } from "../core/ports/events";
import type { NudgeLog } from "../core/ports/nudges";
import type { Log } from "../core/ports/user";
import { latestTrue } from "../core/time/ahead";
import type { Instant } from "../core/time/types";
import { createHome, type HomeParts } from "./home";
import { listReader, type StoredShape } from "./stored";

const nudgeSchema = v.object({ id: v.string(), at: instant });
/** From each version of the log to the next: the first takes version 1 to 2. */
export const nudgeUpgrades: readonly Upgrade[] = [];
const readList = listReader("nudges", nudgeSchema, nudgeUpgrades);
type Nudge = Readonly<v.InferOutput<typeof nudgeSchema>>;

const forgetAfterDays = 60;

/**
 * When each owed thing was last nudged for, in global state. Which of several windows may nudge is decided by who makes a
 * file in `folder` first: global state reaches the other windows too late for that.
 */
export function createNudgeLog(parts: HomeParts & { readonly folder: string; readonly log: Pick<Log, "warn"> }): NudgeLog & Disposable {
  const home = createHome(nudgesShape(() => parts.clock.now()), parts);
  const last = (): Readonly<Record<string, Instant>> => {
    home.look();
    return Object.fromEntries(home.current().map(({ id, at }) => [id, at]));
  };
  return {
    last,
    async claim(ids, at) {
      const before = last();
      const claimed: string[] = [];
      try {
        const { claimOf } = await import("./nudgeClaims");
        const isFirst = await claimOf(parts.folder, at);
        // First the message itself: windows that claim at the same moment would else share out what one message names.
        const newest = Object.values(before).reduce((a, b) => (a > b ? a : b), "");
        if (!(await isFirst(`message\n${newest}`))) return [];
        for (const id of ids) if (await isFirst(`${id}\n${before[id] ?? ""}`)) claimed.push(id);
      } catch (error) {
        // Better told in two windows than in none.
        parts.log.warn(`nudges cannot be claimed: ${String(error)}`);
        claimed.splice(0, claimed.length, ...ids);
      }
      if (claimed.length > 0) await home.change(claimed.map((id) => ({ id, at }))).catch((error: unknown) => parts.log.warn(String(error)));
      return claimed;
    },
    dispose: () => home.dispose(),
  };
}

function nudgesShape(now: () => Instant): StoredShape<readonly Nudge[], Nudge> {
  const pruned = (nudges: readonly Nudge[]): readonly Nudge[] => {
    const oldest = new Date(Date.parse(now()) - forgetAfterDays * 86_400_000).toISOString();
    const latest = latestTrue(now());
    const newest = new Map<string, Nudge>();
    for (const nudge of nudges) {
      if (nudge.at >= oldest && nudge.at <= latest && nudge.at >= (newest.get(nudge.id)?.at ?? "")) newest.set(nudge.id, nudge);
    }
    return [...newest.values()];
  };
  return {
    key: "khobor.nudges",
    upgrades: nudgeUpgrades,
    empty: [],
    read: (fields, version) => {
      const { part, damaged } = readList(fields, version);
      return { part: pruned(part), damaged };
    },
    write: (nudges) => ({ nudges }),
    apply: (nudges, added) => pruned([...nudges, ...added]),
  };
}
