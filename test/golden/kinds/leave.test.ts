import { goldenMessages } from "../messages";
import { on } from "../kindInputs";
import * as relation from "../relation";

goldenMessages("leave", {
  much: (pick) => ({
    about: { absenceId: "absence-2026-12-14" },
    answers: { before: [pick("The checkout, with bKash and coupons", "বিকাশ ও কুপনসহ চেকআউট")], waits: [pick("The launch", "লঞ্চ"), pick("Small changes to texts", "লেখার ছোটখাটো পরিবর্তন")] },
    book: { absence: [relation.absenceIn("2026-12-14", "2026-12-17"), relation.absenceIn("2026-12-25", "2026-12-25"), relation.absenceIn("2027-03-18", "2027-03-24", { tentative: true })] },
  }),
  little: () => ({ about: { absenceId: "absence-2026-12-14" }, book: { absence: [relation.absenceIn("2026-12-14", "2026-12-17")] } }),
  none: () => ({ about: { absenceId: "absence-2026-12-16" }, book: { absence: [relation.absenceIn("2026-12-16", "2026-12-16")] } }),
  tentative: () => ({ about: { absenceId: "absence-2026-12-14" }, book: { absence: [relation.absenceIn("2026-12-14", "2026-12-17", { tentative: true })] } }),
  changed: () => ({
    about: { absenceId: "absence-2026-12-14" },
    book: { absence: [relation.absenceIn("2026-12-14", "2026-12-17")] },
    sent: [relation.sentIn("leave", "2026-11-10T05:00:00.000Z", { absenceId: "absence-2026-12-14", leave: [{ absenceId: "absence-2026-12-14", from: on("2026-12-07"), to: on("2026-12-10") }] })],
  }),
  confirmed: () => ({
    about: { absenceId: "absence-2026-12-14" },
    book: { absence: [relation.absenceIn("2026-12-14", "2026-12-17")] },
    sent: [relation.sentIn("leave", "2026-11-10T05:00:00.000Z", { absenceId: "absence-2026-12-14", leave: [{ absenceId: "absence-2026-12-14", from: on("2026-12-14"), to: on("2026-12-17"), tentative: true }] })],
  }),
  cancelled: () => ({
    about: { absenceId: "absence-2026-12-14" },
    book: { absence: [{ ...relation.absenceIn("2026-12-14", "2026-12-17"), archivedAt: relation.now }, relation.absenceIn("2026-12-25", "2026-12-25")] },
    sent: [relation.sentIn("leave", "2026-11-10T05:00:00.000Z", { absenceId: "absence-2026-12-14", leave: [{ absenceId: "absence-2026-12-14", from: on("2026-12-14"), to: on("2026-12-17") }] })],
  }),
});
