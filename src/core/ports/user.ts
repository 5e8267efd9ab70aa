import type { Project, TellFrom } from "../book/project";
import type { OwedSettings } from "../owed/settings";
import type { Text } from "../say";
import type { Instant } from "../time/types";
import type { Event } from "./events";

/** The answer of a prompt; undefined: cancelled, which is silent. */
export interface Prompts {
  pickProject(projects: readonly Project[], title: Text): Promise<Project | undefined>;
  askTellFrom(project: Project, tags: readonly { readonly name: string; readonly at: Instant }[], newest?: Instant): Promise<TellFrom | undefined>;
  confirm(question: Text, yes: Text): Promise<boolean>;
}

export interface Clipboard {
  write(text: string): Promise<void>;
}

export interface Trust {
  isTrusted(): boolean;
  readonly onDidGrant: Event<void>;
}

/** Settings that the flows read. */
export interface Settings {
  /** Emails that are mine besides those that git knows. */
  myEmails(): readonly string[];
  whoseCommits(): "mine" | "everyone";
  /** Housekeeping is told in a closing sentence. */
  tellHousekeeping(): boolean;
  /** What is owed when. Absent: as the rules have it. */
  owed?(): OwedSettings;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
