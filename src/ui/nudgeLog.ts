import * as v from "valibot";
import { instant } from "../core/book/fields";
import type { NudgeLog } from "../core/ports";
import { later } from "../core/time/zoned";

/** The part of the global state that is used: what one window writes, the others come to see. */
export interface SharedState {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}
export interface NudgeLogDeps {
  readonly state: SharedState;
  /** Names this window among the others; of no meaning after it is closed. */
  readonly window: string;
  readonly hasFocus: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
}

const KEY = "khobor.nudges";
/** Windows wake up at the same moment. The one that the user looks at goes first. */
const OTHERS_WAIT_MS = 3000;
/** How long a write takes at most to be seen in the other windows; the last one to write has the claim. */
const SEEN_AFTER_MS = 1000;
/** A claim this young is one for the same nudge; an older one is for an earlier nudge, which the caller knows of. */
const SAME_NUDGE_MINUTES = 30;
const KEPT_DAYS = 60;

const claim = v.object({ at: instant, by: v.string() });
type Claims = Readonly<Record<string, v.InferOutput<typeof claim>>>;

/** The nudges that were made, in the global state. A damaged entry is forgotten: at worst one nudge comes twice. */
export function createNudgeLog({ state, window, hasFocus, wait }: NudgeLogDeps): NudgeLog {
  const read = (): Claims => {
    const raw = state.get(KEY);
    if (typeof raw !== "object" || raw === null) return {};
    return Object.fromEntries(
      Object.entries(raw).flatMap(([id, value]) => {
        const parsed = v.safeParse(claim, value);
        return parsed.success ? [[id, parsed.output] as const] : [];
      }),
    );
  };
  return {
    last: () => Object.fromEntries(Object.entries(read()).map(([id, { at }]) => [id, at])),
    claim: async (ids, at) => {
      if (!hasFocus()) await wait(OTHERS_WAIT_MS);
      const claims = read();
      const young = later(at, -SAME_NUDGE_MINUTES);
      const free = ids.filter((id) => (claims[id]?.at ?? "") < young);
      if (free.length === 0) return [];
      const oldest = later(at, -KEPT_DAYS * 24 * 60);
      const kept = Object.entries(claims).filter(([, known]) => known.at >= oldest);
      await state.update(KEY, { ...Object.fromEntries(kept), ...Object.fromEntries(free.map((id) => [id, { at, by: window }])) });
      await wait(SEEN_AFTER_MS);
      const seen = read();
      return free.filter((id) => seen[id]?.by === window);
    },
  };
}
