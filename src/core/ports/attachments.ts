import type { Id } from "../book/fields";
import type { Attachment } from "../book/sentRecord";

/** The files that go with a message, in its draft's folder. */
export interface AttachmentStore {
  /**
   * Keeps a file with a draft, under a name that is safe and that no other of the draft's files has.
   * @param instead takes the place of this one of the draft's, which must not be a user's
   * Rejects with a StorageProblem where it is too large or cannot be kept.
   */
  add(draftId: Id, name: string, content: Uint8Array, instead?: string): Promise<Attachment>;
  /** What is gone already is no failure. */
  remove(draftId: Id, name: string): Promise<void>;
  /** Where it lies on this machine. */
  path(draftId: Id, name: string): string;
}
