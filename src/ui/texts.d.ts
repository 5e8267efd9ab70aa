// The English texts in two parts, made by the build (esbuild.mjs): those that are needed at the start, and those of commands.
declare module "*.l10n.json?start" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
declare module "*.l10n.json?later" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
