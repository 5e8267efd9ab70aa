import { day, questionIn, sentIn } from "../relation";
import { goldenMessages } from "../messages";

goldenMessages("question", {
  much: (pick) => ({
    about: { noteId: "question" },
    book: {
      note: [
        {
          ...questionIn(pick),
          context: pick("Coupons now take 10% off an order.", "এখন কুপনে অর্ডারের ওপর ১০% ছাড় পাওয়া যায়।"),
          options: [pick("The coupon applies to goods and delivery", "পণ্য ও ডেলিভারি, দুটোতেই ছাড় মিলবে"), pick("The coupon applies to goods alone", "শুধু পণ্যে ছাড় মিলবে")],
          fallback: pick("I'll leave delivery out for now", "আপাতত ডেলিভারি চার্জ বাদ রেখে কাজ এগিয়ে নেব"),
        },
      ],
    },
  }),
  again: (pick) => ({ about: { noteId: "question" }, book: { note: [questionIn(pick)] }, sent: [sentIn("question", "2026-11-18T10:00:00.000Z", { noteId: "question" })] }),
  little: (pick) => ({ about: { noteId: "question" }, book: { note: [questionIn(pick)] } }),
  none: (pick, tone) => {
    const { due, ...bare } = questionIn(pick);
    return { about: { noteId: "question" }, book: { note: [bare] }, noProject: true, client: { contacts: [{ id: "c", name: pick("Sara Rahman", "সারা রহমান"), language: pick("en", "bn") as "en", tone, addressAs: "" }] } };
  },
  "past-date": (pick) => ({
    about: { noteId: "question" },
    book: { note: [{ ...questionIn(pick), due: day("2026-11-18"), fallback: pick("leave delivery out", "ডেলিভারি চার্জ বাদ রাখব") }] },
  }),
});
