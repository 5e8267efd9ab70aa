import * as v from "valibot";
import type { SecretName } from "../core/ports/secrets";

export const secretNameSchema = v.object({ service: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)), account: v.pipe(v.string(), v.minLength(1)) });

/** By this the keeper knows the secret. */
export const keyOfSecret = ({ service, account }: SecretName): string => `khobor.${service}:${account}`;

/** Each once, by service and account. */
export const inOrder = (names: readonly SecretName[]): readonly SecretName[] =>
  [...new Map(names.map((name) => [keyOfSecret(name), name])).values()].sort((a, b) => (keyOfSecret(a) < keyOfSecret(b) ? -1 : 1));
