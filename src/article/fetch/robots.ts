/** An address in, whether its site's robots.txt lets us fetch it out. */
import parser from "robots-parser";
import { OnrecordError } from "../../schema/index.ts";
import { ask, type Limits, ROBOT_NAME } from "./request.ts";

// The package's types describe a default export that Node's loader does not unwrap.
const robotsParser = parser as unknown as typeof parser.default;

/** As the standard has it: no file (4xx) allows all, a failing server (5xx) nothing, five redirects are followed at most. */
export async function checkRobots(url: URL, limits: Limits): Promise<void> {
  let at = new URL("/robots.txt", url);
  for (let hops = 0; hops <= 5; hops++) {
    const answer = await ask(at, { ...limits, maxBytes: 512 * 1024 });
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
    if (typeof location === "string") {
      at = new URL(location, at);
      continue;
    }
    if (answer.status >= 500)
      throw refused(url, `robots.txt of ${url.host} could not be read (status ${answer.status})`);
    if (answer.status >= 400) return;
    const robots = robotsParser(new URL("/robots.txt", url).href, new TextDecoder().decode(answer.body));
    if (robots.isAllowed(url.href, ROBOT_NAME) === false)
      throw refused(url, `robots.txt of ${url.host} does not allow it`);
    return;
  }
}

function refused(url: URL, why: string): OnrecordError {
  return new OnrecordError("fetch-refused", `${url.href} was not fetched: ${why}.`, {
    hint: "Open the page in a browser, save it, and read the file.",
  });
}
