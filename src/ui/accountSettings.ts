import * as v from "valibot";
import * as vscode from "vscode";
import type { MailAccount } from "../core/ports/channels";

// Settings of the user alone: a workspace must not say where a password or a token goes, so the manifest gives them the scope
// "application", in which VS Code ignores what a workspace says.

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const mailSchema = v.object({
  host: text,
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535)),
  security: v.picklist(["tls", "starttls", "none"]),
  user: v.exactOptional(v.string()),
  fromName: v.exactOptional(v.string(), ""),
  fromAddress: text,
  copyToMyself: v.exactOptional(v.boolean(), false),
});

export interface AccountSettings {
  /** Undefined where it is not set, or has not the shape of an account. */
  mail(): MailAccount | undefined;
  setMail(account: MailAccount | undefined): Promise<void>;
  /** "https://slack.com/api/" */
  slackUrl(): string;
  threadPerProject(): boolean;
  webhookUrl(): string | undefined;
  setWebhookUrl(url: string | undefined): Promise<void>;
  askWhetherSent(): boolean;
  /** Of tools that a client's project is kept in, and of meetings. */
  toolUrls(): ToolUrls;
}
type ToolUrls = Readonly<Record<"trello" | "asana" | "basecamp" | "zoom" | "zoomSignIn", string>>;

const khobor = () => vscode.workspace.getConfiguration("khobor");
const get = (name: string): unknown => khobor().get(name);
const set = async (name: string, value: unknown) => khobor().update(name, value, vscode.ConfigurationTarget.Global);
const address = (value: unknown): string | undefined => (typeof value === "string" && URL.canParse(value.trim()) ? value.trim() : undefined);

export const accountSettings: AccountSettings = {
  mail() {
    const read = v.safeParse(mailSchema, get("email"));
    if (!read.success) return undefined;
    const { host, port, security, user, fromName, fromAddress, copyToMyself } = read.output;
    return { host, port, security, ...(user !== undefined && user.trim() !== "" && { user: user.trim() }), from: { name: fromName, address: fromAddress }, copyToMyself };
  },
  setMail: (account) =>
    set("email", account && { host: account.host, port: account.port, security: account.security, ...(account.user !== undefined && { user: account.user }), fromName: account.from.name, fromAddress: account.from.address, copyToMyself: account.copyToMyself }),
  slackUrl: () => address(get("slack.url")) ?? "https://slack.com/api/",
  threadPerProject: () => get("slack.threadPerProject") === true,
  webhookUrl: () => address(get("webhook.url")),
  setWebhookUrl: (url) => set("webhook.url", url),
  askWhetherSent: () => get("askWhetherSent") === true,
  toolUrls: () => ({
    trello: address(get("trello.url")) ?? "https://api.trello.com/1/",
    asana: address(get("asana.url")) ?? "https://app.asana.com/api/1.0/",
    basecamp: address(get("basecamp.url")) ?? "https://launchpad.37signals.com/",
    zoom: address(get("zoom.url")) ?? "https://api.zoom.us/v2/",
    zoomSignIn: address(get("zoom.signInUrl")) ?? "https://zoom.us/oauth/token",
  }),
};
