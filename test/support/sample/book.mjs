import { daysBefore } from "./repository.mjs";

/**
 * The book of the sample as a list of changes, its dates counted from `now`: one client whose update is due,
 * with a delivered, a running and a planned milestone, and notes of most kinds.
 * @param {string} rootCommit of the sample repository
 * @param {Date} [now]
 */
export function sampleBook(rootCommit, now = new Date()) {
  const at = (/** @type {number} */ ago, time = "10:00") => daysBefore(now, ago, time).toISOString();
  const on = (/** @type {number} */ ahead) => localDate(daysBefore(now, -ahead, "12:00"));
  const base = (/** @type {string} */ id, ago = 14) => ({ id, rev: 1, createdAt: at(ago), changedAt: at(ago) });
  const deliverable = (/** @type {string} */ id, /** @type {string} */ text, /** @type {number | undefined} */ doneAgo) =>
    doneAgo === undefined ? { id, text } : { id, text, doneAt: at(doneAgo, "17:00") };
  const about = { clientId: "sample-acme", projectId: "sample-shop" };
  const put = (/** @type {string} */ kind, /** @type {object} */ record) => ({ op: "put", kind, record });

  return [
    { op: "me", me: { names: ["Nadia Rahman", "নাদিয়া রহমান"], emails: ["nadia@nadia.example"] } },
    put("client", {
      ...base("sample-acme"),
      name: "Acme",
      place: "direct",
      contacts: [{ id: "sample-sara", name: "Sara Lindqvist", addressAs: "Sara", email: "sara@acme.example", language: "en", tone: "friendly", usual: true }],
      zone: "Europe/Stockholm",
      channel: "email",
      needs: "Sell garden furniture online before the spring season; wants to see progress every week.",
    }),
    put("project", {
      ...base("sample-shop"),
      clientId: "sample-acme",
      name: "Online shop",
      size: "large",
      status: "active",
      scopes: [{ id: "sample-scope", name: "acme-shop", identity: { remotes: ["github.com/acme/acme-shop"], rootCommits: [rootCommit] } }],
      goesLive: { by: "branch", branch: "main" },
      previewUrl: "https://preview.acme.example",
      tellFrom: { from: "beginning" },
      goal: "A shop that customers can buy from on their phones",
      startsOn: on(-14),
      dueOn: on(24),
    }),
    put("milestone", {
      ...base("sample-catalogue"),
      projectId: "sample-shop",
      title: "Catalogue",
      due: { by: "date", on: on(-6) },
      deliverables: [deliverable("sample-c1", "Products by category", 13), deliverable("sample-c2", "Search", 12), deliverable("sample-c3", "Product photos", 9)],
      state: "delivered",
      deliveredAt: at(9, "17:30"),
    }),
    put("milestone", {
      ...base("sample-checkout"),
      projectId: "sample-shop",
      title: "Cart and checkout",
      due: { by: "date", on: on(4) },
      deliverables: [deliverable("sample-k1", "Cart", 9), deliverable("sample-k2", "Delivery address", 1), deliverable("sample-k3", "Discount codes", 5), deliverable("sample-k4", "Payment with bKash", undefined)],
      state: "active",
    }),
    put("milestone", {
      ...base("sample-launch"),
      projectId: "sample-shop",
      title: "Launch",
      due: { by: "date", on: on(24) },
      deliverables: [deliverable("sample-l1", "Move to acme.example", undefined), deliverable("sample-l2", "Training for the Acme team", undefined)],
      state: "planned",
    }),
    put("note", { ...base("sample-contact", 8), ...about, kind: "contact", text: "Call with Sara: happy with the catalogue, asked about discount codes", at: at(8, "15:00"), forUpdate: false, tells: ["sample-catalogue"] }),
    put("note", { ...base("sample-question", 3), ...about, kind: "question", text: "Which delivery prices apply outside the city?", milestoneId: "sample-checkout", forUpdate: true, due: { by: "date", on: on(3) } }),
    put("note", { ...base("sample-blocker", 2), ...about, kind: "blocker", text: "bKash has not approved the merchant account yet; Acme's accountant is chasing it", milestoneId: "sample-checkout", forUpdate: true }),
    put("note", { ...base("sample-done", 4), ...about, kind: "done", text: "Trained Omar at Acme to add products", at: at(4, "14:00"), forUpdate: true }),
    put("note", { ...base("sample-feedback", 6), ...about, kind: "feedback", feedback: "good", text: "The search is exactly what we hoped for", at: at(6, "11:00"), forUpdate: false }),
    put("note", { ...base("sample-private", 5), ...about, kind: "note", text: "Sara is away the last week of the month", forUpdate: false }),
  ];
}

/** @param {Date} date */
function localDate(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
