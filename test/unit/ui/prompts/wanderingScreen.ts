import { Cancelled } from "../../../../src/ui/prompts/cancelled";
import { isChoice, type Screen } from "../../../../src/ui/prompts/screen";

/** What people type, of every form that a question may want. */
const typed = [
  "Fresh words", "2026-12-01", "2026-12-03 15:00", "5", "1200", "12,500 BDT", "0.5", "09:00", "10:00-18:00", "2026-12-24 - 2026-12-27", "fresh@example.com",
  "https://example.com/fresh", "Asia/Tokyo", "fresh = new", "+8801712345678", "20:00", "1h", "3 days", "50%", "USD", "",
];

/**
 * A screen in memory on which somebody answers at will, always with what the question takes. The same seed gives the same
 * answers. Leaves (as by Escape) after `most` questions, and where nothing can be answered.
 */
export function wanderingScreen(seed: number, most = 40): Screen & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  let state = seed * 2654435761 + 1;
  const random = () => {
    // Mulberry32: small, and the same everywhere.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const ask = async (what: string) => {
    await Promise.resolve();
    asked.push(what);
    if (asked.length > most) throw new Cancelled();
  };
  return {
    asked,
    async text(question) {
      await ask(question.prompt);
      const fits = (text: string) => {
        const check = question.check?.(text);
        return !(check && "wrong" in check);
      };
      const first = Math.floor(random() * typed.length);
      const tries = [...(random() < 0.2 && question.value !== undefined ? [question.value] : []), ...typed.slice(first), ...typed.slice(0, first), question.value ?? ""];
      const answer = tries.find(fits);
      if (answer === undefined) throw new Cancelled();
      return { how: "answered", value: answer.trim() };
    },
    async pick(question) {
      await ask(question.placeholder);
      const choices = (await question.choices).filter(isChoice);
      if (choices.length === 0) throw new Cancelled();
      return { how: "answered", value: oneOf(choices).value };
    },
    async pickMany(question) {
      const choices = (await question.choices).filter(isChoice);
      await ask(typeof question.placeholder === "string" ? question.placeholder : question.placeholder(choices));
      const all = choices.map(({ value }) => value);
      const some = random() < 0.5 ? all : all.filter(() => random() < 0.5);
      return { how: "answered", value: { picked: some, acted: false } };
    },
    async folder(title) {
      await ask(title);
      return undefined;
    },
    async confirm(question) {
      await ask(question);
      return true;
    },
  };
}
