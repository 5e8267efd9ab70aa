import { revised } from "../../../core/book/changes";
import type { Client } from "../../../core/book/client";
import type { LearnedChannel } from "../../../core/book/learnedChannel";
import { recordById } from "../../../core/book/queries";
import type { Text } from "../../../core/say";
import type { MessageAction } from "../../messages";
import { channelChoices } from "../../prompts/labels";
import { askInSteps } from "../../prompts/steps";
import { here, type BookCommandsDeps } from "./deps";
import { keepAndSay } from "./keep";

export const sayLearned = ({ name }: Pick<Client, "name">, { called }: LearnedChannel): Text => ({ id: "channel.learned", values: { name, way: { id: called } } });

/** Leads on to the client's channel, with what was learned for Enter. */
export const changeChannel = ({ id }: Pick<Client, "id">, { channel: learned }: LearnedChannel, deps: Pick<BookCommandsDeps, "say" | "screen" | "book" | "clock" | "undoing" | "messages">): MessageAction => ({
  label: { id: "channel.change" },
  async run() {
    const { say, screen, book } = deps;
    const client = recordById(book.current(), "client", id);
    if (!client) return;
    const channel = await askInSteps(screen, { title: client.name }, (ask) => ask.pick("channel", { placeholder: say("client.channel"), choices: channelChoices(say), active: learned }));
    if (channel === client.channel) return;
    await keepAndSay(deps, { id: "did.edit", values: { name: client.name } }, [revised("client", client, { channel }, here(deps))], { id: "channel.changed", values: { name: client.name, channel: { id: `channel.${channel}` } } });
  },
});
