import type { Client, Contact } from "../book/client";
import type { Holiday, Language } from "../book/fields";
import type { Glossary } from "../book/glossary";
import type { MessageKind } from "../book/messageKind";
import type { Project } from "../book/project";
import type { SentRecord } from "../book/sentRecord";
import type { Provenance } from "../drafting/draft";
import type { WorkingCalendar } from "../time/calendar";
import type { Absence } from "../book/absence";
import type { Instant, PlainDate } from "../time/types";
import type { FoundDate } from "./find/dates";
import type { Reading } from "./reading";
import type { FoundSecret } from "./secretScanner";

/** All that a rule may go by. */
export interface CheckInput {
  readonly reading: Reading;
  /** The days that the text names. */
  readonly dates: readonly FoundDate[];
  readonly language: Language;
  readonly kind: MessageKind;
  readonly provenance: Provenance;
  readonly client: Client;
  readonly contact: Contact;
  readonly project?: Project;
  readonly glossary: Glossary;
  /** What the client and the project are described with in the book: words that the client knows. */
  readonly known: string;
  /** Names by which other clients and their people go. */
  readonly others: readonly string[];
  readonly mine: WorkingCalendar;
  readonly theirs: WorkingCalendar;
  readonly holidays: { readonly mine: readonly Holiday[]; readonly theirs: readonly Holiday[] };
  /** My certain ones. */
  readonly absences: readonly Absence[];
  readonly now: Instant;
  /** Where the client is. */
  readonly today: PlainDate;
  /** The client's, that still stand, oldest first. */
  readonly sent: readonly SentRecord[];
  /** What the scanner found, in the document as it stands. */
  readonly secrets: readonly FoundSecret[];
}
