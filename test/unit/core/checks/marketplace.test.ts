import assert from "node:assert/strict";
import { findings, fixed, marked, sentOn } from "./checking";

const fiverr = { place: "fiverr" } as const;
const ids = (text: string, told: Parameters<typeof findings>[1], rule = "ratingIncentive") => findings(text, told, rule).map(({ message }) => message.id);

describe("what marketplaces ask", () => {
  it("contactDetails: finds them before they are allowed, and features never", () => {
    assert.deepEqual(marked("contactDetails", "Write to rafi@rafi.example or +880 1711-000000.", fiverr), ["rafi@rafi.example", "+880 1711-000000"]);
    assert.equal(marked("contactDetails", "হোয়াটসঅ্যাপে কথা বলি: ০১৭১১-০০০০০০", { ...fiverr, language: "bn" }).length > 0, true);
    assert.deepEqual(marked("contactDetails", "The contact page shows your email address, and customers call the shop by WhatsApp. Order 48213 on 20-11-2026.", fiverr), []);
    assert.deepEqual(marked("contactDetails", "Write to rafi@rafi.example.", { ...fiverr, client: { contactAllowed: true } }), []);
    assert.deepEqual(marked("contactDetails", "Write to rafi@rafi.example."), []);
  });
  it("outsidePayment: finds what asks for it, and features never", () => {
    for (const text of ["Please send it to my bKash number.", "You could pay me directly.", "We can work outside Fiverr.", "টাকাটা আমার বিকাশে পাঠাবেন।"]) assert.equal(marked("outsidePayment", text, fiverr).length > 0, true, text);
    for (const text of ["Customers can pay with bKash.", "- Pay with bKash.", "The shop takes PayPal, cards and bank transfers.", "বিকাশে টাকা ফেরত।", "ক্রেতারা বিকাশে টাকা দিতে পারেন।"]) assert.deepEqual(marked("outsidePayment", text, fiverr), [], text);
    assert.deepEqual(marked("outsidePayment", "Please send it to my bKash number."), []);
  });
  it("ratingIncentive: finds both in one message", () => {
    assert.deepEqual(ids("Please write a review. You get 10% off your next order.", {}), ["check.ratingIncentive"]);
    assert.deepEqual(ids("একটি রিভিউ দিলে ১০% ছাড় দেব।", { language: "bn" }), ["check.ratingIncentive"]);
    assert.deepEqual(ids("Please write an honest review.", { provenance: { incentive: true } }), ["check.ratingIncentive"]);
    assert.deepEqual(ids("Please write an honest review. Coupons give customers 10% off.", {}), []);
    assert.deepEqual(ids("Mistakes of mine are put right at no charge. An honest rating is welcome.", {}), []);
  });
  it("ratingIncentive: keeps them fourteen days apart, whichever comes first", () => {
    const ask = "Please write an honest review of our work.";
    assert.deepEqual(ids(ask, { sent: [sentOn(13, { incentive: true })] }), ["check.ratingAfterIncentive"]);
    assert.deepEqual(ids(ask, { sent: [sentOn(14, { incentive: true })] }), []);
    assert.deepEqual(ids(ask, { sent: [sentOn(3, { text: "As a returning client you get 10% off." })] }), ["check.ratingAfterIncentive"]);
    assert.deepEqual(ids("You get 10% off your next order.", { sent: [sentOn(3, { kind: "review" })] }), ["check.incentiveAfterRating"]);
    assert.deepEqual(ids(ask, { sent: [sentOn(3, { incentive: true, clientId: "rahim" })] }), []);
  });
  it("ratingIncentive: lets no reason override it in a request for a review, or where the draft is known to give something", () => {
    const firm = (text: string, told: Parameters<typeof findings>[1]) => findings(text, told, "ratingIncentive").map((finding) => finding.firm === true);
    const ask = "Please write an honest review of our work.";
    assert.deepEqual(firm(ask, { kind: "review", sent: [sentOn(3, { incentive: true })] }), [true]);
    assert.deepEqual(firm(`${ask} You get 10% off.`, { kind: "review" }), [true]);
    assert.deepEqual(firm("A page for spring?", { kind: "comeback", provenance: { incentive: true }, sent: [sentOn(3, { kind: "review" })] }), [true]);
    // What was only read out of the words may be meant otherwise.
    assert.deepEqual(firm("You get 10% off your next order.", { sent: [sentOn(3, { kind: "review" })] }), [false]);
  });
  it("ratingIfGood: asks for an honest one instead", () => {
    assert.equal(fixed("ratingIfGood", "All done. If you are happy, please leave a review."), "All done. An honest review would help me, whatever it says.");
    assert.equal(marked("ratingIfGood", "ভালো লাগলে রিভিউ দেবেন।", { language: "bn" }).length, 1);
    assert.deepEqual(marked("ratingIfGood", "Please leave an honest review, good or bad."), []);
    assert.deepEqual(marked("ratingIfGood", "Customers see the five stars under each product."), []);
    assert.deepEqual(marked("ratingIfGood", "Thank you for the good feedback on the design."), []);
  });
});
