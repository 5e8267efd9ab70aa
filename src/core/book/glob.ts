/** A glob as git and we take it: "./src/shop/", "/src/shop", "src\\shop" and "." as people write them. A backslash before a wildcard stays what it is. */
export const cleanGlob = (glob: string): string => glob.trim().replace(/\\(?=[^*?[\]\\])/g, "/").replace(/^(?:\.?\/+)+/, "").replace(/\/+$/, "").replace(/^\.$/, "");
