/** annotation.conf for brat: the types, relations and attributes that toBrat writes. */
import { ACTS, FORMS, KINDS, LEVELS, SPEAKER_TYPES, STATEMENT_TYPES } from "../schema/index.ts";

const ANY = "Content|Cue|Source|Condition";

const chosen = (name: string, values: readonly string[]) => `${name}\tArg:${ANY}, Value:${values.join("|")}`;

const relation = (name: string, to: string) => `${name}\tArg1:${ANY}, Arg2:${to}`;

/** The file's text. */
export const BRAT_CONF = `[entities]
Source
Cue
Content
Condition

[relations]
${["Source", "Cue", "Content", "Condition"].map((name) => relation(name, name)).join("\n")}
${relation("Inside", ANY)}
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
${chosen("Kind", KINDS)}
${chosen("Form", FORMS)}
${chosen("Act", ACTS)}
${chosen("Type", STATEMENT_TYPES)}
${chosen("Level", LEVELS)}
${chosen("SpeakerType", SPEAKER_TYPES)}
${chosen("Answered", ["yes", "no"])}
${["Negated", "Hypothetical", "Historical"].map((name) => `${name}\tArg:${ANY}`).join("\n")}
`;
