/** "en/progress": no dots and one slash, so that no name leads out of a folder. */
export const templateNamePattern = /^(en|bn)\/[a-z][a-z-]*$/;
export const isTemplateName = (name: string): boolean => templateNamePattern.test(name);
