/** The small DOM that comes with Readability has no types of its own. */
declare module "@mozilla/readability/JSDOMParser.js" {
  export default class JSDOMParser {
    /** Called with a note on markup that is not well formed; writes to the console by default. */
    error: (note: string) => void;
    parse(html: string, url?: string): Document;
  }
}
