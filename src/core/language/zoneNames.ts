import type { Language } from "../book/fields";
import type { Zone } from "../time/types";

/** Cities that clients of freelancers in Bangladesh live in, as Bangla papers write them. */
const banglaCities: Readonly<Record<string, string>> = {
  Dhaka: "ঢাকা", Kolkata: "কলকাতা", Calcutta: "কলকাতা", Karachi: "করাচি", Dubai: "দুবাই", Riyadh: "রিয়াদ", Qatar: "দোহা", Kuwait: "কুয়েত",
  Singapore: "সিঙ্গাপুর", "Kuala Lumpur": "কুয়ালালামপুর", Tokyo: "টোকিও", "Hong Kong": "হংকং", Sydney: "সিডনি", Melbourne: "মেলবোর্ন", Perth: "পার্থ", Auckland: "অকল্যান্ড",
  London: "লন্ডন", Dublin: "ডাবলিন", Paris: "প্যারিস", Berlin: "বার্লিন", Amsterdam: "আমস্টারডাম", Rome: "রোম", Madrid: "মাদ্রিদ", Stockholm: "স্টকহোম", Oslo: "অসলো", Copenhagen: "কোপেনহেগেন", Zurich: "জুরিখ", Istanbul: "ইস্তাম্বুল",
  "New York": "নিউইয়র্ক", Chicago: "শিকাগো", Denver: "ডেনভার", "Los Angeles": "লস অ্যাঞ্জেলেস", Toronto: "টরন্টো", Vancouver: "ভ্যাঙ্কুভার", "Sao Paulo": "সাও পাওলো", Nairobi: "নাইরোবি", Lagos: "লাগোস", Johannesburg: "জোহানেসবার্গ", Cairo: "কায়রো",
};

/** A zone as people say it: "London", "New York", "ঢাকা". A zone without a city has its own name ("UTC"). */
export function writeZone(zone: Zone, language: Language): string {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  return language === "bn" ? (banglaCities[city] ?? city) : city;
}
