import type { BookChange } from "../../../core/book/book";
import { equal } from "../../../core/book/equal";
import type { Me } from "../../../core/book/me";
import { recordById } from "../../../core/book/queries";
import type { Conflict } from "../../../core/ports/book";
import type { CommandId } from "../../commandIds";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { sayUndone } from "../book/keep";
import type { KeepDeps } from "./deps";
import { nameOfRecord } from "./importBook";
import { pageOfRecord } from "./recordPage";

/** Shows both versions of a record that was changed in two places, side by side, and asks which one stays. */
export async function resolveConflicts(deps: KeepDeps): Promise<void> {
  const { say, screen, messages, pages } = deps;
  const conflicts = await deps.conflicts.all();
  const [first] = conflicts;
  if (!first) {
    messages.inform({ id: "conflicts.none" });
    return;
  }
  const title = say("conflicts.title");
  const conflict =
    conflicts.length === 1
      ? first
      : await askInSteps(screen, { title }, (ask) =>
          ask.pick<Conflict>("conflict", { placeholder: say("conflicts.which"), choices: conflicts.map((value) => ({ label: entryOf(value, deps), icon: "git-compare", value })) }),
        );
  const name = nameIn(conflict, deps);
  const removed = conflict.removed === true;
  await pages.compare(
    say("conflicts.compare", { name }),
    { name: `${say("conflicts.left")}.json`, text: pageOfRecord(conflict.kept) },
    { name: `${say("conflicts.right")}.json`, text: removed ? "" : pageOfRecord(conflict.other) },
  );
  const when = (record: Conflict["kept"]) => ("changedAt" in record ? say("conflicts.changed", { when: { time: "moment", at: record.changedAt, ...here(deps) } }) : "");
  const reply = await screen.pick<"kept" | "other" | "later">(
    {
      placeholder: say(removed ? "conflicts.pickRemoved" : "conflicts.pick", { name }),
      choices: [
        { label: say(removed ? "conflicts.keep" : "conflicts.keepLeft"), description: when(conflict.kept), icon: "arrow-left", value: "kept" },
        removed
          ? { label: say("conflicts.remove"), icon: "trash", value: "other" }
          : { label: say("conflicts.keepRight"), description: when(conflict.other), icon: "arrow-right", value: "other" },
        { label: say("conflicts.later"), icon: "clock", value: "later" },
      ],
    },
    { title, keepOpen: true },
  );
  if (reply.how !== "answered" || reply.value === undefined || reply.value === "later") return;
  const did = { id: "did.resolve", values: { name } } as const;
  const changes = reply.value === "other" ? taking(conflict, deps) : keeping(conflict, deps);
  // Taken back, it is a question again: nowhere else is the version that was not chosen.
  const undo = await deps.undoing.change(did, changes, () => deps.conflicts.add([conflict]));
  await deps.conflicts.settle(conflict);
  messages.inform({ id: "conflicts.done", values: { name } }, { label: { id: "message.undo" }, run: async () => sayUndone(deps, did, await undo()) });
}

const nameIn = (conflict: Conflict, { say }: Pick<KeepDeps, "say">): string => (conflict.kind === "me" ? say("import.kind.me") : nameOfRecord(conflict.kept));
const entryOf = (conflict: Conflict, { say }: Pick<KeepDeps, "say">): string =>
  conflict.kind === "me" ? say("import.kind.me") : say(`import.kind.${conflict.kind}`, { name: nameOfRecord(conflict.kept) });

/** What was chosen comes after both: an import of the other one again is no question any more. */
function keeping(conflict: Conflict, deps: KeepDeps): readonly BookChange[] {
  if (conflict.kind === "me" || conflict.removed) return [];
  const now = recordById(deps.book.current(), conflict.kind, conflict.id);
  if (!now) return [];
  return [{ op: "put", kind: conflict.kind, record: { ...now, rev: Math.max(now.rev, conflict.other.rev) + 1, changedAt: here(deps).now } } as BookChange];
}

function taking(conflict: Conflict, deps: KeepDeps): readonly BookChange[] {
  const book = deps.book.current();
  if (conflict.kind === "me") {
    // Only what differs was asked about: other fields may have changed since.
    const fields = [...new Set([...Object.keys(conflict.kept), ...Object.keys(conflict.other)])] as (keyof Me)[];
    const taken = fields.filter((name) => !equal(conflict.kept[name], conflict.other[name])).map((name) => [name, conflict.other[name]] as const);
    const me: Partial<Record<keyof Me, unknown>> = { ...book.me, ...Object.fromEntries(taken) };
    return [{ op: "me", me: Object.fromEntries(Object.entries(me).filter(([, value]) => value !== undefined)) as Me }];
  }
  const { kind, kept, other, removed } = conflict;
  const now = recordById(book, kind, kept.id);
  if (removed) return now === undefined ? [] : [{ op: "remove", kind, id: kept.id }];
  const rev = Math.max(now?.rev ?? 0, kept.rev, other.rev) + 1;
  return [{ op: "put", kind, record: { ...other, rev, changedAt: here(deps).now } } as BookChange];
}

/** One message for all that is new since the last one. */
export function conflictTeller({ conflicts, messages, commands, log }: KeepDeps): () => Promise<void> {
  const told = new Set<string>();
  return async () => {
    const keyOf = ({ kind, other, removed }: Conflict) => JSON.stringify([kind, other, removed]);
    const fresh = (await conflicts.all()).filter((conflict) => !told.has(keyOf(conflict)));
    if (fresh.length === 0) return;
    for (const conflict of fresh) told.add(keyOf(conflict));
    log.info(`${fresh.length} entries were changed in two places`);
    messages.inform(
      { id: "conflicts.found", values: { count: fresh.length } },
      { label: { id: "conflicts.show" }, run: () => commands.executeCommand("khobor.resolveConflicts" satisfies CommandId) },
    );
  };
}
