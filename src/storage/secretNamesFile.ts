import * as v from "valibot";
import type { OwnShape } from "../core/book/upgrades";
import type { SecretName } from "../core/ports/secrets";
import type { ListFileKind } from "./listFile";
import { inOrder, keyOfSecret, secretNameSchema } from "./secretNames";

const fileSchema = v.object({
  version: v.literal(1),
  names: v.pipe(v.array(secretNameSchema), v.readonly()),
  forgotten: v.pipe(v.array(secretNameSchema), v.readonly()),
});
type Stored = v.InferOutput<typeof fileSchema>;
export const secretNamesFileShape: OwnShape<Stored> = { schema: fileSchema, upgrades: [] };

const mostForgotten = 500;

export const secretNamesFile: ListFileKind<SecretName, SecretName, Stored> = {
  name: "secretNames",
  shape: secretNamesFileShape,
  parts: ({ names, forgotten }) => ({ entries: names, forgotten }),
  stored: ({ entries, forgotten }) => ({ version: 1, names: [...entries], forgotten: [...forgotten] }),
  goneOf: (name) => name,
  keyOf: keyOfSecret,
  newest: inOrder,
  stillGone: (forgotten) => forgotten.slice(-mostForgotten),
};
