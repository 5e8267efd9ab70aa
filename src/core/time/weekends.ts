import type { PlainTime, Weekday, Zone } from "./types";
import type { WorkingTime } from "../book/fields";

// The usual working week where nobody has said otherwise. Told from the zone's country by this table and never by Intl:
// `Intl.Locale.getWeekInfo` (CLDR's weekData) has no entry for Bangladesh and so gives it Saturday and Sunday.
//
// Sources: Unicode CLDR 46 supplemental/weekData for the countries that it names; "Workweek and weekend" in the English
// Wikipedia for Bangladesh, the Maldives, Palestine, Brunei, Nepal, Djibouti and Somalia, which CLDR leaves at its default.
// The Emirates moved to Saturday and Sunday on 1 January 2022 and Mauritania in 2014, so they need no entry.
// Where tzdb has folded a country into its neighbour (Kuwait and Yemen into Riyadh, Bahrain into Qatar) both rest on the same
// days; Oman alone is folded into a zone that rests on others (Dubai), so an Omani whose system says Dubai sets their own week.

const fridaySaturday: readonly Weekday[] = [7, 1, 2, 3, 4];
const thursdayFriday: readonly Weekday[] = [6, 7, 1, 2, 3];
const fridayOnly: readonly Weekday[] = [6, 7, 1, 2, 3, 4];
const saturdayOnly: readonly Weekday[] = [7, 1, 2, 3, 4, 5];
const fridayAndSunday: readonly Weekday[] = [1, 2, 3, 4, 6];
const saturdaySunday: readonly Weekday[] = [1, 2, 3, 4, 5];

const table: readonly (readonly [days: readonly Weekday[], zones: string])[] = [
  [
    fridaySaturday,
    "Asia/Dhaka Asia/Dacca Asia/Riyadh Asia/Aden Asia/Kuwait Asia/Qatar Asia/Bahrain Asia/Muscat Asia/Baghdad Asia/Amman " +
      "Asia/Damascus Asia/Jerusalem Asia/Tel_Aviv Israel Asia/Gaza Asia/Hebron Africa/Cairo Egypt Africa/Algiers " +
      "Africa/Tripoli Libya Africa/Khartoum Indian/Maldives",
  ],
  [thursdayFriday, "Asia/Kabul"],
  [fridayOnly, "Asia/Tehran Iran Africa/Djibouti Africa/Mogadishu"],
  [saturdayOnly, "Asia/Kathmandu Asia/Katmandu"],
  [fridayAndSunday, "Asia/Brunei"],
];
const usual = new Map(table.flatMap(([days, zones]) => zones.split(" ").map((zone) => [zone, days] as const)));

/** Nine to six, an assumption like any other, until the user sets their own hours. */
const start = "09:00" as PlainTime;
const end = "18:00" as PlainTime;

export const usualWeek = (zone: Zone): WorkingTime => ({ days: usual.get(zone) ?? saturdaySunday, start, end });
