import { secretServices, webhookName } from "../../../core/sending/accounts";
import { askInSteps } from "../../prompts/steps";
import { isSafe } from "./connectSlack";
import type { SendDeps } from "./deps";
import { tryOut } from "./tryOut";

/** Asks for the address of another program, and for the secret that requests to it are signed with. */
export async function connectWebhook(deps: SendDeps): Promise<void> {
  const { say, screen, secrets, accounts, messages, clipboard, newId } = deps;
  const { url, typed } = await askInSteps(screen, { title: say("connect.webhook.title") }, async (ask) => ({
    url: await ask.text("url", { prompt: say("connect.webhook.url"), placeholder: "https://", value: accounts.webhookUrl() ?? "", check: (text) => (isSafe(text) ? undefined : { wrong: say("connect.needsHttps") }) }),
    typed: await ask.text("secret", { prompt: say("connect.webhook.secret"), secret: true }),
  }));
  const account = webhookName(url);
  if (account === undefined) return;
  const secret = typed === "" ? `${newId()}${newId()}`.replaceAll("-", "") : typed;
  const name = { service: secretServices.webhook, account };
  const [before, earlier] = [accounts.webhookUrl(), await secrets.get(name)];
  if (typed === "") {
    // The other side has to know it before it can say yes.
    await clipboard.write(secret);
    if (!(await screen.confirm(say("connect.webhook.copied"), say("connect.webhook.goOn")))) return;
  }
  await accounts.setWebhookUrl(url);
  await secrets.set(name, secret);
  const back = async () => {
    await accounts.setWebhookUrl(before);
    await (earlier === undefined ? secrets.forget(name) : secrets.set(name, earlier));
  };
  if (await tryOut({ by: "webhook", channel: "webhook", account }, back, deps)) messages.inform({ id: "connect.webhook.done", values: { host: account } });
}
