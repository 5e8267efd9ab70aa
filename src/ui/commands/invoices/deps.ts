import type { InvoiceNumbers } from "../../../core/ports/invoices";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "../keep/chosenFiles";

export interface InvoiceCommandsDeps extends BookCommandsDeps {
  readonly numbers: InvoiceNumbers;
  readonly chosenFiles: ChosenFiles;
}
