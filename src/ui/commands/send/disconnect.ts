import type { SecretName } from "../../../core/ports/secrets";
import { mailAccountName, secretServices, webhookName } from "../../../core/sending/accounts";
import type { Say } from "../../../core/say";
import type { Choice } from "../../prompts/screen";
import { askInSteps } from "../../prompts/steps";
import type { SendDeps } from "./deps";

/** "Disconnect…": forgets an account here. Whether the other side still honours its password or token is for the user to end there. */
export async function disconnect(deps: SendDeps): Promise<void> {
  const { say, screen, secrets, accounts, messages } = deps;
  const mail = accounts.mail();
  const services = [...Object.values<string>(secretServices), "zoom"];
  const names = secrets.names().filter(({ service }) => services.includes(service));
  // A server on this machine may want no password, so that no secret stands for it.
  const bare = mail && mail.user === undefined ? [{ service: secretServices.smtp, account: mailAccountName(mail) }] : [];
  const all: readonly SecretName[] = [...names, ...bare];
  if (all.length === 0) {
    messages.inform({ id: "connect.none" });
    return;
  }
  const name = await askInSteps(screen, { title: say("connect.disconnectTitle") }, (ask) =>
    ask.pick<SecretName>("account", { placeholder: say("connect.disconnectWhich"), choices: all.map((value): Choice<SecretName> => ({ label: nameOf(value, say), description: value.account, icon: "debug-disconnect", value })) }),
  );
  await secrets.forget(name);
  if (mail && name.service === secretServices.smtp && name.account === mailAccountName(mail)) await accounts.setMail(undefined);
  const url = accounts.webhookUrl();
  if (url !== undefined && name.service === secretServices.webhook && name.account === webhookName(url)) await accounts.setWebhookUrl(undefined);
  messages.inform({ id: "connect.disconnected", values: { account: name.account } });
}

function nameOf({ service }: SecretName, say: Say): string {
  if (service === "zoom") return "Zoom";
  const kind = (Object.keys(secretServices) as (keyof typeof secretServices)[]).find((each) => secretServices[each] === service) ?? "webhook";
  return say(`ways.${kind}`);
}
