/** No way leads into a private network: not a name's address, not a redirect. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { createFetcher, type Lookup } from "../../../src/article/fetch/index.ts";
import type * as request from "../../../src/article/fetch/request.ts";

/** The first host is public and sends us on; everything else is really asked for. */
const asked = vi.hoisted(() => [] as string[]);
vi.mock("../../../src/article/fetch/request.ts", async (original) => {
  const real = await original<typeof request>();
  return {
    ...real,
    ask(url: URL, ...more: [request.Limits]) {
      asked.push(url.hostname);
      if (url.hostname !== "public.example") return real.ask(url, ...more);
      return Promise.resolve({
        status: 302,
        headers: { location: decodeURIComponent(url.hash.slice(1)) },
        body: new Uint8Array(),
      });
    },
  };
});

afterEach(() => {
  asked.length = 0;
});

const PRIVATE = [
  ...["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.0.7", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "::ffff:127.0.0.1"],
  ...["fe80::1", "fd00::1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "::7f00:1", "2001:0:1::1"],
]; // biome-ignore format: one list

const looksUp =
  (...addresses: readonly string[]): Lookup =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

const fetchWith = async (address: string, lookup: Lookup) => {
  const fetcher = createFetcher({ lookup, retries: 0, gapMs: 0, robots: false });
  try {
    return await fetcher.fetch(address);
  } finally {
    await fetcher.close();
  }
};
const refused = { name: "OnrecordError", code: "fetch-refused", message: expect.stringMatching(/private network/) };

describe("a name that leads to a private address", () => {
  it.each(PRIVATE)("%s", async (address) => {
    await expect(fetchWith("http://rebind.example/", looksUp(address))).rejects.toMatchObject(refused);
    await expect(fetchWith("https://rebind.example/", looksUp("203.0.114.9", address))).rejects.toMatchObject(refused);
  });
});

describe("a redirect", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "//10.0.0.1/",
  ])("to %s is not followed", async (location) => {
    const address = `http://public.example/#${encodeURIComponent(location)}`;
    await expect(fetchWith(address, looksUp("203.0.114.9"))).rejects.toMatchObject(refused);
    expect(asked).toEqual(["public.example"]);
  });

  it("to a name with a private address ends there", async () => {
    const address = "http://public.example/#http://inner.example/";
    await expect(fetchWith(address, looksUp("10.0.0.1"))).rejects.toMatchObject(refused);
    expect(asked).toEqual(["public.example", "inner.example"]);
  });

  it.each(["file:///etc/passwd", "ftp://public.example/", "http://user:pw@public.example/"])(
    "to %s is refused",
    async (location) => {
      const address = `http://public.example/#${encodeURIComponent(location)}`;
      await expect(fetchWith(address, looksUp("203.0.114.9"))).rejects.toMatchObject({ code: "fetch-refused" });
    },
  );
});
