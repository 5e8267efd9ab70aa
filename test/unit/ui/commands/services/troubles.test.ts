import assert from "node:assert/strict";
import { afterEach } from "mocha";
import { startTrello, type Trello } from "../../../../support/servers/trello";
import { tempFolders } from "../../../storage/tempFolder";
import type { Act } from "../../prompts/scriptedScreen";
import { onBoard, project, serviceRoom } from "./serviceRoom";

const folder = tempFolders();
const opened: { close(): void }[] = [];
let trello: Trello | undefined;
afterEach(async () => {
  opened.splice(0).forEach((one) => one.close());
  await trello?.stop();
  trello = undefined;
});

type Room = Awaited<ReturnType<typeof serviceRoom>>;
const refresh = (room: Room) => room.run("khobor.refreshTool", { kind: "project", recordId: project });
const post = async (room: Room) => {
  await room.hasSent("r-1");
  await room.run("khobor.postUpdate", "r-1");
};

/** What is the matter, how it comes about, and the one sentence that is said of it. */
const troubles: readonly {
  readonly what: string;
  readonly link?: Partial<typeof onBoard> & { readonly within?: string };
  readonly happens: (trello: Trello) => unknown;
  readonly job?: (room: Room) => unknown;
  readonly acts?: (language: "en" | "bn") => Act[];
  readonly en: string;
  readonly bn: string;
  readonly next?: string;
}[] = [
  {
    what: "an expired or revoked token",
    happens: (it) => (it.isTokenGood = false),
    en: "Trello does not accept the key any more. Connect again.",
    bn: "Trello চাবিটি আর গ্রহণ করছে না। আবার সংযোগ করুন।",
    next: "khobor.connectService",
  },
  {
    what: "a deleted board",
    happens: (it) => it.boards.splice(0),
    en: "“Acme Shop” is not in Trello any more: it was deleted, or you may not see it.",
    bn: "“Acme Shop” Trello-এ আর নেই: মুছে ফেলা হয়েছে, বা আপনার দেখার অনুমতি নেই।",
    next: "khobor.linkTool",
  },
  {
    what: "a closed board, which can still be read",
    happens: (it) => (it.boards[0]!.closed = true),
    en: "“Acme Shop” is not in Trello any more: it was deleted, or you may not see it.",
    bn: "“Acme Shop” Trello-এ আর নেই: মুছে ফেলা হয়েছে, বা আপনার দেখার অনুমতি নেই।",
    next: "khobor.linkTool",
  },
  {
    what: "a board that may not be seen any more",
    happens: (it) => (it.fault = { status: 401, body: "unauthorized permission requested" }),
    en: "Trello does not let you do this with that account.",
    bn: "এই অ্যাকাউন্ট দিয়ে Trello এটি করতে দেয় না।",
  },
  {
    what: "an archived list that was the one to read",
    link: { within: "later" },
    happens: (it) => it.lists.pop(),
    en: "The list or section of “Acme Shop” that was chosen is not open in Trello any more.",
    bn: "“Acme Shop”-এর যে লিস্ট বা সেকশন বেছে নেওয়া ছিল, Trello-এ তা আর খোলা নেই।",
    next: "khobor.linkTool",
  },
  {
    what: "a card archived before the comment was posted",
    happens: (it) => (it.fault = ({ method }) => (method === "POST" ? { status: 404, body: "The requested resource was not found." } : undefined)),
    job: post,
    acts: () => [{ pick: "Checkout" }, { confirm: true }],
    en: "Not posted. “Checkout” is not in Trello any more: it was deleted or archived. Nothing was posted.",
    bn: "পোস্ট হয়নি। “Checkout” Trello-এ আর নেই: মুছে ফেলা বা আর্কাইভ করা হয়েছে। কিছু পোস্ট হয়নি।",
  },
  {
    what: "a board on which every card is archived",
    happens: (it) => it.cards.forEach((card) => (card.closed = true)),
    job: post,
    en: "“Acme Shop” in Trello has nothing open to comment on.",
    bn: "Trello-এর “Acme Shop”-এ কমেন্ট করার মতো খোলা কিছু নেই।",
  },
  {
    what: "being offline",
    happens: (it) => it.stop(),
    en: "Trello could not be reached. Check the connection, then try again.",
    bn: "Trello-এর সঙ্গে যোগাযোগ করা যায়নি। ইন্টারনেট সংযোগ দেখে আবার চেষ্টা করুন।",
  },
  {
    what: "a rate limit",
    happens: (it) => (it.fault = { status: 429, body: "API_TOKEN_LIMIT_EXCEEDED" }),
    en: "Trello asks to wait a little. Try again in a minute.",
    bn: "Trello একটু অপেক্ষা করতে বলছে। এক মিনিট পরে আবার চেষ্টা করুন।",
  },
  {
    what: "trouble over there",
    happens: (it) => (it.fault = { status: 503, body: "" }),
    en: "Trello has trouble just now. Try again later.",
    bn: "Trello-এ এই মুহূর্তে সমস্যা হচ্ছে। পরে আবার চেষ্টা করুন।",
  },
  {
    what: "an answer that is none",
    happens: (it) => (it.fault = { status: 200, body: "<html>" }),
    en: "Trello gave an answer that could not be read. Check its address in the settings.",
    bn: "Trello-এর উত্তর পড়া যায়নি। সেটিংসে ঠিকানাটি দেখে নিন।",
    next: "khobor.openSettings",
  },
];

describe("what can be the matter with a tool", () => {
  for (const { what, link, happens, job = refresh, acts = () => [], next, ...sentences } of troubles) {
    it(`${what}: one sentence in each language, and nothing is changed`, async () => {
      for (const language of ["en", "bn"] as const) {
        trello = await startTrello();
        const room = await serviceRoom(folder(), { language, urls: { trello: trello.url }, link: { ...onBoard, ...link } }, ...acts(language));
        opened.push(room);
        await room.connect();
        await happens(trello);
        await job(room);
        assert.deepEqual(room.said.map(({ text, as }) => [as, text]), [["fail", sentences[language]]]);
        assert.deepEqual([room.milestones(), trello.comments], [[], []]);
        if (next !== undefined) {
          await room.said[0]!.actions[0]!.run();
          assert.equal(room.ran[0]![0], next);
        }
        await trello.stop().catch(() => undefined);
      }
    });
  }

  it("is said while choosing, too", async () => {
    trello = await startTrello();
    const urls = { trello: trello.url };
    const room = await serviceRoom(folder(), { urls }, "enter");
    opened.push(room);
    await room.connect();
    await trello.stop();
    await room.run("khobor.linkTool", { kind: "project", recordId: project });
    assert.equal(room.last(), "Trello could not be reached. Check the connection, then try again.");
    assert.equal(room.link(), undefined);
  });
});
