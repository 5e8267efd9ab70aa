import type { Instant, PlainDate } from "../../../src/core/time/types";
import { goldenMessages } from "../messages";
import * as relation from "../relation";

const reason = (pick: relation.Pick) =>
  pick("The payment provider changed its test system on Monday, and half of the bKash work had to be redone", "পেমেন্ট প্রোভাইডার সোমবার তাদের টেস্ট সিস্টেম বদলেছে, তাই বিকাশের অর্ধেক কাজ নতুন করে করতে হয়েছে");
const doing = (pick: relation.Pick) => pick("Everything else in the checkout is finished, and I'm on bKash full time", "চেকআউটের বাকি সব শেষ, এখন পুরো সময় বিকাশের কাজে দিচ্ছি");
const checkout = (pick: relation.Pick, due = "2026-12-03") => ({ ...relation.milestonesIn(pick)[1]!, due: relation.day(due) });
const newDue = relation.day("2026-12-08");

goldenMessages("delay", {
  much: (pick) => ({
    about: { milestoneId: "checkout" },
    answers: { reason: reason(pick), newDue, doing: doing(pick), choice: "parts", inParts: pick("all but bKash", "বিকাশ ছাড়া সব") },
    book: {
      milestone: [checkout(pick)],
      project: [{ ...relation.projectIn(pick), waited: [{ from: "2026-11-08T05:00:00.000Z" as Instant, to: "2026-11-12T05:00:00.000Z" as Instant }] }],
    },
  }),
  little: (pick) => ({ about: { milestoneId: "checkout" }, answers: { reason: reason(pick), newDue, choice: "move" }, book: { milestone: [checkout(pick)] } }),
  missed: (pick) => ({
    about: { milestoneId: "checkout" },
    answers: { reason: reason(pick), newDue: relation.day("2026-11-25"), choice: "parts", inParts: pick("all but bKash", "বিকাশ ছাড়া সব"), partBy: "2026-11-23" },
    book: { milestone: [checkout(pick, "2026-11-18")] },
  }),
  cut: (pick) => ({
    about: { milestoneId: "checkout" },
    answers: { reason: reason(pick), newDue: { by: "instant", at: "2026-12-08T12:00:00.000Z" as Instant }, choice: "cut", leaveOut: pick("the order emails", "অর্ডারের ইমেইল") },
    book: { milestone: [{ ...checkout(pick), due: { by: "instant", at: "2026-12-03T12:00:00.000Z" as Instant } }] },
    client: { place: "fiverr", channel: "fiverr" },
  }),
  overtakes: (pick) => ({
    about: { milestoneId: "checkout" },
    answers: { reason: reason(pick), newDue, dateCheck: "moveToo", choice: "move" },
    book: { milestone: [checkout(pick), { ...relation.milestonesIn(pick)[2]!, due: relation.day("2026-12-07") }], project: [{ ...relation.projectIn(pick), dueOn: "2026-12-08" as PlainDate }] },
  }),
  none: (pick) => ({ answers: { reason: reason(pick), newDue }, book: { project: [{ ...relation.projectIn(pick), dueOn: "2026-12-03" as PlainDate }] } }),
  undated: (pick) => {
    const { due, ...bare } = checkout(pick);
    return { about: { milestoneId: "checkout" }, answers: { reason: reason(pick), newDue }, book: { milestone: [bare] } };
  },
});
