import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { instant } from "../core/book/fields";
import type { Log, NudgeLog } from "../core/ports";
import type { Instant } from "../core/time/types";
import { hasCode, makeFolder, readBounded, writeOnce } from "./files";
import { createHome, type HomeParts } from "./home";
import { checkedList, type StoredShape } from "./stored";

const nudgeSchema = v.object({ id: v.string(), at: instant });
type Nudge = Readonly<v.InferOutput<typeof nudgeSchema>>;

const forgetAfterDays = 60;
/** A claim whose nudge is not in the log after so long was made by a window that did not live to show it. */
const claimHoldsMinutes = 10;
const forgetClaimsAfterMinutes = 2 * 24 * 60;

/**
 * When each owed thing was last nudged for, in global state. Which of several windows may nudge is decided by who makes a
 * file in `folder` first: global state reaches the other windows too late for that.
 */
export function createNudgeLog(parts: HomeParts & { readonly folder: string; readonly log: Pick<Log, "warn"> }): NudgeLog {
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
        await makeFolder(parts.folder);
        await forgetOld(parts.folder, at);
        for (const id of ids) if (await isFirst(parts.folder, `${id}\n${before[id] ?? ""}`, at)) claimed.push(id);
      } catch (error) {
        // Better told in two windows than in none.
        parts.log.warn(`nudges cannot be claimed: ${String(error)}`);
        claimed.splice(0, claimed.length, ...ids);
      }
      if (claimed.length > 0) await home.change(claimed.map((id) => ({ id, at }))).catch((error: unknown) => parts.log.warn(String(error)));
      return claimed;
    },
  };
}

/** All windows know of the same earlier nudge, so those that race for the next one race for the same file. */
async function isFirst(folder: string, what: string, at: Instant): Promise<boolean> {
  const name = createHash("sha256").update(what).digest("hex").slice(0, 40);
  for (let turn = 1; ; turn++) {
    const file = path.join(folder, `${name}-${turn}`);
    try {
      await writeOnce(file, at);
      return true;
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
      if ((await ageInMinutes(file, at)) < claimHoldsMinutes) return false;
    }
  }
}

async function forgetOld(folder: string, at: Instant): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (!name.startsWith(".") && (await ageInMinutes(file, at)) > forgetClaimsAfterMinutes) await rm(file, { force: true });
  }
}

/** Below zero where the clock was set back, and 0 where it was just cleared away: such a claim counts as fresh. */
async function ageInMinutes(file: string, at: Instant): Promise<number> {
  const reading = await readBounded(file, 100);
  if (reading.is === "missing") return 0;
  const made = reading.is === "healthy" ? Date.parse(reading.value) : Number.NaN;
  return Number.isNaN(made) ? Number.POSITIVE_INFINITY : (Date.parse(at) - made) / 60_000;
}

function nudgesShape(now: () => Instant): StoredShape<readonly Nudge[], Nudge> {
  const pruned = (nudges: readonly Nudge[]): readonly Nudge[] => {
    const oldest = new Date(Date.parse(now()) - forgetAfterDays * 86_400_000).toISOString();
    const newest = new Map<string, Nudge>();
    for (const nudge of nudges) {
      if (nudge.at >= oldest && nudge.at >= (newest.get(nudge.id)?.at ?? "")) newest.set(nudge.id, nudge);
    }
    return [...newest.values()];
  };
  return {
    key: "khobor.nudges",
    version: 1,
    empty: [],
    read: (fields) => {
      const { healthy, damaged } = checkedList(fields, "nudges", nudgeSchema);
      return { part: pruned(healthy), damaged };
    },
    write: (nudges) => ({ nudges }),
    apply: (nudges, added) => pruned([...nudges, ...added]),
  };
}
