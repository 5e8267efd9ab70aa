import type { ChannelName, Client } from "./client";
import { marketplaceOf } from "./marketplaces";
import type { Note } from "./note";
import type { SentRecord } from "./sentRecord";
import type { TextId } from "../say";
import type { Instant } from "../time/types";

/** What the last contacts say of the channel that a client uses. */
export interface LearnedChannel {
  readonly channel: ChannelName;
  /** How it is called: a chat that was logged by hand may have been any. */
  readonly called: TextId;
}

/** So many contacts by one way are a habit, and no chance. */
const IN_A_ROW = 3;

/**
 * The channel by which the last three contacts went, where it is another than the client's. Undefined from the fourth on, so that
 * it is asked once for each such row. A marketplace's own box stays the place, whatever else is used besides.
 * @param sent the records that stand
 */
export function learnedChannel(client: Client, notes: readonly Note[], sent: readonly SentRecord[]): LearnedChannel | undefined {
  if (marketplaceOf(client)) return undefined;
  const logged = notes.filter((note) => note.kind === "contact" && note.clientId === client.id && note.archivedAt === undefined).flatMap((note) => loggedBy(note, client));
  const written = sent.filter(({ clientId }) => clientId === client.id).flatMap(writtenBy);
  const newest = [...logged, ...written].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const [last] = newest;
  if (!last || last.channel === client.channel) return undefined;
  const other = newest.findIndex(({ channel }) => channel !== last.channel);
  const row = other < 0 ? newest.length : other;
  return row === IN_A_ROW ? { channel: last.channel, called: last.called } : undefined;
}

type Contact = LearnedChannel & { readonly at: Instant };

/** A meeting is agreed by some channel, and is none. */
function loggedBy({ way, at, createdAt }: Note, client: Client): readonly Contact[] {
  if (way === undefined || way === "meeting") return [];
  const chat: ChannelName = client.channel === "slack" ? "slack" : "whatsapp";
  const channel: ChannelName = way === "call" ? "phone" : way === "mail" ? "email" : chat;
  return [{ at: at ?? createdAt, channel, called: `contact.${way}` }];
}

/** What was copied went wherever it was pasted. */
function writtenBy({ channel, at }: SentRecord): readonly Contact[] {
  if (channel === "copy" || channel === "webhook") return [];
  return [{ at, channel, called: channel === "phone" ? "contact.call" : `channel.${channel}` }];
}
