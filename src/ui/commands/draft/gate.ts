import type { Client } from "../../../core/book/client";
import type { Overrides } from "../../../core/channelPorts";
import type { Provenance } from "../../../core/drafting/draft";
import type { DraftCommandsDeps } from "./deps";

/** A draft that is about to go out, or to be called sent. */
export interface Leaving {
  readonly provenance: Provenance;
  /** The document as it stands. */
  readonly text: string;
  readonly client: Client;
}

/** The one gate that a draft passes before it is sent or marked as sent. Undefined: it stays. */
export function mayBeSent(_leaving: Leaving, _deps: DraftCommandsDeps): Promise<{ readonly overrides: Overrides } | undefined> {
  return Promise.resolve({ overrides: [] });
}
