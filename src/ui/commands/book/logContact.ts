import { answerNotes, logContact as contacted } from "../../../core/book/noteChanges";
import { recordById } from "../../../core/book/queries";
import type { Talkable } from "../../../core/owed/talkable";
import { lineageOf } from "./lineage";
import { askInSteps } from "../../prompts/steps";
import type { NodeArgument } from "../nodeArgument";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay } from "./keep";
import { whichClient } from "./which";

const ways = ["call", "chat", "meeting", "mail"] as const;
const icons = { call: "call-outgoing", chat: "comment-discussion", meeting: "organization", mail: "mail" } as const;

/** A word that the client got outside of drafts, just now: the clock starts again. */
export async function logContact(node: NodeArgument | undefined, deps: BookCommandsDeps): Promise<void> {
  await (await askContact(node, deps))();
}

/**
 * What was talked over of all that is open is ticked, and answered or told by that; the rest stays.
 * @param settles the id of the one owed thing that it is logged for: then nothing is asked of the others
 * @returns keeps what was answered
 */
export async function askContact(node: NodeArgument | undefined, deps: BookCommandsDeps, settles?: string): Promise<() => Promise<void>> {
  const { say, screen, book, newId } = deps;
  const { project } = lineageOf(book.current(), node);
  const { client, way, tells, about } = await askInSteps(screen, { title: say("logContact.title") }, async (ask) => {
    const who = await whichClient(ask, deps, { node, then: 2 });
    const how = await ask.pick("way", {
      placeholder: say("logContact.how"),
      choices: ways.map((value) => ({ label: say(`contact.${value}`), icon: icons[value], value })),
    });
    const open = settles === undefined ? await openAt(who.id, project?.id, deps) : [];
    ask.more(open.length > 0 ? 2 : 1);
    const choices = open.map((value) => ({ label: say(value.owed.what), value: value.recordId }));
    const ticked = open.length > 0 ? await ask.pickMany("tells", { placeholder: say("logContact.tells"), choices, picked: () => choices.map(({ value }) => value) }) : undefined;
    return { client: who, way: how, tells: ticked?.picked ?? [], about: await ask.text("about", { prompt: say("logContact.about"), placeholder: say("logContact.aboutExample") }) };
  });
  const how = say(`contact.${way}`);
  const { now } = here(deps);
  const heard = { ...(settles !== undefined && { settles }), ...(tells.length > 0 && { tells }) };
  const answered = tells.flatMap((id) => recordById(book.current(), "note", id) ?? []);
  const changes = [...contacted(client, project, about === "" ? how : `${how}: ${about}`, now, { now, newId }, heard), ...answerNotes(answered, { now })];
  return () => keepAndSay(deps, { id: "did.logContact", values: { name: client.name } }, changes, { id: "logContact.done", values: { name: client.name } });
}

async function openAt(clientId: string, projectId: string | undefined, { owedInput }: BookCommandsDeps): Promise<readonly Talkable[]> {
  if (!owedInput) return [];
  const [{ openToTalk }, input] = await Promise.all([import("../../../core/owed/talkable"), owedInput()]);
  return openToTalk(input, clientId, projectId);
}
