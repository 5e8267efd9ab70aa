/** "en/progress": no dots and one slash, so that no name leads out of a folder. */
export const isTemplateName = (name: string): boolean => /^(en|bn)\/[a-z][a-z-]*$/.test(name);
