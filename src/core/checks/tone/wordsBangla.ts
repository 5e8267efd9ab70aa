// Classes of Bangla words that the forms are built from. The verb stands last and its ending tells who, when and whether not: -ননি
// (you did not), -েনি (he or they did not), -ছেন না (you are not), -লে (if), -ত, -তাম (would), -ায়, -োয় (by doing).

export const word = "[\\p{L}\\p{M}\\p{N}'-]+";
/** A few words of any kind. */
export const some = `(?: ${word}){0,4}`;
export const more = `(?: ${word}){0,7}?`;
export const you = "(?:আপনি|আপনারা)(?:ই|ও)?(?: তো| কিন্তু)?";
/** Something or somebody of the client's. */
const yours = `আপনা(?:র|দের)(?:ই|ও)?(?: ${word}){1,3}?`;
export const client = `(?:${you}|${yours})`;
/** You did not, are not doing. To want, to get, to see and to be able are nobody's duty. */
export const youDidNot = `(?!চা|পা(?:ন|চ্ছ)|পে|দেখে?ন|পারছেন)${word.replace("+", "*")}(?:ননি|ন নি|ন নাই|লেন না|চ্ছেন না|ছেন না)`;
export const theyDidNot = `${word}(?:েনি|য়নি|ায়নি|ননি|ে নাই|য় নাই|ছে না|ল না|ছেন না)`;
export const theyDid = `${word}(?:েছেন|েছে|লেন|েছিলেন|েছিল|চ্ছেন|চ্ছে|ছেন)`;
/** By doing, for having done: an act as a cause. */
export const byDoing = `${word}(?:ওয়ায়|ানোয়|নোয়|করায়|থাকায়|আসায়|ফেলায়|রাখায়|বলায়|লেখায়|ভোলায়|ধরায়|তোলায়|ছাড়ায়|চলায়|(?:ওয়ার|ানোর|করার|থাকার|আসার|ফেলার|রাখার) (?:কারণে|জন্য|ফলে|দরুন)(?:ই)?)`;
export const therefore = "(?:তাই|সেজন্য|সে জন্য|সেই জন্য|এজন্য|এ জন্য|এই জন্য|ফলে|যার ফলে|কাজেই|সুতরাং|এতে|তাতে|সে কারণে|এ কারণে|এর জন্য)(?:ই)?";
/** What would be, or would have been. */
export const would = `(?:${word}(?:তাম|তেন)|হতো|হত|যেত|যেতো|লাগত|লাগতো|থাকত|থাকতো|পারত|পারতো|পড়ত|পড়তো|আসত|আসতো|বাঁচত|বাঁচতো|ঘটত|ঘটতো|কমত|চলত|বেঁচে যেত)`;
export const asked = "(?:বলেছি|বললাম|বলছি|বলেছিলাম|বলা হয়েছে|লিখেছি|লিখলাম|লিখেছিলাম|জানিয়েছি|জানিয়েছিলাম|জানালাম|চেয়েছি|চাইলাম|জিজ্ঞেস করেছি|জিজ্ঞাসা করেছি|মনে করিয়ে(?: দিয়েছি| দিলাম| দিতে হয়েছে)?|তাগাদা(?: দিয়েছি| দিলাম| দিতে হয়েছে)?|অনুরোধ করেছি|মেইল করেছি|ফোন করেছি)";
export const number = "(?:\\d+|এক|দুই|দু|তিন|চার|পাঁচ|ছয়|সাত|আট|নয়|দশ|কত|এত|কয়েক|অনেক|বহু|আধা|পুরো|গোটা)";
