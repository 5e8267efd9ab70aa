import type { InvoiceNumbers } from "../../../core/invoicePorts";
import type { BookCommandsDeps } from "../book/deps";
import type { ChosenFiles } from "../keep/chosenFiles";

export interface InvoiceCommandsDeps extends BookCommandsDeps {
  readonly numbers: InvoiceNumbers;
  readonly chosenFiles: ChosenFiles;
}
