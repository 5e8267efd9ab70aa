import type { Due } from "../book/fields";
import type { Text } from "../say";
import type { Instant } from "../time/types";

// Tools of the client's in which a project is kept: milestones come in, progress goes out.

/** What was asked of a service, or what stood against it. */
export type Answered<T> =
  | { readonly is: "ok"; readonly value: T }
  | { readonly is: "failed"; readonly reason: Text; readonly detail: string; readonly retryAfter?: Instant }
  /** Something was written there, or not: nobody here can know. */
  | { readonly is: "unclear"; readonly reason: Text; readonly detail: string };

export const toolNames = ["trello", "asana", "basecamp"] as const;
export type ToolName = (typeof toolNames)[number];
/** As they are shown, in every language. */
export const toolTitles: Readonly<Record<ToolName, string>> = { trello: "Trello", asana: "Asana", basecamp: "Basecamp" };

/** One of my accounts there. A secret of the same service and account belongs to it. */
export interface ToolAccount {
  readonly service: ToolName;
  readonly account: string;
}

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
  /** Whether the client sees it there, and what is written on it. Absent: the tool does not say, or shows all to everybody. */
  readonly clientSees?: boolean;
}

/** What counts as a milestone there. */
export type MilestonesAre = "card" | "list" | "section" | "milestone" | "task" | "todolist" | "todo";

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

/** What lets us into an account. */
export type ToolKeys =
  | { readonly service: "trello"; readonly key: string; readonly token: string }
  | { readonly service: "asana"; readonly token: string }
  | {
      readonly service: "basecamp";
      /** The user's own app. */
      readonly clientId: string;
      readonly clientSecret: string;
      readonly access: string;
      readonly refresh: string;
      /** When `access` ends. */
      readonly until: Instant;
      /** One of the companies that the user belongs to, and where its API is. */
      readonly company: string;
      readonly baseUrl: string;
    };
type BasecampKeys = Extract<ToolKeys, { readonly service: "basecamp" }>;

/** A sign-in that has begun: `address` is the page on which the user says yes. */
export interface BasecampSignIn {
  readonly address: string;
  /** What stands in `pasted`, the address that the browser ended at. Undefined: no code of this sign-in. */
  codeIn(pasted: string): string | undefined;
  /** The companies that the user may choose from. */
  finish(code: string, signal?: AbortSignal): Promise<Answered<readonly BasecampKeys[]>>;
}

/** The accounts in tools that are connected, and those that are to be. */
export interface Tools {
  /** The page that the user's own Basecamp app sends people back to. */
  readonly basecampRedirect: string;
  accounts(): readonly ToolAccount[];
  /** What is asked of an account that is not connected (any more) fails with that reason. */
  open(account: ToolAccount): Promise<ProjectTool>;
  /** Tries the keys, and keeps them where they let us in. */
  connect(keys: ToolKeys, signal?: AbortSignal): Promise<Answered<ToolAccount>>;
  disconnect(account: ToolAccount): Promise<void>;
  signInToBasecamp(app: { readonly clientId: string; readonly clientSecret: string }): BasecampSignIn;
}

export interface RemoteMeeting {
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
  /** One that is as wished, by title and time. @param known ids of others that are */
  find(wish: MeetingWish, known: readonly string[]): Promise<Answered<RemoteMeeting | undefined>>;
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
export const zoomScopes = ["meeting:write:meeting:admin", "meeting:update:meeting:admin", "meeting:delete:meeting:admin", "meeting:read:list_meetings:admin"] as const;
/** The one account that meetings are made by. */
export interface MeetingAccount {
  /** As the service calls it; undefined: none is connected. */
  name(): string | undefined;
  open(): MeetingService;
  /** Tries the keys, and keeps them where they let us in. Resolves to the account's name. */
  connect(keys: ZoomKeys, signal?: AbortSignal): Promise<Answered<string>>;
}
