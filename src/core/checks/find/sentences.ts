import type { CheckInput } from "../input";
import type { Part } from "../reading";
import { has, pattern, words } from "./patterns";
import type { FoundDate } from "./dates";

// What a sentence does: promises, asks, speaks of customers, apologises. Several rules go by it.

export const isQuestion = ({ text }: Part): boolean => /\?["')\]*]*$/.test(text);

/** The dates that a sentence names. */
export const datesIn = ({ dates }: Pick<CheckInput, "dates">, sentence: Part): readonly FoundDate[] =>
  dates.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);

const condition = words(
  "if", "when", "once", "unless", "until", "till", "before", "after", "whether", "whenever", "each time", "every time", "as long as", "in case", "either way", "otherwise", "then",
  "নইলে", "না হলে", "যদি", "যখন", "আগে", "আগেই", "পরে", "পর", "পর্যন্ত", "হয়তো", "তাহলে", "প্রতিবার",
);
/** জানালে, চাইলে, থাকলে: "if you…". */
const banglaIf = pattern("[\\p{L}\\p{M}]{2,}(?:লে|লেই|তেই)(?![\\p{L}\\p{M}])");
/** It hangs on something, so that it has no date of its own. */
export const isConditional = (text: string): boolean => has(text, condition) || has(text, banglaIf);

const own = words(
  "(?:I|we)(?:'ll| will| shall| am going to| are going to| plan to| expect to| hope to| intend to)", "I'm going to", "we're going to", "you'll (?:have|get|receive|hear|see|find)", "you will (?:have|get|receive|hear|see|find)", "you (?:should|can) (?:have|get|receive|expect)", "(?:I|we) (?:should|hope to|ought to|expect to|want to) be able to", "(?:it|this|that|they)(?:'ll| will) be (?:sorted|mended|repaired|right|back|up|working|fine|good|in order|dealt with)",
  "(?:will|should|shall|is going to) be (?:ready|done|finished|complete|completed|live|delivered|sent|online|available|fixed|solved|there|with you)", "(?:is|are) coming", "coming", "will follow", "follows?", "(?:comes?|arrives?) (?:in|by|on|soon|next)",
);
const banglaOwn = words(
  "(?:কর|দে|দি|পাঠা|জানা|দেখা|লিখ|বল|ফির|আস|আন|নে|নি|যা|রাখ|তুল|বসা|বানা|পার|থাক|চালা|মেলা|ধর|সার|দেখ|বদলা|সরা)ব(?:ো|ই)?",
  "পাবেন", "পেয়ে যাবেন", "পারবেন", "দেখবেন", "হবে", "আসবে", "যাবে", "থাকবে", "জানাচ্ছি", "পাঠাচ্ছি", "দিচ্ছি",
);
/** The writer says what they will do, or when something will be there. */
export const promises = (text: string): boolean => has(text, own) || has(text, banglaOwn);

/** What the client's own customers do is the work's subject, not the writer's dealings with the client. */
const customers = words("customers?", "users?", "buyers?", "guests?", "shoppers?", "visitors?", "members?", "patients?", "students?", "people", "sellers?", "readers?");
const banglaCustomers = pattern("(?:ক্রেতা|গ্রাহক|ব্যবহারকারী|অতিথি|সদস্য|রোগী|শিক্ষার্থী|বিক্রেতা|কাস্টমার|পাঠক)");
export const aboutCustomers = (text: string): boolean => has(text, customers) || has(text, banglaCustomers);

const apology = words("sorry", "apolog(?:y|ies|ise|ize|ised|ized)", "regret", "pardon", "forgive");
const banglaApology = pattern("দুঃখিত|ক্ষমা|মাফ");
export const apologises = (text: string): boolean => has(text, apology) || has(text, banglaApology);

/** The line that begins a message: "Hi Sara, …", "Dear Ms Rahman,". What comes after the name counts, where anything does. */
export const isGreeting = ({ text }: Part): boolean => /^(?:hi|hello|dear|good (?:morning|afternoon|evening)|জনাব|প্রিয়|শুভেচ্ছা|আসসালামু)[^.!?।]{0,60},?$/iu.test(text) || /^\S+(?: \S+){0,3},$/u.test(text);

/** A closing or a name under the message. */
export const isClosing = ({ text }: Part): boolean => /^(?:kind regards|regards|best regards|best|thanks|thank you|yours sincerely|ধন্যবাদ|ধন্যবাদান্তে|শুভেচ্ছান্তে)[,.।]?$/iu.test(text) || (text.split(/\s+/).length <= 3 && !/[:.!?।\d]$/.test(text) && !/^[-*•]/.test(text));
