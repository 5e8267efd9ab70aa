import type { Channels, Outbox, Overrides } from "../../../core/ports/channels";
import type { BookStore, KnownClients } from "../../../core/ports/book";
import type { Secrets } from "../../../core/ports/secrets";
import { connectedTo } from "../../../core/sending/accounts";
import type { AccountSettings } from "../../accountSettings";
import type { DraftCommandsDeps } from "../draft/deps";
import type { Leaving } from "../draft/gate";
import type { ChosenFiles } from "../keep/chosenFiles";

/** What the commands that send need. */
export interface SendDeps extends DraftCommandsDeps {
  /** What every draft passes before it goes. Undefined: it stays. */
  readonly gate: (leaving: Leaving) => Promise<{ readonly overrides: Overrides } | undefined>;
  readonly channels: Channels;
  readonly outbox: Outbox;
  readonly secrets: Secrets;
  readonly accounts: AccountSettings;
  readonly known: Pick<KnownClients, "all">;
  readonly files: Pick<ChosenFiles, "save" | "write" | "show">;
  /** Changes that are nobody's to take back. */
  readonly keep: BookStore["change"];
  /** Opens an address outside the editor, letter by letter as it is given. */
  readonly open: (address: string) => Promise<boolean>;
  /** Shows that something takes long; what is cancelled aborts the signal. */
  readonly progress: <T>(title: string, task: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Says something in passing. */
  readonly flash: (text: string) => void;
  /** Files lie on another machine than the window. */
  readonly isRemote: () => boolean;
}

export const connected = ({ secrets, accounts }: Pick<SendDeps, "secrets" | "accounts">) =>
  connectedTo(secrets.names(), { mail: accounts.mail(), webhookUrl: accounts.webhookUrl() });
