/** An address in, whether its site's robots.txt lets us fetch it out. */
import parser from "robots-parser";
import { OnrecordError } from "../../schema/index.ts";
import { ask, headerOf, type Limits, ROBOT_NAME } from "./request.ts";

// The package's types describe a default export that Node's loader does not unwrap.
const robotsParser = parser as unknown as typeof parser.default;

type Robot = ReturnType<typeof robotsParser>;

/** The robots.txt of the sites met on the way, each asked for once. */
export type RobotsCache = Map<string, Robot | undefined>;

/** Refuse an address that its site's robots.txt does not allow. */
export async function checkRobots(url: URL, limits: Limits, cache: RobotsCache): Promise<void> {
  if (!cache.has(url.origin)) cache.set(url.origin, await readRobots(url, limits));
  if (cache.get(url.origin)?.isAllowed(url.href, ROBOT_NAME) === false) {
    throw refused(url, `robots.txt of ${url.host} does not allow it`);
  }
}

/** As the standard has it: no file (4xx) allows all, a failing server (5xx) nothing, five redirects are followed at most. */
async function readRobots(url: URL, limits: Limits): Promise<Robot | undefined> {
  let at = new URL("/robots.txt", url);
  for (let hops = 0; hops <= 5; hops++) {
    const { status, headers, body } = await ask(at, { ...limits, maxBytes: Math.max(limits.maxBytes, 512 * 1024) });
    if (status >= 500) throw refused(url, `robots.txt of ${url.host} could not be read (status ${status})`);
    if (status >= 400) return undefined;
    const location = headerOf(headers, "location");
    if (status < 300 || location === undefined) {
      return robotsParser(new URL("/robots.txt", url).href, new TextDecoder().decode(body));
    }
    at = new URL(location, at);
  }
  return undefined;
}

function refused(url: URL, why: string): OnrecordError {
  return new OnrecordError("fetch-refused", `${url.href} was not fetched: ${why}.`, {
    hint: "Open the page in a browser, save it, and read the file.",
  });
}
