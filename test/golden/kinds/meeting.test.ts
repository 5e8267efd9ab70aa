import type { Meeting } from "../../../src/core/book/meeting";
import type { Note } from "../../../src/core/book/note";
import type { Instant, Zone } from "../../../src/core/time/types";
import { goldenMessages, type Case } from "../messages";
import type { Pick } from "../relation";

const at = (text: string) => text as Instant;
const base = { rev: 1, createdAt: at("2026-11-01T04:00:00.000Z"), changedAt: at("2026-11-01T04:00:00.000Z"), clientId: "client" };

const call = (pick: Pick, more: Partial<Meeting> = {}): Meeting => ({
  ...base,
  id: "call",
  projectId: "project",
  title: pick("Checkout review", "চেকআউট দেখা"),
  startsAt: at("2026-11-24T10:00:00.000Z"),
  minutes: 30,
  zone: "Europe/London" as Zone,
  ...more,
});
const withAgenda = (pick: Pick): Partial<Meeting> => ({
  link: "https://meet.example/acme_call?x=1",
  agenda: [pick("Should a coupon also apply to delivery?", "কুপনের ছাড় কি ডেলিভারি চার্জেও প্রযোজ্য হবে?"), pick("Checkout", "চেকআউট"), pick("Loyalty program", "লয়্যালটি প্রোগ্রাম")],
});
const decision = (id: string, text: string): Note => ({ ...base, id, kind: "decision", text, projectId: "project", meetingId: "call", forUpdate: true });

const told =
  (form: string, more: (pick: Pick) => Partial<Meeting>, rest: ReturnType<Case> = {}, others: (pick: Pick) => { readonly meeting?: readonly Meeting[]; readonly note?: readonly Note[] } = () => ({})): Case =>
  (pick) => ({ ...rest, about: { meetingId: "call", form }, book: { meeting: [call(pick, more(pick)), ...(others(pick).meeting ?? [])], ...(others(pick).note && { note: others(pick).note! }) } });

const because = (pick: Pick) => ({ answers: { reason: pick("I have a medical appointment that I cannot move", "একটি চিকিৎসার অ্যাপয়েন্টমেন্ট আছে, সরানো যাচ্ছে না") } });

goldenMessages("meeting", {
  much: told("set", (pick) => ({ ...withAgenda(pick), recurs: "FREQ=WEEKLY", minutes: 90 })),
  little: told("set", () => ({ zone: "Asia/Dhaka" as Zone, recurs: "FREQ=WEEKLY;INTERVAL=2" })),
  none: told("set", () => ({})),
  late: told("set", () => ({ startsAt: at("2026-11-24T19:00:00.000Z"), minutes: 60 })),
  abroad: told("set", () => ({ startsAt: at("2026-11-24T19:00:00.000Z"), recurs: "FREQ=MONTHLY;BYDAY=-1TU" }), { client: { zone: "America/New_York" as Zone } }),
  marketplace: told("set", withAgenda, { client: { place: "fiverr", channel: "fiverr" } }),
  moved: (pick, tone) => ({ ...because(pick), ...told("moved", (each) => ({ ...withAgenda(each), movedFrom: at("2026-11-23T10:00:00.000Z") }))(pick, tone) }),
  movedSilently: told("moved", () => ({ movedFrom: at("2026-11-23T10:00:00.000Z"), recurs: "FREQ=WEEKLY" })),
  reminder: told("reminder", withAgenda),
  urgent: told("urgent", (pick) => ({ urgent: true, startsAt: at("2026-11-20T12:30:00.000Z"), ...withAgenda(pick), agenda: [] })),
  cannotAttend: (pick, tone) => ({ ...because(pick), ...told("cannotAttend", () => ({ movedFrom: at("2026-11-23T10:00:00.000Z") }))(pick, tone) }),
  cannotAttendOnce: told("cannotAttend", () => ({ cancelledAt: at("2026-11-20T10:00:00.000Z"), ofSeries: { meetingId: "series", at: at("2026-11-24T10:00:00.000Z") } }), {}, (pick) => ({
    meeting: [call(pick, { id: "series", startsAt: at("2026-11-10T10:00:00.000Z"), recurs: "FREQ=WEEKLY", except: [at("2026-11-24T10:00:00.000Z")] })],
  })),
  cancelled: (pick, tone) => ({ ...because(pick), ...told("cancelled", () => ({ cancelledAt: at("2026-11-20T10:00:00.000Z") }))(pick, tone) }),
  decisions: told("decisions", () => ({ startsAt: at("2026-11-17T10:00:00.000Z"), recurs: "FREQ=WEEKLY" }), {}, (pick) => ({
    note: [decision("one", pick("Coupons also apply to delivery", "কুপনের ছাড় ডেলিভারি চার্জেও থাকবে")), decision("two", pick("The shop goes live on 7 January.", "শপ চালু হবে ৭ জানুয়ারি।"))],
  })),
  talk: (pick) => ({
    about: { noteId: "talk" },
    answers: { decisions: [pick("Delivery is free over 1,000 taka", "১,০০০ টাকার ওপরে ডেলিভারি ফ্রি থাকবে")] },
    book: { note: [{ ...base, id: "talk", kind: "contact", way: "call", text: "Call: free delivery", at: at("2026-11-19T10:00:00.000Z"), projectId: "project", forUpdate: false }] },
  }),
});
