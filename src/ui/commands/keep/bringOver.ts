import { bringOver, findAgain, type FoundClient } from "../../../flows/recoverBook";
import type { Text } from "../../../core/say";
import { dateIn } from "../../../core/time/zoned";
import type { Choice } from "../../prompts/screen";
import { here } from "../book/deps";
import { sayUndone } from "../book/keep";
import type { KeepDeps } from "./deps";

/** Looks when asked to, and says so when there is nothing. */
export async function findMyNotes(deps: KeepDeps): Promise<void> {
  if (!deps.trust.isTrusted()) deps.messages.inform({ id: "draft.needsTrust" });
  else if (!(await offer(deps))) deps.messages.inform({ id: "found.none" });
}

/**
 * "Your notes for Acme are here: bring them over". Nothing is taken by itself; where only the first commits agree, it is a
 * question with all candidates in it.
 * @returns whether there was anything to offer
 */
export async function offer(deps: KeepDeps): Promise<boolean> {
  const found = await findAgain(deps);
  const sure = found.filter(({ by }) => by === "remotes");
  const offered = sure.length > 0 ? sure : found;
  const [first] = offered;
  if (!first) return false;
  const choose = () => chooseAndBring(found, sure, deps);
  if (found.length === 1)
    deps.messages.inform(
      { id: first.by === "remotes" ? "found.sure" : "found.perhaps", values: { name: first.part.client.name, contents: contentsText(first, deps) } },
      { label: { id: "found.bring" }, run: () => bring([first], deps) },
      { label: { id: "found.notNow" }, run: () => undefined },
    );
  else
    deps.messages.inform(
      { id: sure.length > 0 ? "found.several" : "found.perhapsSeveral", values: { names: namesOf(offered), count: offered.length } },
      { label: { id: "found.choose" }, run: choose },
      { label: { id: "found.notNow" }, run: () => undefined },
    );
  return true;
}

async function chooseAndBring(found: readonly FoundClient[], ticked: readonly FoundClient[], deps: KeepDeps): Promise<void> {
  const { say, screen } = deps;
  const reply = await screen.pickMany<FoundClient>(
    {
      placeholder: say("found.pick"),
      choices: found.map((value): Choice<FoundClient> => ({
        label: value.part.client.name,
        description: value.by === "remotes" ? say("found.byRemote") : say("found.byRoots"),
        detail: say(contentsText(value, deps)),
        icon: "person",
        value,
      })),
      picked: () => ticked,
    },
    { title: say("found.title"), keepOpen: true },
  );
  if (reply.how === "answered" && reply.value.picked.length > 0) await bring(reply.value.picked, deps);
}

async function bring(found: readonly FoundClient[], deps: KeepDeps): Promise<void> {
  const { messages, undoing } = deps;
  const ids = found.map(({ part }) => part.client.id);
  const names = namesOf(found);
  await bringOver(found, deps);
  const did = { id: "did.bringOver", values: { names } } as const;
  const undo = await undoing.change(did, [], () => deps.known.leaveHere(ids));
  messages.inform({ id: "found.done", values: { names } }, { label: { id: "message.undo" }, run: async () => sayUndone(deps, did, await undo()) });
}

const namesOf = (found: readonly FoundClient[]): string => found.map(({ part }) => part.client.name).join(", ");

/** "3 milestones, 14 notes, last changed Fri 20 Nov": what there is none of is not counted. */
function contentsText({ contents }: FoundClient, { say, ...deps }: Pick<KeepDeps, "book" | "clock" | "say">): Text {
  const { now, zone } = here(deps);
  const on = { time: "day", on: dateIn(contents.changedAt, zone), today: dateIn(now, zone) } as const;
  const counted = (["milestones", "notes", "messages"] as const).filter((what) => contents[what] > 0);
  return { id: "found.contents", values: { what: [...counted.map((what) => say(`found.${what}`, { count: contents[what] })), say("found.changed", { on })].join(", ") } };
}
