import { applyChanges, type BookChange } from "../../../core/book/book";
import type { Client } from "../../../core/book/client";
import { learnedChannel } from "../../../core/book/learnedChannel";
import { answerNotes, logContact as contacted } from "../../../core/book/noteChanges";
import { recordById } from "../../../core/book/queries";
import { standing } from "../../../core/book/sentRecord";
import type { Talkable } from "../../../core/owed/talkable";
import { lineageOf } from "./lineage";
import { pastMomentOf, pastMomentQuestion } from "../../prompts/pastMoment";
import { askInSteps } from "../../prompts/steps";
import type { CommandId } from "../../commandIds";
import type { WriteArgument } from "../draft/writeArgument";
import type { MessageAction } from "../../messages";
import type { NodeArgument } from "../nodeArgument";
import { changeChannel, sayLearned } from "./changeChannel";
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
  const at = here(deps);
  const { client, way, tells, about, when } = await askInSteps(screen, { title: say("logContact.title") }, async (ask) => {
    // What settles something owed took place just now.
    const asksWhen = settles === undefined;
    const who = await whichClient(ask, deps, { node, then: asksWhen ? 3 : 2 });
    const open = asksWhen ? await openAt(who.id, project?.id, deps) : [];
    ask.more((open.length > 0 ? 3 : 2) + (asksWhen ? 1 : 0));
    const how = await ask.pick("way", {
      placeholder: say("logContact.how"),
      choices: ways.map((value) => ({ label: say(`contact.${value}`), icon: icons[value], value })),
    });
    const choices = open.map((value) => ({ label: say(value.owed.what), value: value.recordId }));
    const ticked = open.length > 0 ? await ask.pickMany("tells", { placeholder: say("logContact.tells"), choices, picked: () => choices.map(({ value }) => value) }) : undefined;
    const what = await ask.text("about", { prompt: say("logContact.about"), placeholder: say("logContact.aboutExample") });
    const typed = asksWhen ? await ask.text("when", pastMomentQuestion(say, at, say("addNote.when"))) : "";
    return { client: who, way: how, tells: ticked?.picked ?? [], about: what, when: pastMomentOf(typed, at) };
  });
  const how = say(`contact.${way}`);
  const { now } = at;
  const heard = { way, ...(settles !== undefined && { settles }), ...(tells.length > 0 && { tells }) };
  const answered = tells.flatMap((id) => recordById(book.current(), "note", id) ?? []);
  const talk = contacted(client, project, about === "" ? how : `${how}: ${about}`, when, { now, newId }, heard);
  const changes = [...talk, ...answerNotes(answered, { now })];
  return async () => {
    const learned = await learnedFrom(changes, client, deps);
    const done = learned ? sayLearned(client, learned) : ({ id: "logContact.done", values: { name: client.name } } as const);
    const next = [...(learned ? [changeChannel(client, learned, deps)] : []), ...(way === "mail" ? [] : writeItDown(client, project?.id, talk, deps))];
    await keepAndSay(deps, { id: "did.logContact", values: { name: client.name } }, changes, done, ...next);
  };
}

async function learnedFrom(changes: readonly BookChange[], client: Client, { book, owedInput }: BookCommandsDeps) {
  const history = (await owedInput?.())?.history ?? [];
  return learnedChannel(client, applyChanges(book.current(), changes).note, standing(history));
}

/** What was only spoken is remembered by each as they like: a short message is the record of it. */
const writeItDown = ({ id: clientId }: Client, projectId: string | undefined, talk: readonly BookChange[], { commands }: BookCommandsDeps): readonly MessageAction[] =>
  talk.flatMap((change) =>
    change.op === "put"
      ? [
          {
            label: { id: "logContact.write" },
            run: () => commands.executeCommand("khobor.write.meeting" satisfies CommandId, { clientId, ...(projectId !== undefined && { projectId }), about: { noteId: change.record.id } } satisfies WriteArgument),
          } as const,
        ]
      : [],
  );

async function openAt(clientId: string, projectId: string | undefined, { owedInput }: BookCommandsDeps): Promise<readonly Talkable[]> {
  if (!owedInput) return [];
  const [{ openToTalk }, input] = await Promise.all([import("../../../core/owed/talkable"), owedInput()]);
  return openToTalk(input, clientId, projectId);
}
