import type { ChannelName } from "./book/client";
import type { Id, Language } from "./book/fields";
import type { Attachment } from "./book/sentRecord";
import type { Text } from "./say";
import type { Instant } from "./time/types";

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
  | { readonly is: "delivered"; readonly messageId?: string; readonly thread?: string; readonly heldUntil?: Instant }
  /** To the clipboard, a mail program, a page: whether it goes out from there, nobody here can know. */
  | { readonly is: "handedOver" }
  /** It certainly did not go out. */
  | { readonly is: "failed"; readonly reason: Text; readonly detail: string; readonly retryAfter?: Instant }
  /** The connection was lost when it may have been accepted: never tried again by itself. */
  | { readonly is: "unclear"; readonly reason: Text; readonly detail: string };

export interface Channel {
  readonly name: ChannelName | "webhook";
  /** Never rejects but for an aborted signal before anything was handed out. */
  send(message: OutgoingMessage, signal?: AbortSignal): Promise<Sending>;
}
