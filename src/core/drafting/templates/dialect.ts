// What a template may be made of. The build, which compiles the shipped ones, and the checks of the user's own hold to the same.

/** The helpers that templates may use. No others are known, so a text in a template can never call one by accident. */
export const helperNames = ["each", "if", "unless", "with", "day", "clock", "number", "pieces", "plural", "ordinal", "sentence", "of", "subject", "begin"] as const;
export type HelperName = (typeof helperNames)[number];

export const mostTemplate = 64 * 1024;

/** For Handlebars' compiler. Texts are escaped before they come to a template: for Markdown, not for HTML. */
export const compileOptions = {
  noEscape: true,
  knownHelpersOnly: true,
  preventIndent: true,
  knownHelpers: {
    // Known by default, and of no use in a message: one writes to the log, the other reaches fields by computed names.
    ...{ helperMissing: false, blockHelperMissing: false, log: false, lookup: false },
    ...{ each: true, if: true, unless: true, with: true },
    ...Object.fromEntries(helperNames.map((name) => [name, true])),
  },
};
