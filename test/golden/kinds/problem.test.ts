import type { Due } from "../../../src/core/book/fields";
import type { Instant } from "../../../src/core/time/types";
import { goldenMessages } from "../messages";
import * as relation from "../relation";

const bare = (pick: relation.Pick) => relation.note("blocker", "blocker", pick("bKash has not approved the merchant account yet", "বিকাশ এখনো মার্চেন্ট অ্যাকাউন্ট অনুমোদন করেনি"));
const full = (pick: relation.Pick) => ({
  ...bare(pick),
  effect: pick("Your customers cannot pay with bKash yet; cards work", "ক্রেতারা এখনো বিকাশে মূল্য দিতে পারছেন না; কার্ডে পারছেন"),
  doing: pick("I'll call them again on Sunday morning, and I have asked for a named contact", "রবিবার সকালে আবার ফোন করব, আর কার সঙ্গে সরাসরি কথা বলা যাবে, তা জানতে চেয়েছি"),
});
const nextWord: Due = { by: "instant", at: "2026-11-23T11:00:00.000Z" as Instant };

goldenMessages("problem", {
  much: (pick) => ({ about: { noteId: "blocker", form: "open" }, answers: { nextWord }, book: { note: [full(pick)] } }),
  little: (pick) => ({ about: { noteId: "blocker", form: "open" }, answers: { nextWord: relation.day("2026-11-23") }, book: { note: [{ ...bare(pick), doing: full(pick).doing }] }, noProject: true }),
  none: (pick) => ({ about: { noteId: "blocker", form: "open" }, book: { note: [bare(pick)] } }),
  solved: (pick) => ({
    about: { noteId: "blocker", form: "solved" },
    answers: { fix: pick("bKash approved the account this morning", "বিকাশ আজ সকালে অ্যাকাউন্ট অনুমোদন করেছে") },
    sent: [relation.sentIn("problem", "2026-11-18T10:00:00.000Z", { noteId: "blocker", form: "open" })],
    book: { note: [full(pick)] },
  }),
  "solved-untold": (pick) => ({ about: { noteId: "blocker", form: "solved" }, book: { note: [full(pick)] } }),
});
