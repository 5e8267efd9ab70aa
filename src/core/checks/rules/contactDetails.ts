import { contactMayBeShared } from "../../book/marketplaces";
import { takeOut } from "../find/fixes";
import { apart, has, matchesIn, pattern, words } from "../find/patterns";
import { aboutCustomers } from "../find/sentences";
import { defineRule } from "../finding";

// Fiverr and Upwork close accounts over contact details that are shared before an order or a contract allows it. Source:
// book/marketplaces.ts (`contactFrom`), with the page of each. A feature that shows the client's own number is no such thing:
// what counts is an address, a number or a link itself, or an invitation to talk elsewhere.

const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
/** rafi at example dot com, rafi [at] example [dot] com */
const spelled = /(?<![\w.+-])[\w.+-]{1,64} ?(?:\(at\)|\[at\]| at | @ ) ?[\w-]{1,63} ?(?:\(dot\)|\[dot\]| dot |\.) ?(?:com|net|org|io|dev|me|co|bd|example)\b/gi;
const phone = /(?<![\w./:#-])(?:\+|00)\d[\d ().-]{7,18}\d(?!\w)|(?<![\w./:#-])0\d{2,4}(?:[ -]?\d{3,4}){2}(?!\w)|(?<![\w./:#-])01[3-9]\d{2}[- ]?\d{6}(?!\d)/g;
const link = /\b(?:(?:[\w-]+\.)?zoom\.us\/|meet\.google\.com\/|teams\.(?:microsoft|live)\.com\/|wa\.me\/|t\.me\/|chat\.whatsapp\.com\/|discord\.(?:gg|com\/invite)\/|calendly\.com\/|cal\.com\/|join\.skype\.com\/|m\.me\/|(?:www\.)?(?:facebook|linkedin|instagram)\.com\/|viber:\/\/|skype:|live:(?:\.cid)?)[\w./?=&%+-]+/gi;

const apps = "(?:whats ?app|telegram|skype|viber|imo|signal|messenger|discord|zoom|google meet|teams|facetime|facebook|linkedin|instagram|slack|e-?mail|phone|mobile)";
const invite = [
  words(
    `(?:catch|find|reach|get|contact|ping|message|add|follow|see|hit|have) me(?: \\w+){0,4} (?:on|via|at|over|through|by) (?:my )?${apps}`, `(?:me|I'm|I am)(?: \\w+){0,4} on ${apps}`, `${apps}(?: \\S+){0,3} @\\w{3,}`, `${apps},? @\\w{3,}`, "(?:ring|phone|buzz|skype|sms) me(?: at| on)?", "look me up(?: on)?", "(?:drop|shoot|send) me (?:an? )?(?:e-?mail|mail|text|sms)(?: to| at)?", "my (?:e-?mail|number|skype|phone|telegram|whatsapp)(?: \\w+)? is (?:in|on)", `(?:move|take|carry)(?: \\S+){0,3} (?:to|over to|onto|on) ${apps}`,
  ),
  /[\w.+-]{1,64} ?\(?(?:অ্যাট|এট|অ্যট)\)? ?[\w-]{1,63} ?\(?ডট\)? ?\w{2,10}/gu,
  pattern("(?:টেলিগ্রাম|হোয়াটসঅ্যাপ|স্কাইপ|ইমো|মেসেঞ্জার|ভাইবার|ফেসবুক|ডিসকর্ড|সিগন্যাল)[\\p{L}\\p{M}]*,? [^।\\n]{0,24}(?:@\\w|পাবেন|আছি|ধরবেন|ধরতে|লিখ|নক|মেসেজ|থাকি)[\\p{L}\\p{M}]*|(?:ইমেইলে|মেইলে) (?:[^।\\n ]+ )?(?:লিখুন|লিখবেন|জানান|নক|যোগাযোগ)[\\p{L}\\p{M}]*|(?:আমাকে )?(?:ফোন|কল) (?:দিন|দেবেন|দিয়েন|করুন|করবেন)[^।\\n]{0,12}"),
  words(
    `(?:talk|chat|meet|speak|continue|connect|call|message|text|write|discuss|move|switch|contact|reach|find|add|ping|dm) (?:to |with )?(?:me |us |you |it |this |there |outside )?(?:on|via|over|through|by|at|to|in) (?:my )?${apps}`, "(?:to|on|via|at|over) (?:my|our) (?:whats ?app|telegram|skype|viber|imo|signal|messenger|discord)", `(?:my|our) ${apps}(?: id| number| name| handle| address| account)?(?: is|:)`, "(?:here is|here's|this is|take) my (?:phone |mobile |cell |whatsapp )?(?:number|e-?mail|address)", "(?:e-?mail|mail|call|text|dm|whatsapp) me(?: at| on)?", "(?:outside|off) (?:of )?(?:fiverr|upwork|the platform|this platform|here) (?:on|via|by|over|by e-?mail)", `(?:let's|shall we|can we|could we) (?:talk|chat|meet|speak|move|continue|switch) (?:\\w+ ){0,2}(?:on|via|over|to) ${apps}`,
  ),
  pattern("(?:আমার|আমাদের) (?:ফোন |মোবাইল |হোয়াটসঅ্যাপ |ইমেইল |টেলিগ্রাম )?(?:নম্বর|নাম্বার|ইমেইল|হোয়াটসঅ্যাপ|টেলিগ্রাম|স্কাইপ)[^।\\n]{0,20}[\\d@]|(?:হোয়াটসঅ্যাপ|টেলিগ্রাম|স্কাইপ|ইমো|মেসেঞ্জার|জুম|ভাইবার)(?:ে|এ|-এ)? (?:কথা|যোগাযোগ|লিখুন|নক|মেসেজ|কল|আলাপ|আসুন|যুক্ত)[^।\\n]{0,20}"),
];

export const contactDetails = defineRule({
  id: "contactDetails",
  level: "error",
  source: "https://support.upwork.com/hc/en-us/articles/360051749534-Contact-Information-Sharing",
  find: ({ reading, client }) => {
    if (contactMayBeShared(client)) return [];
    const invited = reading.sentences.filter(({ text }) => !aboutCustomers(text)).flatMap(({ start, text }) => invite.flatMap((one) => matchesIn(text, one, start)));
    const found = [...[email, spelled, link, phone].flatMap((one) => matchesIn(reading.text, one)), ...invited].filter(({ text }) => !isDate(text));
    return apart(found).map(({ start, end, text }) => {
      const range = reading.range(start, end);
      return { range, message: { id: "check.contactDetails", values: { found: text } }, fixes: [takeOut(reading, range, { id: "check.fix.takeOut", values: { found: text } })] };
    });
  },
});

const isDate = (text: string): boolean => has(text, /^\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}$/);
