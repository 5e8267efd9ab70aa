import type { secretServices } from "../../../core/sending/accounts";
import type { CommandId } from "../../commandIds";
import { askInSteps } from "../../prompts/steps";
import { connectMail } from "./connectMail";
import { connectSlackBot, connectSlackWebhook } from "./connectSlack";
import { connectWebhook } from "./connectWebhook";
import { connected, type SendDeps } from "./deps";

const kinds = ["smtp", "slackBot", "slackWebhook", "webhook"] as const satisfies readonly (keyof typeof secretServices)[];
type Kind = (typeof kinds)[number] | "zoom";
const icons: Readonly<Record<Kind, string>> = { smtp: "mail", slackBot: "comment-discussion", slackWebhook: "comment-discussion", webhook: "broadcast", zoom: "device-camera-video" };

/** "Connect…": an account by which messages can be sent, or meetings be made, from here. Tried at once; what does not work is not kept. */
export async function connect(deps: SendDeps): Promise<void> {
  const { say, screen } = deps;
  const kind = await askInSteps(screen, { title: say("connect.title") }, (ask) =>
    ask.pick<Kind>("kind", {
      placeholder: say("connect.which"),
      choices: ([...kinds, "zoom"] as const).map((value) => {
        const now = connectedAs(value, deps);
        return { label: value === "zoom" ? "Zoom" : say(`ways.${value}`), description: now === "" ? say(`connect.${value}.what`) : say("connect.now", { account: now }), icon: icons[value], value };
      }),
    }),
  );
  switch (kind) {
    case "smtp":
      return connectMail(deps);
    case "slackBot":
      return connectSlackBot(deps);
    case "slackWebhook":
      return connectSlackWebhook(deps);
    case "webhook":
      return connectWebhook(deps);
    case "zoom":
      await deps.commands.executeCommand("khobor.connectZoom" satisfies CommandId);
  }
}

function connectedAs(kind: Kind, deps: SendDeps): string {
  const { mail, slackBots, slackWebhooks, webhook } = connected(deps);
  if (kind === "zoom") return namesOf("zoom", deps).join(", ");
  if (kind === "smtp") return mail?.from.address ?? "";
  return (kind === "slackBot" ? slackBots : kind === "slackWebhook" ? slackWebhooks : [webhook ?? ""]).join(", ");
}

const namesOf = (service: string, { secrets }: SendDeps): readonly string[] => secrets.names().flatMap((name) => (name.service === service ? [name.account] : []));
