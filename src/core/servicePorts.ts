import type { Due } from "./book/fields";
import type { Text } from "./say";
import type { Instant } from "./time/types";

// Tools of the client's in which a project is kept: milestones come in, progress goes out.

/** What was asked of a service, or what stood against it. */
export type Answered<T> =
  | { readonly is: "ok"; readonly value: T }
  | { readonly is: "failed"; readonly reason: Text; readonly detail: string; readonly retryAfter?: Instant }
  /** Something was written there, or not: nobody here can know. */
  | { readonly is: "unclear"; readonly reason: Text; readonly detail: string };

export type ToolName = "trello" | "asana" | "basecamp";

/** A board or a project there. */
export interface ToolPlace {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
}
/** A list, a section, a to-do list: what a place is divided into. */
export interface ToolPart {
  readonly id: string;
  readonly name: string;
}

export interface RemoteMilestone {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  readonly due?: Due;
  readonly done: boolean;
  readonly deliverables: readonly { readonly text: string; readonly done: boolean }[];
}

/** What counts as a milestone there. */
type MilestonesAre = "card" | "list" | "section" | "milestone" | "task" | "todolist" | "todo";

export interface ProjectTool {
  readonly name: ToolName;
  /** What can be a milestone there, the usual one first. */
  readonly milestonesCanBe: readonly MilestonesAre[];
  /** Whose account it is: shown when connecting. */
  whoAmI(signal?: AbortSignal): Promise<Answered<string>>;
  /** Open ones, by name. */
  places(signal?: AbortSignal): Promise<Answered<readonly ToolPlace[]>>;
  parts(placeId: string, signal?: AbortSignal): Promise<Answered<readonly ToolPart[]>>;
  /** In the order of the tool; what is archived there is left out. @param within one part alone */
  milestones(placeId: string, are: MilestonesAre, within: string | undefined, signal?: AbortSignal): Promise<Answered<readonly RemoteMilestone[]>>;
  /** Where the client sees it: a comment on the milestone, or where it is none, on the place itself. */
  comment(placeId: string, milestoneId: string | undefined, text: string): Promise<Answered<{ readonly url?: string }>>;
}

interface RemoteMeeting {
  readonly id: string;
  readonly joinUrl: string;
}
export interface MeetingWish {
  readonly title: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly zone: string;
  readonly agenda: readonly string[];
  /** Held more than once: it has no time of its own there, and one link for all. */
  readonly recurs?: boolean;
}
export interface MeetingService {
  readonly name: "zoom";
  whoAmI(signal?: AbortSignal): Promise<Answered<string>>;
  create(wish: MeetingWish): Promise<Answered<RemoteMeeting>>;
  move(id: string, wish: MeetingWish): Promise<Answered<void>>;
  cancel(id: string): Promise<Answered<void>>;
}

/** What lets us into Zoom: a server-to-server OAuth app of the user's own. */
export interface ZoomKeys {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
/** What that app needs to be allowed: https://developers.zoom.us/docs/integrations/oauth-scopes-granular/ */
export const zoomScopes = ["meeting:write:meeting:admin", "meeting:update:meeting:admin", "meeting:delete:meeting:admin"] as const;
/** The one account that meetings are made by. */
export interface MeetingAccount {
  /** As the service calls it; undefined: none is connected. */
  name(): string | undefined;
  open(): MeetingService;
  /** Tries the keys, and keeps them where they let us in. Resolves to the account's name. */
  connect(keys: ZoomKeys, signal?: AbortSignal): Promise<Answered<string>>;
}
