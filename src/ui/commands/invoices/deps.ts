import type { TakeBackIssueDeps } from "../../../flows/takeBackIssue";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "../keep/chosenFiles";

export interface InvoiceCommandsDeps extends BookCommandsDeps, Pick<TakeBackIssueDeps, "numbers" | "known" | "history" | "leaving"> {
  readonly chosenFiles: ChosenFiles;
}
