import type { Milestone } from "../../../src/core/book/milestone";
import type { PlainDate } from "../../../src/core/time/types";
import { goldenMessages } from "../messages";
import * as relation from "../relation";

const named = (pick: relation.Pick, done: number): Milestone => {
  const parts = [pick("Pay with bKash", "বিকাশে মূল্য পরিশোধ"), pick("Coupon codes", "কুপন কোড"), pick("Order emails", "অর্ডারের ইমেইল")];
  return { ...relation.milestonesIn(pick)[1]!, deliverables: parts.map((text, at) => ({ id: `p${at}`, text, ...(at < done && { doneAt: relation.now }) })) };
};
const answerBy = "2026-11-25" as PlainDate;

goldenMessages("milestone", {
  much: (pick) => ({ about: { milestoneId: "checkout" }, answers: { answerBy }, book: { milestone: [named(pick, 3), relation.milestonesIn(pick)[2]!] } }),
  little: (pick) => ({ about: { milestoneId: "checkout" }, book: { milestone: [named(pick, 2)] }, answers: { answerBy } }),
  none: (pick) => {
    const { previewUrl, ...project } = relation.projectIn(pick);
    return { about: { milestoneId: "checkout" }, book: { project: [project], milestone: [{ ...named(pick, 0), deliverables: [] }] } };
  },
  "in-words": (pick) => {
    const { previewUrl, ...project } = relation.projectIn(pick);
    return { about: { milestoneId: "checkout" }, book: { project: [project], milestone: [{ ...named(pick, 3), viewUrl: pick("Open the shop on your phone and put something in the cart", "ফোনে শপটি খুলে কার্টে কিছু একটা রাখুন") }] } };
  },
});
