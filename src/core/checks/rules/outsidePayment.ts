import { marketplaceOf } from "../../book/marketplaces";
import { removeSentence } from "../find/fixes";
import { apart, has, matchesIn, pattern, words } from "../find/patterns";
import { aboutCustomers } from "../find/sentences";
import { defineRule } from "../finding";

// To ask for payment past the marketplace costs the account. "Customers can pay with bKash" is a feature: what counts is that
// the client is to pay me, elsewhere. Source: book/marketplaces.ts (`paidThere`), with the page of each.

const ways = "(?:bkash|nagad|rocket|upay|paypal|payoneer|wise|transferwise|western union|moneygram|venmo|cash ?app|zelle|revolut|stripe|skrill|remitly|crypto|bitcoin|usdt|bank(?: transfer| account)?|wire transfer|swift|iban)";
const asks = [
  words(
    `(?:my|our) ${ways}(?! (?:integration|module|plug-?in|demo|code|work|sandbox|test))`, `(?:send|share|give|drop|make|e-?mail|open) (?:you )?(?:an?|the|my) (?:\\w+ )?${ways} (?:link|request|invoice|details|address|id|qr|button)`, "(?:bill|invoice|charge) (?:you|your (?:company|firm|office|business|agency)|them|the company)(?: \\w+){0,2} (?:straight|directly|privately|separately|outside|from my side)", "(?:rather than|instead of)(?: \\S+){0,6} (?:here|there|milestone|contract|order|escrow|platform)[,;]?(?: \\S+){0,6} (?:bill|invoice|pay|transfer|charge|cash)(?: \\w+){0,3}", "(?:keep|save|share|split|pocket|avoid|dodge|spare)(?: \\S+){0,4} (?:fees?|commission|cut|percent|per cent|%|service charge)(?: \\w+)?", "(?:cheaper|less|lower|better)(?: \\S+){0,8} (?:outside|directly|privately|without (?:fiverr|upwork|the (?:platform|marketplace)))", "(?:between (?:us|ourselves|the two of us)|just the two of us|off-?platform|under the table)(?: \\w+)?",
  ),
  words(
    `(?:pay|send|transfer|wire|deposit|remit)(?: \\S+){0,6} (?:to|into|through|via|on|by|with|over|using) (?:my|our) (?:own )?(?:\\w+ )?(?:${ways}|account|number|wallet)`, `(?:pay|paying) (?:me|us)(?: \\w+){0,3}`, "(?:pay|paid|paying|settle|payment|work|working|continue|deal|do (?:it|this|the rest)) (?:\\w+ ){0,3}(?:outside|off|past|without) (?:of )?(?:the )?(?:fiverr|upwork|platform|marketplace|site|here)", "(?:outside|off) (?:of )?(?:fiverr|upwork|the (?:platform|marketplace|site))",
    `(?:please |you can |could you |can you )?(?:send|transfer|wire|remit) (?:it|this|that|them|half|the (?:rest|money|amount|payment|deposit|balance|fee|sum)|[$€£৳]?\\d\\S*|money|payment)(?: \\S+){0,4} (?:to|through|via|by|with|on|over|using) (?:my |our )?${ways}`, `please pay (?:\\S+ ){0,4}(?:through|via|by|with|to|on|using) ${ways}`, `(?:my|our) (?:\\w+ )?(?:${ways}) (?:account|number|address|id|email|details)`,
    `you(?:'d| would| can| could| may|'ll)?(?: also| just| simply)? (?:pay|send|transfer|wire)(?: \\S+){0,5} (?:via|through|by|with|to|on|using) ${ways}`, "(?:pay|paid|paying|settle|settling|settled|arrange|deal|invoice)(?: \\S+){0,4} direct(?:ly)?(?: (?:with|to) (?:me|us))?", "instead of (?:through |via |on |over |by |using )?(?:fiverr|upwork|the (?:platform|marketplace|site))", "(?:handle|do|settle|arrange|pay|work|wire|send|transfer|remit)(?: \\S+){0,6} (?:privately|in cash|in person|off the books|on the side)", "(?:wire|remit|transfer)(?: \\S+){0,5} to (?:me|us)", "no fees? for (?:either|both|you|us)(?: \\S+){0,2}", "(?:paypal|venmo|wise|revolut|bkash) me", "leav(?:e|ing) (?:fiverr|upwork|the (?:platform|marketplace|site)) out", `(?:you|we|if you) (?:use|used|take|go (?:with|through)) ${ways}`, "(?:skip|without) (?:the |a )?(?:contract|order)", "(?:save|avoid|skip|without) (?:\\w+ ){0,3}(?:fees?|commission|service charge)", "(?:sort code|swift code|routing number|account (?:number|no\\.?)):? ?\\d[\\d -]{4,}",
  ),
  /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
];
const banglaWays = "(?:বিকাশ|নগদ|রকেট|উপায়|পেপ্যাল|পেপাল|পেওনিয়ার|ব্যাংক|ব্যাংকে|ওয়াইজ|ক্রিপ্টো|অ্যাকাউন্ট)";
const bangla = [
  pattern(`(?:আমার|আমাদের|সরাসরি)[^।\\n]{0,30}${banglaWays}[^।\\n]{0,40}(?:পাঠা|পাঠি|দিয়ে|দিন|দেবেন|দিলে|জমা|ট্রান্সফার)[\\p{L}\\p{M}]*`),
  pattern(`(?:টাকা|টাকাটা|বাকিটা|অগ্রিম|অর্ধেক|পেমেন্ট)[^।\\n]{0,30}(?:আমার|সরাসরি|আমাকে)[^।\\n]{0,40}(?:পাঠা|পাঠি|দিয়ে|দিন|দেবেন|দিলে|জমা|ট্রান্সফার)[\\p{L}\\p{M}]*`),
  pattern("(?:upwork|fiverr|ফাইভার|আপওয়ার্ক|প্ল্যাটফর্ম|মার্কেটপ্লেস|সাইট)(?:-?(?:এর|ের|র))? বাইরে[^।\\n]{0,40}"),
  pattern(`(?:টাকা|টাকাটা|বাকিটা|অগ্রিম|অর্ধেক|পেমেন্ট)[^।\\n]{0,30}${banglaWays}[^।\\n]{0,20}(?:পাঠা|পাঠি|দিয়ে দিন|দিয়ে দেন|দেবেন|জমা দি|ট্রান্সফার)[\\p{L}\\p{M}]*`),
  pattern("(?:upwork|fiverr|ফাইভার|আপওয়ার্ক|প্ল্যাটফর্ম|মার্কেটপ্লেস)(?:-?(?:এ|ে|এর মাধ্যমে))? (?:না দিয়ে|ছাড়া|বাদ দিয়ে)[^।\\n]{0,40}"),
  pattern(`(?:আমার|আমাদের) (?:[^।\\n ]+ )?${banglaWays}[\\p{L}\\p{M}]*`),
  pattern("(?:wise|paypal|payoneer|revolut|skrill|বিকাশ|নগদ|ওয়াইজ|পেওনিয়ার|পেপ্যাল|রকেট)[\\p{L}\\p{M}]*(?:-?(?:এ|তে|এর))? (?:[^।\\n ]+ ){0,2}(?:লিংক|রিকোয়েস্ট|দিলে|দিয়ে|পাঠালে|পাঠাবেন|নিতে|নেব)[\\p{L}\\p{M}]*"),
  pattern("(?:ফি|কমিশন|চার্জ|শতাংশ|%)(?:টা|টাও|ও)? [^।\\n]{0,24}বাঁচ[\\p{L}\\p{M}]*"),
  pattern("(?:সোজাসুজি|সরাসরি|আলাদাভাবে|আলাদা করে|ব্যক্তিগতভাবে)[^।\\n]{0,16}(?:বিল|ইনভয়েস|টাকা|পেমেন্ট|লেনদেন)[\\p{L}\\p{M}]*|(?:টাকা|পেমেন্ট|লেনদেন|বাকিটা)[\\p{L}\\p{M}]* [^।\\n]{0,12}(?:সোজাসুজি|সরাসরি|আলাদাভাবে|হাতে হাতে|ক্যাশে)|(?:নিজেদের মধ্যে|আমরা দুজনে|আমরা আমরা)(?:ই)? [^।\\n]{0,24}(?:কর|নি|লেনদেন|সার)[\\p{L}\\p{M}]*|(?:নগদে|নগদ টাকায়|হাতে হাতে|ক্যাশে) [^।\\n]{0,16}(?:দি|দে|নি|নে)[\\p{L}\\p{M}]*"),
  pattern("(?:চুক্তি|অর্ডার) (?:ছাড়া|না করে)[\\p{L}\\p{M}]*"),
  pattern("(?:ফি|কমিশন|চার্জ) (?:লাগবে না|বাঁচবে|বাঁচানো|দিতে হবে না|ছাড়াই)"),
];

const trying = words("try", "test", "staging", "checkout", "preview", "পরীক্ষা", "পরীক্ষামূলক");

export const outsidePayment = defineRule({
  id: "outsidePayment",
  level: "error",
  source: "https://support.upwork.com/hc/en-us/articles/360052511133-Circumvention-and-why-it-s-against-the-rules",
  find: ({ reading, client }) => {
    if (marketplaceOf(client) === undefined) return [];
    const found = reading.sentences
      // To try a feature out is no payment to me.
      .filter(({ text }) => !has(text, trying))
      .filter(({ text }) => !aboutCustomers(text) || has(text, words("my", "me", "আমার", "আমাকে")))
      .flatMap(({ start, text }) => [...asks, ...bangla].flatMap((one) => matchesIn(text, one, start)));
    return apart(found).map(({ start, end, text }) => ({ range: reading.range(start, end), message: { id: "check.outsidePayment", values: { found: text } }, fixes: [removeSentence(reading, start)] }));
  },
});
