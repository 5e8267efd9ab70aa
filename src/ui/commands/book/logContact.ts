import { logContact as contacted } from "../../../core/book/noteChanges";
import { lineageOf } from "./lineage";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay } from "./keep";
import { whichClient } from "./which";

const ways = ["call", "chat", "meeting", "mail"] as const;
const icons = { call: "call-outgoing", chat: "comment-discussion", meeting: "organization", mail: "mail" } as const;

/**
 * A word that the client got outside of drafts, just now: the clock starts again.
 * @param settles the id of the one owed thing that it is logged for
 */
export async function logContact(node: NodeArgument | undefined, deps: BookCommandsDeps, settles?: string): Promise<void> {
  const { say, screen, book, newId } = deps;
  const { client, way, about } = await askInSteps(screen, { title: say("logContact.title") }, async (ask) => ({
    client: await whichClient(ask, deps, { node, then: 2 }),
    way: await ask.pick("way", {
      placeholder: say("logContact.how"),
      choices: ways.map((value) => ({ label: say(`contact.${value}`), icon: icons[value], value })),
    }),
    about: await ask.text("about", { prompt: say("logContact.about"), placeholder: say("logContact.aboutExample") }),
  }));
  const { project } = lineageOf(book.current(), node);
  const how = say(`contact.${way}`);
  const { now } = here(deps);
  const changes = contacted(client, project, about === "" ? how : `${how}: ${about}`, now, { now, newId }, settles);
  await keepAndSay(deps, { id: "did.logContact", values: { name: client.name } }, changes, { id: "logContact.done", values: { name: client.name } });
}
