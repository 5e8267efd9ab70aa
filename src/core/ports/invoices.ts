/** Numbers of invoices, so that none is given twice: not by two windows at once, and not again after an invoice was cancelled. */
export interface InvoiceNumbers {
  /** True for the first who claims this number on this machine. */
  claim(number: string): Promise<boolean>;
  isClaimed(number: string): Promise<boolean>;
  /** Anybody may claim it again. Only for what nobody has seen. */
  release(number: string): Promise<void>;
  /** Runs the job while nobody else on this machine gives a number or gives one back. Rejects as the job does, or with a StorageProblem. */
  alone<T>(job: () => Promise<T>): Promise<T>;
}
