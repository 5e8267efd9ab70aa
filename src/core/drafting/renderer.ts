import { writePieces } from "../language/counts";
import { writeDay } from "../language/dates";
import { writeNumber } from "../language/digits";
import { writeOrdinal } from "../language/ordinals";
import { writeOf } from "../language/possessive";
import { beginSentence, endSentence } from "../language/sentences";
import { writeTime, type TimeEnding } from "../language/times";
import type { Writing } from "../language/writing";
import type { PlainDate, PlainTime } from "../time/types";
import type { HelperName } from "./templates/dialect";

/** What every view has, so that the helpers know how to write. */
interface WrittenView extends Writing {
  readonly today: PlainDate;
  readonly formal: boolean;
}

export interface Renderer {
  /** @param view texts in it must be escaped already. Throws when the template is broken, too large or does not end. */
  render(view: WrittenView): string;
  /** What the template writes between {{#subject}} and {{/subject}}, on one line; undefined where it has no such part. */
  subject(view: WrittenView): string | undefined;
  /** One partial alone; undefined where there is none of this name. */
  renderPartial(name: string, view: WrittenView): string | undefined;
}

const mostText = 256 * 1024;
/** Rendering is synchronous and cannot be stopped from outside, so its steps are counted. */
const mostSteps = 5000;

/** Handlebars without its compiler: every part of it has this much. */
type Runtime = Pick<typeof Handlebars, "helpers" | "registerHelper" | "unregisterHelper" | "registerPartial" | "unregisterDecorator">;

/**
 * Templates of one message kind in one language. Each is made ready when the renderer is, and kept: keep the renderer as long
 * as the templates are the same.
 * @param handlebars an instance for this renderer alone
 */
export function assembleRenderer<T>(
  { template, partials }: { readonly template: T; readonly partials: Readonly<Record<string, T>> },
  handlebars: Runtime,
  ready: (template: T) => HandlebarsTemplateDelegate,
): Renderer {
  const steps = countSteps();
  const subjects: string[] = [];
  handlebars.unregisterHelper("log");
  handlebars.unregisterHelper("lookup");
  // A partial that a template makes for itself would escape the counting.
  handlebars.unregisterDecorator("inline");
  countEach(handlebars, steps.bounded);
  registerWriting(handlebars);
  handlebars.registerHelper("subject", function (this: unknown, options: Handlebars.HelperOptions): string {
    subjects.push(options.fn(this).replace(/\s+/g, " ").trim());
    return "";
  });
  // A formal greeting has a line of its own, so that what follows begins a sentence; a friendly one goes on in it.
  handlebars.registerHelper("begin", function (this: unknown, options: Handlebars.HelperOptions): string {
    const { root } = options.data as { root: WrittenView };
    const text = options.fn(this).trim();
    return root.formal ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  });
  const compiled = new Map(Object.entries(partials).map(([name, partial]) => [name, ready(partial)]));
  for (const [name, partial] of compiled) {
    // Handlebars calls a compiled partial like a function, and looks for nothing else on it.
    const counted: HandlebarsTemplateDelegate = (context: unknown, options) => steps.bounded(() => partial(context, options));
    handlebars.registerPartial(name, counted);
  }
  const main = ready(template);
  const run = (compiledTemplate: HandlebarsTemplateDelegate, view: WrittenView): string => {
    steps.start();
    subjects.length = 0;
    const text = compiledTemplate(view, {
      data: { root: view },
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
    if (text.length > mostText) throw new RangeError(`A message is longer than ${mostText} characters.`);
    return tidy(text);
  };
  return {
    render: (view) => run(main, view),
    subject: (view) => {
      run(main, view);
      return subjects.find((written) => written !== "");
    },
    renderPartial: (name, view) => {
      const partial = compiled.get(name);
      return partial && run(partial, view).trim();
    },
  };
}

function countSteps() {
  let left = mostSteps;
  return {
    start: () => void (left = mostSteps),
    /** Runs a step. What it wrote is held to the same bound as the whole, before it is put together with more. */
    bounded: (write: () => string) => {
      if (left-- <= 0) throw new RangeError("A template does not come to an end.");
      const text = write();
      if (text.length > mostText) throw new RangeError(`A message is longer than ${mostText} characters.`);
      return text;
    },
  };
}

function countEach(handlebars: Runtime, bounded: (write: () => string) => string): void {
  const each = handlebars.helpers["each"] as Handlebars.HelperDelegate;
  handlebars.registerHelper("each", function (this: unknown, list: unknown, options: Handlebars.HelperOptions): unknown {
    const fn: Handlebars.TemplateDelegate = (context: unknown, more) => bounded(() => options.fn(context, more));
    return each.call(this, list, { ...options, fn }) as unknown;
  });
}

/** Helpers that write days, times and numbers in the language of the message, which the root of the view holds. */
function registerWriting(handlebars: Runtime): void {
  const root = (options: Handlebars.HelperOptions) => (options.data as { root: WrittenView }).root;
  type Write = (value: string, view: WrittenView, form: string, other: string) => string;
  const helper = (name: HelperName, write: Write) => {
    handlebars.registerHelper(name, (value: unknown, ...rest: unknown[]) => {
      const options = rest.at(-1) as Handlebars.HelperOptions;
      const [form = "", other = ""] = rest.slice(0, -1).map(String);
      return typeof value === "string" || typeof value === "number" ? write(String(value), root(options), form, other) : "";
    });
  };
  helper("day", (date, view) => writeDay(date as PlainDate, view, { today: view.today }));
  helper("clock", (time, view, ending) => writeTime(time as PlainTime, view, (ending || "none") as TimeEnding));
  helper("number", (number, view) => writeNumber(number, view));
  helper("pieces", (number, view) => writePieces(number, view, view.formal));
  helper("plural", (number, _, one, other) => (Number(number) === 1 ? one : other));
  helper("ordinal", (place, view) => writeOrdinal(Number(place), view));
  helper("of", (name, view) => writeOf(name, view));
  // Where it goes on in a sentence that the template began, it keeps its small letter.
  helper("sentence", (text, _, form) => (form === "goesOn" ? endSentence(text) : endSentence(beginSentence(text), form || undefined)));
}

/** Sections that say nothing leave empty lines behind. */
const tidy = (text: string) => `${text.replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim()}\n`;
