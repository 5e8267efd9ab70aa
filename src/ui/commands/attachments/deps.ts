import type { BookStore } from "../../../core/ports/book";
import type { Say } from "../../../core/say";
import type { AttachDeps } from "../../../flows/attach";
import type { OpenDrafts } from "../../documents/openDrafts";
import type { Messages } from "../../messages";
import type { Screen } from "../../prompts/screen";

export interface AttachmentCommandsDeps extends AttachDeps {
  readonly say: Say;
  readonly screen: Screen;
  readonly messages: Pick<Messages, "inform" | "fail">;
  readonly book: Pick<BookStore, "current">;
  readonly openDrafts: OpenDrafts;
}
