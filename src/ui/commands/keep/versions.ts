import { clientParts, type ClientPart } from "../../../core/book/clientPart";
import { goBack } from "../../../core/book/goBack";
import type { Versions } from "../../../core/ports";
import type { Instant } from "../../../core/time/types";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { keepAndSay } from "../book/keep";
import { whichClient } from "../book/which";
import { nodeArgument } from "../nodeArgument";
import type { KeepDeps } from "./deps";
import { pageOfPart } from "./recordPage";

interface Earlier {
  readonly at: Instant;
  readonly part: ClientPart;
  readonly differences: number;
}

/** An earlier version of a client beside what there is now, and the way back to it. */
export async function showVersions(argument: unknown, deps: KeepDeps): Promise<void> {
  const { say, screen, messages, pages } = deps;
  const title = say("versions.title");
  const client = await askInSteps(screen, { title }, (ask) => whichClient(ask, deps, { node: nodeArgument(argument) }));
  // In this order: once the files are open, this window's book is whole.
  const versions = await deps.versions.list(client.id);
  const now = clientParts(deps.book.current()).find((part) => part.client.id === client.id);
  if (!now) return;
  const earlier = await differing(now, versions, deps);
  if (earlier.length === 0) {
    messages.inform({ id: "versions.none", values: { name: client.name } });
    return;
  }
  const moment = (at: Instant) => say("versions.at", { when: { time: "moment", at, ...here(deps) } });
  const version = await askInSteps(screen, { title }, (ask) =>
    ask.pick<Earlier>("version", {
      placeholder: say("versions.pick", { name: client.name }),
      choices: earlier.map((value): Choice<Earlier> => ({ label: moment(value.at), description: say("versions.differences", { count: value.differences }), icon: "history", value })),
    }),
  );
  const when = moment(version.at);
  await pages.compare(
    say("versions.compare", { name: client.name, when }),
    { name: `${client.name} (${when}).json`, text: pageOfPart(version.part) },
    { name: `${client.name}.json`, text: pageOfPart(now) },
  );
  const frame = { title: say("versions.compare", { name: client.name, when }), keepOpen: true };
  const reply = await screen.pick(
    {
      placeholder: say("versions.sure"),
      choices: [
        { label: say("versions.goBack", { when }), description: say("versions.goBack.what"), icon: "history", value: true },
        { label: say("versions.stay"), icon: "check", value: false },
      ],
    },
    frame,
  );
  if (reply.how !== "answered" || reply.value !== true) return;
  // What was changed while the two were looked at is part of what is gone back from.
  const current = clientParts(deps.book.current()).find((part) => part.client.id === client.id) ?? now;
  const values = { name: client.name, when };
  await keepAndSay(deps, { id: "did.goBack", values }, goBack(current, version.part, here(deps)), { id: "versions.done", values });
}

/** The versions that differ from now, newest first; of equal ones in a row, the newest. */
async function differing(now: ClientPart, versions: Awaited<ReturnType<Versions["list"]>>, deps: KeepDeps): Promise<readonly Earlier[]> {
  const found: Earlier[] = [];
  let last: ClientPart = now;
  for (const { id, at } of versions) {
    const part = await deps.versions.read(now.client.id, id);
    if (!part || goBack(last, part, here(deps)).length === 0) continue;
    last = part;
    const differences = goBack(now, part, here(deps)).length;
    if (differences > 0) found.push({ at, part, differences });
  }
  return found;
}
