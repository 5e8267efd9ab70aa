import type { ToldCommit } from "../book/sentRecord";
import type { CommitRef, Standing } from "../work/commit";
import type { DraftItem, Provenance } from "./draft";
import { isHousekeeping } from "./inShort";
import { decidesAll } from "./provenance";
import { isStillThere, traceLines } from "./trace";

/** The items whose lines are gone from the text. */
export function missingItems(provenance: Provenance, text: string): readonly DraftItem[] {
  const told = new Set([...traceLines(provenance, text).values()].flat());
  return provenance.items.filter((item) => !told.has(item.id));
}

type How = ToldCommit["how"];
/** A commit behind several lines is told as the one that says most. */
const strength: Readonly<Record<How, number>> = { done: 2, inProgress: 1, leftOut: 0 };
const howTold: Readonly<Record<Standing, How>> = { live: "done", ready: "done", inProgress: "inProgress" };

/**
 * How the text that went out told each commit of the draft. What the closing sentence sums up as housekeeping is told. What was
 * left out, or deleted by hand, is decided as well; but not what rules left out while it was in progress: when it is done, it is
 * judged anew. A line deleted from a message that is no update is left to the next one.
 */
export function toldBy(provenance: Provenance, finalText: string): readonly ToldCommit[] {
  const missing = new Set(missingItems(provenance, finalText).map((item) => item.id));
  const told = new Map<string, ToldCommit>();
  const tell = (commit: CommitRef, how: How) => {
    const key = `${commit.scopeId}\n${commit.hash}`;
    const before = told.get(key);
    if (!before || strength[before.how] < strength[how]) told.set(key, { ...commit, how });
  };
  const decides = decidesAll(provenance.kind);
  for (const item of provenance.items) {
    if (missing.has(item.id) && !decides) continue;
    const how = missing.has(item.id) ? "leftOut" : howTold[item.standing];
    for (const commit of item.commits) tell(commit, how);
  }
  const housekeeping = provenance.housekeeping !== undefined && isStillThere(provenance, provenance.housekeeping, finalText);
  for (const left of provenance.leftOut) if (left.standing !== "inProgress") tell(left.commit, housekeeping && isHousekeeping(left) ? "done" : "leftOut");
  return [...told.values()];
}
