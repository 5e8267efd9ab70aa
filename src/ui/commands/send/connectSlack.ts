import type { Way } from "../../../core/ports/channels";
import { boundToken, secretServices } from "../../../core/sending/accounts";
import { neededText } from "../../prompts/dateQuestion";
import { askInSteps } from "../../prompts/steps";
import type { SendDeps } from "./deps";
import { tryOut } from "./tryOut";

/** Asks for a bot's token, and keeps it under the name of its workspace. */
export async function connectSlackBot(deps: SendDeps): Promise<void> {
  const { say, screen, secrets, messages, open, accounts } = deps;
  const typed = await askInSteps(screen, { title: say("connect.slackBot.title") }, async (ask) => {
    const how = await ask.pick<"type" | "page">("how", {
      placeholder: say("connect.slackBot.how"),
      choices: [
        { label: say("connect.slackBot.have"), icon: "key", value: "type" },
        { label: say("connect.slackBot.make"), description: slackApps, icon: "link-external", value: "page" },
      ],
    });
    if (how === "page") await open(slackApps);
    return ask.text("token", { prompt: say("connect.slackBot.token"), placeholder: "xoxb-…", secret: true, check: (typed) => (/^xox[abep]/.test(typed.trim()) ? undefined : { wrong: say("connect.slackBot.needsToken") }) });
  });
  const token = boundToken(accounts.slackUrl(), typed.trim());
  // Whose it is, only Slack can tell, so that it has another name until then.
  const trial: Way = { by: "slackBot", channel: "slack", account: "slack" };
  const named = { service: secretServices.slackBot, account: trial.account };
  const earlier = await secrets.get(named);
  const back = () => (earlier === undefined ? secrets.forget(named) : secrets.set(named, earlier));
  await secrets.set(named, token);
  const tried = await tryOut(trial, back, deps);
  if (!tried) return;
  const account = tried.account ?? trial.account;
  if (account !== trial.account) {
    await secrets.set({ ...named, account }, token);
    await back();
  }
  messages.inform({ id: "connect.slackBot.done", values: { account } });
}

const slackApps = "https://api.slack.com/apps";

/** Asks for an incoming webhook: its address is the secret, and leads to one channel. */
export async function connectSlackWebhook(deps: SendDeps): Promise<void> {
  const { say, screen, secrets, messages } = deps;
  const { address, account } = await askInSteps(screen, { title: say("connect.slackWebhook.title") }, async (ask) => ({
    address: await ask.text("address", { prompt: say("connect.slackWebhook.address"), placeholder: "https://hooks.slack.com/services/…", secret: true, check: (typed) => (isSafe(typed) ? undefined : { wrong: say("connect.needsHttps") }) }),
    account: await ask.text("name", neededText(say, { prompt: say("connect.slackWebhook.name"), placeholder: say("connect.slackWebhook.example") })),
  }));
  const name = { service: secretServices.slackWebhook, account };
  const earlier = await secrets.get(name);
  await secrets.set(name, address);
  const back = () => (earlier === undefined ? secrets.forget(name) : secrets.set(name, earlier));
  if (await tryOut({ by: "slackWebhook", channel: "slack", account }, back, deps)) messages.inform({ id: "connect.slackWebhook.done", values: { account } });
}

/** What carries a secret goes by https, or stays on this machine. */
export function isSafe(typed: string): boolean {
  const address = typed.trim();
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isHere = hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
  return (protocol === "https:" || (protocol === "http:" && isHere)) && username === "" && password === "";
}
