import type { CompiledTemplates } from "../drafting/compiledRenderer";

export interface TemplateSource {
  /** The text of a template, "en/progress"; undefined where there is none. */
  template(name: string): Promise<string | undefined>;
  /** Partials of a language by name. */
  partials(language: "en" | "bn"): Promise<Readonly<Record<string, string>>>;
  /** As the build compiled it, with the partials of its language. Absent, and undefined: the texts are to be compiled. */
  readonly compiled?: (name: string) => Promise<CompiledTemplates | undefined>;
}

export type TemplatePlace = "user" | "workspace";

/**
 * Templates of the user's own, each in the place of a shipped one of the same name: of a message, "en/progress", or of a partial,
 * "en/partials/signature".
 */
export interface CustomTemplates {
  /** The workspace's, where it is trusted, else the user's. Undefined where there is none. */
  find(name: string): Promise<CustomTemplate | undefined>;
  /** The partials of a language by name, "signature", found as `find` does. Some may go by names that do not ship. */
  partials(language: "en" | "bn"): Promise<Readonly<Record<string, CustomTemplate>>>;
  /** Where it lies or would lie; undefined: there is no such place now. */
  pathIn(place: TemplatePlace, name: string): string | undefined;
  /** Makes a file of this text unless there is one already. Resolves to its path. */
  create(place: TemplatePlace, name: string, text: string): Promise<string>;
  remove(template: Pick<CustomTemplate, "path">): Promise<void>;
}

export interface CustomTemplate {
  readonly place: TemplatePlace;
  readonly path: string;
  /** Absent: the file cannot be read as a text of that length. */
  readonly text?: string;
}
