import type { MailAccount } from "../../../core/ports/channels";
import { mailAccountName, secretServices } from "../../../core/sending/accounts";
import { mailProviders, providerOf, takesPasswords, type MailProvider } from "../../../core/sending/mailProviders";
import { neededText } from "../../prompts/dateQuestion";
import type { Choice } from "../../prompts/screen";
import { askInSteps, type Ask } from "../../prompts/steps";
import type { SendDeps } from "./deps";
import { isAddress } from "./plan";
import { tryOut } from "./tryOut";

type Security = MailAccount["security"];
/** What each is usually spoken at. */
const ports: Readonly<Record<Security, string>> = { tls: "465", starttls: "587", none: "25" };

/** Asks for a mailbox and its password, tries the server, and keeps them where it let us in. */
export async function connectMail(deps: SendDeps): Promise<void> {
  const { say, screen, accounts, secrets, messages } = deps;
  const { account, password } = await askInSteps(screen, { title: say("connect.mail.title") }, (ask) => askMail(ask, deps));
  const before = accounts.mail();
  const name = { service: secretServices.smtp, account: mailAccountName(account) };
  const earlier = await secrets.get(name);
  await accounts.setMail(account);
  if (password !== "") await secrets.set(name, password);
  const back = async () => {
    await accounts.setMail(before);
    if (password !== "") await (earlier === undefined ? secrets.forget(name) : secrets.set(name, earlier));
  };
  if (await tryOut({ by: "smtp", channel: "email", account: name.account }, back, deps)) messages.inform({ id: "connect.mail.done", values: { address: account.from.address } });
}

async function askMail(ask: Ask, deps: SendDeps): Promise<{ readonly account: MailAccount; readonly password: string }> {
  const { say, accounts, book } = deps;
  const { me } = book.current();
  const now = accounts.mail();
  const address = await ask.text("address", {
    prompt: say("connect.mail.address"),
    value: now?.from.address ?? me.emails[0] ?? "",
    check: (typed) => (!isAddress(typed) ? { wrong: say("connect.needsAddress") } : takesPasswords(typed) ? undefined : { wrong: say("connect.mail.noPasswords") }),
  });
  const provider = await ask.pick<MailProvider | undefined>("provider", {
    placeholder: say("connect.mail.provider"),
    active: providerOf(address),
    choices: [
      ...mailProviders.map((value): Choice<MailProvider> => ({ label: value.name, description: value.server.host, value })),
      { label: say("connect.mail.ownServer"), icon: "server", value: undefined },
    ],
  });
  const server = provider?.server ?? (await askServer(ask, deps));
  const name = await ask.text("name", { prompt: say("connect.mail.name"), value: now?.from.name ?? me.names[0] ?? "" });
  const copyToMyself = await ask.pick<boolean>("copy", {
    placeholder: say("connect.mail.copy"),
    active: now?.copyToMyself ?? false,
    choices: [
      { label: say("connect.no"), value: false },
      { label: say("connect.mail.copyYes"), value: true },
    ],
  });
  const user = provider ? address : await ask.text("user", { prompt: say("connect.mail.user"), value: server.security === "none" ? "" : address });
  const password = user === "" ? "" : await askPassword(ask, provider, deps);
  return { account: { ...server, ...(user !== "" && { user }), from: { name, address }, copyToMyself }, password };
}

async function askServer(ask: Ask, { say }: SendDeps): Promise<Pick<MailAccount, "host" | "port" | "security">> {
  const host = await ask.text("host", neededText(say, { prompt: say("connect.mail.host"), placeholder: "smtp.example.com" }));
  const here = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host);
  const security = await ask.pick<Security>("security", {
    placeholder: say("connect.mail.security"),
    choices: [
      { label: "TLS", description: say("connect.mail.tls"), value: "tls" },
      { label: "STARTTLS", description: say("connect.mail.starttls"), value: "starttls" },
      // A password in the clear goes nowhere but to this very machine.
      ...(here ? [{ label: say("connect.mail.none"), description: say("connect.mail.noneWhat"), value: "none" as const }] : []),
    ],
  });
  const port = await ask.text("port", { prompt: say("connect.mail.port"), value: ports[security], check: (typed) => (isPort(typed) ? undefined : { wrong: say("connect.needsPort") }) });
  return { host, security, port: Number(port) };
}

const isPort = (typed: string): boolean => /^\d{1,5}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 65535;

/** Most providers want a password made for this program alone, and have a page for it. */
async function askPassword(ask: Ask, provider: MailProvider | undefined, { say, open }: SendDeps): Promise<string> {
  if (provider) {
    const how = await ask.pick<"type" | "page">("passwordHow", {
      placeholder: say(provider.id === "microsoft365" ? "connect.mail.microsoft" : "connect.mail.appPassword", { provider: provider.name }),
      choices: [
        { label: say("connect.mail.havePassword"), icon: "key", value: "type" },
        { label: say("connect.mail.makePassword"), description: provider.passwordPage, icon: "link-external", value: "page" },
      ],
    });
    if (how === "page") await open(provider.passwordPage);
  }
  return ask.text("password", neededText(say, { prompt: say(provider ? "connect.mail.typeAppPassword" : "connect.mail.password"), secret: true }));
}
