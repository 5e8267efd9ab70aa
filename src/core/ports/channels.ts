import type { ChannelName } from "../book/client";
import type { Id, Language } from "../book/fields";
import type { Attachment, SentRecord } from "../book/sentRecord";
import type { StoredText } from "../drafting/draft";
import type { Text } from "../say";
import type { Event } from "./events";
import type { Instant } from "../time/types";

// The way out: what sends a message, and what is honest to say of it afterwards.

/** A message on its way. `id` is the same at every try, so that a channel that can tell may tell a repetition. */
export interface OutgoingMessage {
  readonly id: Id;
  readonly clientId: Id;
  readonly projectId?: Id;
  readonly language: Language;
  /** Addresses, a channel's id: as the channel takes them. */
  readonly to: readonly string[];
  readonly subject?: string;
  /** Markdown, as it stands in the document. */
  readonly text: string;
  readonly attachments: readonly (Attachment & { readonly path?: string })[];
  /** What the conversation hangs on: the message id of the one before. */
  readonly thread?: string;
  /** To be held by the service until then. */
  readonly sendAt?: Instant;
}

export type Sending =
  | { readonly is: "delivered"; readonly messageId?: string; readonly thread?: string; readonly heldUntil?: Instant; /** What did not go with it. */ readonly note?: Text }
  /** To the clipboard, a mail program, a page: whether it goes out from there, nobody here can know. */
  | { readonly is: "handedOver" }
  /** It certainly did not go out. */
  | { readonly is: "failed"; readonly reason: Text; readonly detail: string; readonly retryAfter?: Instant }
  /** The connection was lost when it may have been accepted: never tried again by itself. */
  | { readonly is: "unclear"; readonly reason: Text; readonly detail: string };

export interface Channel {
  readonly name: ChannelName | "webhook";
  /** `signal` counts until the first byte of the message leaves: it then rejects with the signal's reason. */
  send(message: OutgoingMessage, signal?: AbortSignal): Promise<Sending>;
}

// --- ways out

export const wayNames = ["smtp", "mailFile", "mailto", "slackBot", "slackWebhook", "whatsapp", "copy", "phone", "webhook"] as const;
export type WayName = (typeof wayNames)[number];

/** One way that a message can take from here: a channel, with one of my accounts where it needs one. */
export interface Way {
  readonly by: WayName;
  readonly channel: Channel["name"];
  /** Which of my accounts there; empty where none is needed. */
  readonly account: string;
}

/** A mailbox of mine, and the server that takes my mail. The password is kept elsewhere. */
export interface MailAccount {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte (465), `starttls` before anything is said (587). `none` on this machine only. */
  readonly security: "tls" | "starttls" | "none";
  readonly user?: string;
  readonly from: Mailbox;
  readonly copyToMyself: boolean;
}
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** What I am connected to: by name, never with a secret. */
export interface Connected {
  readonly mail?: MailAccount;
  readonly slackBots: readonly string[];
  readonly slackWebhooks: readonly string[];
  /** The host that takes messages for another program. */
  readonly webhook?: string;
}

/** Opens the channel of a way. */
export interface Channels {
  of(way: Way, page?: string): Promise<Channel>;
  /** Whether it would take a message; nothing is sent to a client. `account` is what the other side calls it. */
  test(way: Way): Promise<Tested>;
  /** The channels of a Slack workspace that its bot can see; undefined where it may not look. */
  slackChannels(account: string): Promise<readonly { readonly id: string; readonly name: string }[] | undefined>;
  /** Takes back a message that a service holds until its time. */
  recall(held: HeldMessage): Promise<Recalled>;
  /** What the service calls a message that it was to hold; undefined where it does not show it, which proves nothing. */
  heldAs(account: string, message: OutgoingMessage): Promise<string | undefined>;
  /** A message's Markdown as mail shows it: the inside of a page, in which what was typed is text. */
  html(text: string): Promise<string>;
  /** A mail as a file. @param from absent: the mail program that opens it puts its own */
  mailFile(message: OutgoingMessage, from: Mailbox | undefined): Promise<Uint8Array>;
}
/** What a service was given to send at a time of its own. */
export interface HeldMessage {
  readonly account: string;
  /** As the service named it. */
  readonly id: string;
  /** Whom it was for, as the channel took it. Absent: not known. */
  readonly to?: string;
  readonly sendAt: Instant;
}
export type Recalled =
  | { readonly is: "recalled" }
  /** It is out, or leaves this minute. */
  | { readonly is: "tooLate" }
  | Extract<Sending, { readonly is: "failed" }>;
export type Tested = { readonly is: "ok"; readonly account?: string } | Extract<Sending, { readonly is: "failed" }>;

// --- what has not certainly gone out

export type Overrides = NonNullable<SentRecord["overrides"]>;

/** A message that was handed to a channel and of which nobody has said yet that it went out. Survives restarts. */
export interface WaitingMessage {
  readonly message: OutgoingMessage;
  readonly draftId: Id;
  readonly channel: Channel["name"];
  /** Which of my accounts there. */
  readonly account: string;
  /** Absent: the channel has one way only. */
  readonly by?: WayName;
  /** Checks that stood against it and were overridden. */
  readonly overrides?: Overrides;
  /** `sending`: on its way just now, from a window that is open. */
  readonly state: "sending" | "failed" | "unclear";
  /** When it was last tried. */
  readonly at: Instant;
  readonly tries: number;
  readonly reason?: StoredText;
  /** Not to be tried before. */
  readonly retryAfter?: Instant;
}

export interface Outbox {
  /** By age. What was on its way when its window died is `unclear`. */
  all(): Promise<readonly WaitingMessage[]>;
  /**
   * Puts a message on its way: written down before a byte of it leaves. False where it is on its way already, from
   * this window or another, where nobody can know whether it went out, and before the time that the other side asked to wait.
   */
  begin(entry: Omit<WaitingMessage, "state">): Promise<boolean>;
  /** What became of it. */
  settle(id: Id, became: { readonly is: "gone" } | { readonly is: "failed" | "unclear"; readonly reason: StoredText; readonly retryAfter?: Instant }): Promise<void>;
  /** The user has looked: an unclear one may be tried again, since it did not arrive. */
  release(id: Id): Promise<void>;
  readonly onDidChange: Event<void>;
}

// --- HTTP, for channels and services

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** https, or http on this machine. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds. Absent: 30,000. */
  readonly timeout?: number;
}
export type HttpAnswer =
  | { readonly is: "answered"; readonly status: number; readonly headers: { get(name: string): string | null }; readonly text: string }
  /** Nothing of the request has reached the other side. */
  | { readonly is: "unreached"; readonly detail: string }
  /** The connection was lost on the way: it may have been taken, or not. */
  | { readonly is: "lost"; readonly detail: string };
export interface Http {
  /** Rejects for an aborted signal, and for an address that is no safe one (a programmer's or a setting's mistake). */
  request(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer>;
}

/** The address is not https, nor on this machine. */
export class UnsafeAddress extends Error {}
