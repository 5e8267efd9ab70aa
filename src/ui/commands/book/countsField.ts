import type { Client } from "../../../core/book/client";
import { messageKinds, type MessageKind } from "../../../core/book/messageKind";
import { countsAsContact } from "../../../core/owed/settings";
import type { Field } from "../../prompts/fieldMenu";
import { askInSteps } from "../../prompts/steps";
import type { BookCommandsDeps } from "./deps";

type Counts = NonNullable<Client["countsAsContact"]>;
type Counting = MessageKind | "contact";

/** A call comes first, as what one forgets most easily. */
const all: readonly Counting[] = ["contact", ...messageKinds];

/** What begins the rhythm of updates anew with this client, where it differs from what holds for all. */
export function countsField(deps: Pick<BookCommandsDeps, "say" | "screen" | "owedSettings">, client: Client, keep: (counts: Counts | undefined) => Promise<unknown>): Field {
  const { say, screen } = deps;
  const settings = deps.owedSettings?.();
  const label = say("client.counts");
  const own = Object.keys(client.countsAsContact ?? {}).length;
  const isUsual = (kind: Counting) => countsAsContact(settings, {}, kind);
  return {
    key: "counts",
    label,
    current: own === 0 ? say("owedRule.asUsual") : say("owedRule.own", { count: own }),
    async edit() {
      const choices = all.map((value) => ({ label: say(value === "contact" ? "client.counts.contact" : `messageKind.${value}`), value }));
      const { picked } = await askInSteps(screen, { title: label, canLeave: true }, (ask) =>
        ask.pickMany<Counting>("counts", { placeholder: say("client.counts.which"), choices, picked: () => all.filter((kind) => countsAsContact(settings, client, kind)) }),
      );
      const differs = all.filter((kind) => picked.includes(kind) !== isUsual(kind));
      await keep(differs.length === 0 ? undefined : Object.fromEntries(differs.map((kind) => [kind, picked.includes(kind)])));
    },
  };
}
