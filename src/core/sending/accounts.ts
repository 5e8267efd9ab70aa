import type { Connected, MailAccount, Way } from "../ports/channels";
import type { SecretName } from "../ports/secrets";

/** By which service a secret is kept and listed. */
export const secretServices = { smtp: "smtp", slackBot: "slack", slackWebhook: "slack-webhook", webhook: "webhook" } as const;

/** Where the secret of a way is kept; undefined where it needs none. */
export const secretOf = ({ by, account }: Pick<Way, "by" | "account">): SecretName | undefined =>
  by === "smtp" || by === "slackBot" || by === "slackWebhook" || by === "webhook" ? { service: secretServices[by], account } : undefined;

/** A password belongs to this name at this server: another server that the settings come to name does not get it. */
export const mailAccountName = ({ host, user }: Pick<MailAccount, "host" | "user">): string => (user === undefined ? host : `${user} (${host})`);

/** The same for the secret that requests are signed with. */
export const webhookName = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** A token goes only where it was tried: it is kept with the address of the API, which a setting can change. */
export const boundToken = (address: string, token: string): string => `${address} ${token}`;
export function tokenFor(address: string, kept: string | undefined): string | undefined {
  const [at, token] = kept?.split(" ") ?? [];
  return at === address ? token : undefined;
}

/** What I am connected to: where a setting names it and, where one is needed, its secret is there. */
export function connectedTo(names: readonly SecretName[], settings: { readonly mail?: MailAccount | undefined; readonly webhookUrl?: string | undefined }): Connected {
  const of = (by: keyof typeof secretServices) => names.filter(({ service }) => service === secretServices[by]).map(({ account }) => account);
  const { mail } = settings;
  const hasMail = mail !== undefined && (mail.user === undefined || of("smtp").includes(mailAccountName(mail)));
  const webhook = settings.webhookUrl === undefined ? undefined : webhookName(settings.webhookUrl);
  return {
    ...(hasMail && { mail }),
    slackBots: of("slackBot"),
    slackWebhooks: of("slackWebhook"),
    ...(webhook !== undefined && of("webhook").includes(webhook) && { webhook }),
  };
}
