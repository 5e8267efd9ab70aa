// An error as the machine wrote it says nothing to a client: what is left of it is that there was one.

const named = "(?:(?:an? )?(?:uncaught )?(?:[A-Za-z]*(?:Type|Reference|Syntax|Range|Value|Key|Index|Attribute|Runtime|Fatal|Parse|Argument|Import|Query|Assertion|Http|HTTP)(?:Error|Exception)|(?:[A-Z][A-Za-z]+)?(?:NullPointer|NullReference|OutOfMemory|ClassNotFound|NotFoundHttp|IllegalState|IllegalArgument|IndexOutOfBounds)(?:Error|Exception)|null ?pointer(?: exception| error)?s?))";
const message =
  "(?:(?:an? )?(?:cannot|can['’]t|could not) (?:read|set) propert(?:y|ies)(?: ['\"]?[\\w$]+['\"]?)? ?of (?:undefined|null)(?: \\(reading ['\"]?[\\w$]+['\"]?\\))?|['\"]?[\\w$.]+['\"]? is (?:not (?:a function|an object|defined|iterable|a constructor)|undefined)|(?:an? )?undefined (?:index|variable|offset|array key|property|method)(?:(?::? ['\"$]?|:? )[\\w$]*[A-Z_$\"'][\\w$\"']*)?|call to (?:undefined|a member) (?:function|method) [\\w$:>()-]+(?: on null)?|trying to (?:get|access) (?:property|array offset)[^,;]{0,30}(?:non-object|null|bool)|segmentation fault|segfault|array to string conversion)";
const raw = new RegExp(`(?<![\\w$])(?:${named}(?:: ${message})?|${message})(?: errors?| exceptions?)?(?=$|[\\s.,;:)])`, "i");
const mayBeRaw = /error|exception|undefined|null|segf|segm|(?:is|are) not (?:a|def|it)|array to/i;

/**
 * "TypeError: Cannot read properties of undefined (reading 'map') on orders page" → "an error on orders page". Inside a
 * sentence the machine's word becomes a plain one: "crash when the price is undefined" → "… is missing".
 */
export function withoutRawErrors(title: string): string {
  if (!mayBeRaw.test(title)) return title;
  const plain = title.replace(isUndefined, "$1 missing");
  return plain.replace(afterWhen, "").replace(raw, (_, at: number) => (described.test(plain.slice(0, at)) ? "error" : "an error"));
}

const isUndefined = /(?<=\S \S.*)\b(is|are) (?:undefined|null|not defined)(?=$|[\s.,;:)])(?! (?:index|variable|offset|array))/gi;
/** "crash when x.map is not a function": that there was a crash is all that a client can use of it. */
const afterWhen = new RegExp(`(?<=\\S) (?:when|if|because|as|since) ${raw.source}`, "i");

/** "A possible null pointer", "random TypeErrors" */
const described = /\b(?:an?|the|this|some|any|another|possible|potential|rare|random|occasional|frequent|fatal|unhandled|old|new)\s$/i;

export const errorWords = ["an", "error", "missing"];
