import Handlebars from "handlebars";
import type { Text } from "../../say";
import { helperNames } from "./dialect";
import { entered, resolve, rootScope, type Scopes } from "./scope";
import type { Variable } from "./variables";

export interface Found {
  readonly loc: hbs.AST.SourceLocation;
  readonly problem: Text;
}

interface Names {
  readonly variables: readonly Variable[];
  readonly partials: Readonly<Record<string, string>>;
}

/** Blocks that open what they are given, and blocks that only decide by it. */
const openers: readonly string[] = ["each", "with"];
const deciders: readonly string[] = ["if", "unless"];
const known: readonly string[] = helperNames;

/**
 * Walks through a template as Handlebars would, and says what it names that is not there. Partials are gone through as well,
 * for what they write: the names of the message's own variables that the template writes, and of those that it only asks for.
 */
export function findUses(program: hbs.AST.Program, { variables, partials }: Names): { readonly findings: readonly Found[]; readonly written: ReadonlySet<string>; readonly asked: ReadonlySet<string> } {
  const findings: Found[] = [];
  const written = new Set<string>();
  const asked = new Set<string>();
  const own = new Set(variables.map(({ name }) => name));
  const inside: string[] = [];
  const report = (node: hbs.AST.Node, problem: Text): void => {
    if (inside.length === 0) findings.push({ loc: node.loc, problem });
  };

  const variable = (path: hbs.AST.PathExpression, scopes: Scopes, into = written): Variable | undefined => {
    const found = resolve(path.original, scopes);
    if (found === undefined) report(path, { id: "template.unknownVariable", values: { name: path.original } });
    const first = path.parts[0];
    // What a partial is handed goes by other names inside it.
    if (first !== undefined && own.has(first) && (found === undefined || found === "whole" || scopes[0].fields.some((field) => field.name === first))) into.add(first);
    return found === "whole" ? undefined : found;
  };

  const value = (node: hbs.AST.Expression, scopes: Scopes, into = written): Variable | undefined => {
    if (node.type === "PathExpression") return variable(node as hbs.AST.PathExpression, scopes, into);
    if (node.type === "SubExpression") call(node as hbs.AST.SubExpression, scopes);
    return undefined;
  };

  const call = (node: Pick<hbs.AST.SubExpression, "path" | "params" | "hash">, scopes: Scopes): void => {
    const path = node.path;
    if (!known.includes(path.original)) report(path, { id: "template.unknownHelper", values: { name: path.original } });
    node.params.forEach((param) => value(param, scopes));
    hash(node.hash, scopes);
  };
  const hash = (given: hbs.AST.Hash | undefined, scopes: Scopes): void => given?.pairs.forEach((pair) => value(pair.value, scopes));

  const block = (node: hbs.AST.BlockStatement, scopes: Scopes): void => {
    const path = node.path;
    const isCall = node.params.length > 0 || known.includes(path.original);
    let within = scopes;
    if (isCall) {
      if (!known.includes(path.original)) report(path, { id: "template.unknownHelper", values: { name: path.original } });
      const [first] = node.params.map((param) => value(param, scopes, deciders.includes(path.original) ? asked : written));
      if (openers.includes(path.original)) within = first ? entered(scopes, first, node.program.blockParams) : [...scopes, scopes.at(-1) ?? scopes[0]];
    } else {
      const found = variable(path, scopes);
      if (found) within = entered(scopes, found);
    }
    walk(node.program, within);
    if ((node.inverse as hbs.AST.Program | undefined) !== undefined) walk(node.inverse, scopes);
  };

  const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, scopes: Scopes): void => {
    const name = node.name.type === "PathExpression" ? (node.name).original : undefined;
    const text = name !== undefined && Object.hasOwn(partials, name) ? partials[name] : undefined;
    if (node.type === "PartialBlockStatement" || name === undefined) report(node, { id: "template.notAllowed" });
    else if (text === undefined) report(node.name, { id: "template.unknownPartial", values: { name } });
    const [context] = node.params.map((param) => value(param, scopes));
    hash(node.hash, scopes);
    // A partial that is in itself shipped broken is no concern of the user's.
    if (text === undefined || name === undefined || inside.includes(name)) return;
    inside.push(name);
    walk(Handlebars.parse(text), context ? entered(scopes, context) : scopes);
    inside.pop();
  };

  const walk = (body: hbs.AST.Program, scopes: Scopes): void => {
    for (const node of body.body) {
      switch (node.type) {
        case "MustacheStatement": {
          const mustache = node as hbs.AST.MustacheStatement;
          // {{"text"}} writes the text itself.
          if (mustache.path.type !== "PathExpression") break;
          const path = mustache.path as hbs.AST.PathExpression;
          if (mustache.params.length > 0 || (mustache.hash as hbs.AST.Hash | undefined) !== undefined || known.includes(path.original)) call(mustache as unknown as hbs.AST.SubExpression, scopes);
          else variable(path, scopes);
          break;
        }
        case "BlockStatement":
          block(node as hbs.AST.BlockStatement, scopes);
          break;
        case "PartialStatement":
        case "PartialBlockStatement":
          partial(node as hbs.AST.PartialStatement, scopes);
          break;
        case "Decorator":
        case "DecoratorBlock":
          report(node, { id: "template.notAllowed" });
          break;
        default:
      }
    }
  };
  walk(program, rootScope(variables));
  return { findings, written, asked };
}
