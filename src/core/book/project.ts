import * as v from "valibot";
import { glossarySchema } from "./glossary";
import { id, instant, lines, money, owedRules, plainDate, recordBase, weekday, words } from "./fields";

/**
 * What a repository is known by, wherever it lies on disk: its remotes (normalised, "github.com/rafi/acme-shop"),
 * else its root commits. Local paths are kept per machine, not here.
 */
const repositoryIdentitySchema = v.object({
  remotes: v.pipe(v.array(words), v.readonly()),
  rootCommits: v.pipe(v.array(words), v.readonly()),
});
export type RepositoryIdentity = Readonly<v.InferOutput<typeof repositoryIdentitySchema>>;

const globs = v.exactOptional(v.pipe(v.array(words), v.readonly()));

const repositoryScopeSchema = v.object({
  id,
  /** As shown: the folder's name when it was added. */
  name: words,
  identity: repositoryIdentitySchema,
  /**
   * Its first commits, kept beside the remotes to find a client again when those have changed. Never enough to say that two
   * repositories are one: whatever was begun from one template shares them.
   */
  firstCommits: v.exactOptional(v.pipe(v.array(words), v.readonly())),
  include: globs,
  exclude: globs,
  branches: globs,
});
export type RepositoryScope = Readonly<v.InferOutput<typeof repositoryScopeSchema>>;

const rhythmSchema = v.variant("every", [
  v.object({ every: v.literal("workingDay") }),
  v.object({ every: v.literal("milestone"), ceilingDays: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({ every: v.literal("week"), day: weekday }),
  v.object({ every: v.literal("days"), days: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({ every: v.literal("never") }),
]);
export type Rhythm = Readonly<v.InferOutput<typeof rhythmSchema>>;

/** How finished work reaches people. `hand`: nothing is live until the user says so. */
const goesLiveSchema = v.variant("by", [
  v.object({ by: v.literal("branch"), branch: words }),
  v.object({ by: v.literal("tag"), pattern: words }),
  v.object({ by: v.literal("hand"), liveUpTo: v.exactOptional(instant) }),
]);
export type GoesLive = Readonly<v.InferOutput<typeof goesLiveSchema>>;

/** Where telling begins: what lies before it is never told. */
const tellFromSchema = v.variant("from", [
  v.object({ from: v.literal("beginning") }),
  v.object({ from: v.literal("instant"), at: instant }),
  /** A tag in each repository that has it; the others begin at `at`, the tag's time. */
  v.object({ from: v.literal("tag"), tag: words, at: instant }),
]);
export type TellFrom = Readonly<v.InferOutput<typeof tellFromSchema>>;

export const projectStatuses = ["lead", "active", "waitingForClient", "delivered", "support", "closed"] as const;
export const projectSizes = ["small", "large"] as const;
export type ProjectSize = (typeof projectSizes)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const projectSchema = v.object({
  ...recordBase,
  clientId: id,
  name: words,
  size: v.picklist(projectSizes),
  status: v.picklist(projectStatuses),
  scopes: v.pipe(v.array(repositoryScopeSchema), v.readonly()),
  goesLive: goesLiveSchema,
  /** Where the client can look: shown with work that is ready. */
  previewUrl: v.exactOptional(words),
  /** Absent: by size. */
  rhythm: v.exactOptional(rhythmSchema),
  /** Absent: not asked yet. */
  tellFrom: v.exactOptional(tellFromSchema),
  glossary: v.exactOptional(glossarySchema),
  goal: v.exactOptional(words),
  included: lines,
  excluded: lines,
  assumptions: lines,
  budget: v.exactOptional(money),
  deposit: v.exactOptional(v.object({ amount: money, receivedOn: v.exactOptional(plainDate) })),
  paymentTerms: v.exactOptional(words),
  revisions: v.exactOptional(v.object({ agreed: count, used: count })),
  startsOn: v.exactOptional(plainDate),
  dueOn: v.exactOptional(plainDate),
  supportUntil: v.exactOptional(plainDate),
  /** What an offer says it costs. */
  priceRange: v.exactOptional(v.object({ low: money, high: v.exactOptional(money) })),
  /** How long an offer says it takes, in working days of mine. */
  daysRange: v.exactOptional(v.object({ low: count, high: v.exactOptional(count) })),
  /** Paid by the hour: a work log is owed every week. */
  hourly: v.exactOptional(v.object({ rate: v.exactOptional(money), weeklyHours: v.exactOptional(count) })),
  /** Days from an invoice to its due date. */
  paymentDays: v.exactOptional(count),
  /** How the work will be done, step by step. */
  approach: lines,
  /** What the client gets in hand at the end: accounts, files, guides. */
  handover: lines,
  /** How to use what was delivered. */
  howToUse: lines,
  /** Needed from the client before or during the work. */
  needed: lines,
  /** Where and how updates come, in the user's words. */
  updatesWhere: v.exactOptional(words),
  /** A marketplace's own name for it. */
  orderNumber: v.exactOptional(words),
  pageUrl: v.exactOptional(words),
  deliveredAt: v.exactOptional(instant),
  closedAt: v.exactOptional(instant),
  /** When it waited for the client; the last may be open. */
  waited: v.exactOptional(v.pipe(v.array(v.object({ from: instant, to: v.exactOptional(instant) })), v.readonly())),
  /** A board or project in a tool of the client's. */
  tool: v.exactOptional(
    v.object({
      service: words,
      account: words,
      id: words,
      name: v.exactOptional(words),
      url: v.exactOptional(words),
      /** What counts as a milestone there: "card", "list", "section", "milestone", "todolist", "todo". */
      milestones: v.exactOptional(words),
      /** The only list, section or to-do set that is read; absent: all. */
      within: v.exactOptional(words),
      postUpdates: v.exactOptional(v.boolean()),
      refreshedAt: v.exactOptional(instant),
    }),
  ),
  /** What one conversation of this project hangs on, by channel: a Slack thread, a mail's Message-ID. */
  threads: v.exactOptional(v.record(words, words)),
  owedRules,
});
export type Project = Readonly<v.InferOutput<typeof projectSchema>>;
