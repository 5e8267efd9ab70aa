/** Handlebars without its compiler. Its own types know it only by a name that Node does not resolve. */
declare module "handlebars/runtime.js" {
  import type Handlebars from "handlebars";
  const runtime: Omit<typeof Handlebars, "compile" | "precompile" | "parse">;
  export default runtime;
}
