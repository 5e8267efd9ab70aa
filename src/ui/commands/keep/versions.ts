import type { Book, BookChange } from "../../../core/book/book";
import { clientParts } from "../../../core/book/clientPart";
import { goBack, goBackMine } from "../../../core/book/goBack";
import { recordById } from "../../../core/book/queries";
import { userPart } from "../../../core/book/userPart";
import type { Versions } from "../../../core/ports/book";
import type { Instant } from "../../../core/time/types";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import { here } from "../book/deps";
import { keepAndSay } from "../book/keep";
import { lineageOf } from "../book/lineage";
import { nodeArgument } from "../nodeArgument";
import type { KeepDeps } from "./deps";
import { pageOfMine, pageOfPart } from "./recordPage";

/** Whose versions are looked at: a client's, or the user's own. */
interface Subject<Part> {
  readonly name: string;
  readonly versions: Versions<Part>;
  /** Undefined where it is no more. */
  now(book: Book): Part | undefined;
  back(now: Part, then: Part): readonly BookChange[];
  page(part: Part): string;
}

/** An earlier version of a client, or of one's own details, beside what there is now, and the way back to it. */
export async function showVersions(argument: unknown, deps: KeepDeps): Promise<void> {
  const { say, screen, book } = deps;
  const { client } = lineageOf(book.current(), nodeArgument(argument));
  // Also those that were archived, the others first.
  const clients = client ? [client] : book.current().client.toSorted((a, b) => Number(a.archivedAt !== undefined) - Number(b.archivedAt !== undefined));
  const whose =
    client?.id ??
    (await askInSteps(screen, { title: say("versions.title") }, (ask) =>
      ask.pick<string | typeof mine>("whose", {
        placeholder: say("versions.whose"),
        choices: [
          ...clients.map(({ id, name, archivedAt }): Choice<string> => ({ label: name, ...(archivedAt !== undefined && { description: say("versions.archived") }), icon: "person", value: id })),
          { label: say("versions.mine"), description: say("versions.mine.what"), icon: "account", value: mine },
        ],
      }),
    ));
  if (whose === mine) await show(mySubject(deps), deps);
  else await show(clientSubject(whose, deps), deps);
}
const mine = Symbol("the user's own");

function clientSubject(id: string, { book, versions, clock }: KeepDeps): Subject<ReturnType<typeof clientParts>[number]> {
  return {
    name: recordById(book.current(), "client", id)?.name ?? id,
    versions: versions.client(id),
    now: (current) => clientParts(current).find((part) => part.client.id === id),
    back: (now, then) => goBack(now, then, { now: clock.now() }),
    page: pageOfPart,
  };
}

const mySubject = ({ say, versions, clock }: KeepDeps): Subject<ReturnType<typeof userPart>> => ({
  name: say("versions.mine"),
  versions: versions.mine,
  now: userPart,
  back: (now, then) => goBackMine(now, then, { now: clock.now() }),
  page: pageOfMine,
});

async function show<Part>(subject: Subject<Part>, deps: KeepDeps): Promise<void> {
  const { say, screen, messages, pages, book } = deps;
  const { name } = subject;
  // In this order: once the files are open, this window's book is whole.
  const versions = await subject.versions.list();
  const now = subject.now(book.current());
  if (now === undefined) return;
  const earlier = await differing(subject, now, versions);
  if (earlier.length === 0) {
    messages.inform({ id: "versions.none", values: { name } });
    return;
  }
  const moment = (at: Instant) => say("versions.at", { when: { time: "moment", at, ...here(deps) } });
  const version = await askInSteps(screen, { title: say("versions.title") }, (ask) =>
    ask.pick<Earlier<Part>>("version", {
      placeholder: say("versions.pick", { name }),
      choices: earlier.map((value): Choice<Earlier<Part>> => ({ label: moment(value.at), description: say("versions.differences", { count: value.differences }), icon: "history", value })),
    }),
  );
  const when = moment(version.at);
  const title = say("versions.compare", { name, when });
  await pages.compare(title, { name: `${name} (${when}).json`, text: subject.page(version.part) }, { name: `${name}.json`, text: subject.page(now) });
  const reply = await screen.pick(
    {
      placeholder: say("versions.sure"),
      choices: [
        { label: say("versions.goBack", { when }), description: say("versions.goBack.what"), icon: "history", value: true },
        { label: say("versions.stay"), icon: "check", value: false },
      ],
    },
    { title, keepOpen: true },
  );
  if (reply.how !== "answered" || reply.value !== true) return;
  // What was changed while the two were looked at is part of what is gone back from.
  const current = subject.now(book.current()) ?? now;
  const values = { name, when };
  await keepAndSay(deps, { id: "did.goBack", values }, subject.back(current, version.part), { id: "versions.done", values });
}

interface Earlier<Part> {
  readonly at: Instant;
  readonly part: Part;
  readonly differences: number;
}

/** The versions that differ from now, newest first; of equal ones in a row, the newest. */
async function differing<Part>(subject: Subject<Part>, now: Part, versions: Awaited<ReturnType<Versions<Part>["list"]>>): Promise<readonly Earlier<Part>[]> {
  const found: Earlier<Part>[] = [];
  let last = now;
  for (const { id, at } of versions) {
    const part = await subject.versions.read(id);
    if (part === undefined || subject.back(last, part).length === 0) continue;
    last = part;
    const differences = subject.back(now, part).length;
    if (differences > 0) found.push({ at, part, differences });
  }
  return found;
}
