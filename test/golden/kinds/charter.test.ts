import { goldenMessages } from "../messages";

// Whatever is written down of it, it is told as the way I work; only where nothing is, does it ask.
goldenMessages("charter", {
  partly: (pick) => ({
    me: {
      charter: {
        responseTime: [pick("Within one working day", "এক কর্মদিবসের মধ্যে")],
        payment: [pick("Half before I begin, half on delivery, by bank transfer", "অর্ধেক শুরুর আগে, অর্ধেক জমা দেওয়ার পর, ব্যাংকের মাধ্যমে")],
      },
    },
  }),
});
