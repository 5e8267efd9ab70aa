import type { Language } from "../../../core/book/fields";
import type { BookStore } from "../../../core/ports/book";
import type { CustomTemplates, TemplateSource } from "../../../core/ports/templates";
import type { Log, Trust } from "../../../core/ports/user";
import type { PreviewDeps } from "../../../flows/previewMessage";
import type { Renderers } from "../../../flows/renderers";
import type { Messages } from "../../messages";
import type { Screen } from "../../prompts/screen";
import type { Commands } from "../register";

export interface TemplateDeps extends Omit<PreviewDeps, "renderers"> {
  readonly book: Pick<BookStore, "current" | "onDidChange">;
  readonly shipped: TemplateSource;
  /** What ships, whatever the user's own templates are. */
  readonly shippedRenderers: Renderers;
  readonly custom: CustomTemplates;
  readonly trust: Pick<Trust, "isTrusted">;
  readonly screen: Screen;
  readonly messages: Messages;
  readonly commands: Pick<Commands, "executeCommand">;
  readonly interfaceLanguage: () => Language;
  readonly log: Log;
}
