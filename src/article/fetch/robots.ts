/** An address in, whether its site's robots.txt lets us fetch it, and how often, out. */
import parser from "robots-parser";
import { OnrecordError } from "../../schema/index.ts";
import type { Clock } from "./clock.ts";
import { headerOf } from "./headers.ts";
import { ask, type Limits, ROBOT_NAME } from "./request.ts";

// The package's types describe a default export that Node's loader does not unwrap.
const robotsParser = parser as unknown as typeof parser.default;

type Robot = ReturnType<typeof robotsParser>;

export interface Robots {
  /**
   * The pause between two requests that the site asks for, if any, in milliseconds.
   * @throws OnrecordError `fetch-refused`, if the site does not allow the address
   */
  check(url: URL): Promise<number | undefined>;
}

interface Kept {
  readonly at: number;
  readonly robot: Promise<Robot | undefined>;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
const FAILURE_KEPT_MS = 5 * 60 * 1000;
const MOST_SITES = 1000;
const MOST_BYTES = 1024 * 1024;

/** Each site's robots.txt is asked for once a day, whoever needs it meanwhile waits for that answer. */
export function createRobots(clock: Clock, limits: () => Limits): Robots {
  const kept = new Map<string, Kept>();
  const robotOf = (url: URL): Promise<Robot | undefined> => {
    const known = kept.get(url.origin);
    if (known && clock.now() - known.at < KEPT_MS) return known.robot;
    if (kept.size >= MOST_SITES) kept.delete(kept.keys().next().value!);
    const robot = readRobots(url, limits());
    kept.set(url.origin, { at: clock.now(), robot });
    // A site that failed is asked again: at once if the connection broke, after a while if it answered with an error.
    robot.catch((error) => {
      if (!(error instanceof OnrecordError)) kept.delete(url.origin);
      else kept.set(url.origin, { at: clock.now() - KEPT_MS + FAILURE_KEPT_MS, robot });
    });
    return robot;
  };
  return {
    async check(url) {
      const robot = await robotOf(url);
      if (robot?.isAllowed(url.href, ROBOT_NAME) === false) {
        throw refused(url, `robots.txt of ${url.host} does not allow it`);
      }
      const seconds = robot?.getCrawlDelay(ROBOT_NAME);
      return seconds !== undefined && seconds > 0 ? seconds * 1000 : undefined;
    },
  };
}

/** As the standard has it: no file (4xx) allows all, a failing server (5xx, 429) nothing, five redirects are followed at most. */
async function readRobots(url: URL, limits: Limits): Promise<Robot | undefined> {
  let at = new URL("/robots.txt", url);
  for (let hops = 0; hops <= 5; hops++) {
    const { status, headers, body } = await ask(at, { ...limits, maxBytes: MOST_BYTES });
    if (status >= 500 || status === 429) {
      throw refused(url, `robots.txt of ${url.host} could not be read (status ${status})`);
    }
    if (status >= 400) return undefined;
    const location = headerOf(headers, "location");
    if (status < 300 || location === undefined) {
      return robotsParser(new URL("/robots.txt", url).href, readableLines(new TextDecoder().decode(body)));
    }
    at = new URL(location, at);
  }
  return undefined;
}

const MOST_WILDCARDS = 4000;

/** A wildcard costs the length of the address each time it is looked at: no site needs many in a rule, or thousands in all. */
function readableLines(text: string): string {
  let wildcards = 0;
  const isReadable = (line: string) => {
    const own = line.split("*").length - 1;
    wildcards += own;
    return line.length <= 2000 && own <= 8 && (own === 0 || wildcards <= MOST_WILDCARDS);
  };
  return text
    .split(/\r\n|\r|\n/)
    .filter(isReadable)
    .join("\n");
}

function refused(url: URL, why: string): OnrecordError {
  return new OnrecordError("fetch-refused", `${url.href} was not fetched: ${why}.`, {
    hint: "Open the page in a browser, save it, and read the file.",
  });
}
