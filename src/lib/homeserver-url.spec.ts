import { describe, expect, test } from "vitest";
import { parseHomeserverUrl } from "./homeserver-url";

const over = (pageProtocol: string) => (text: string) => parseHomeserverUrl(text, pageProtocol);
const onHttps = over("https:");
const onHttp = over("http:");

describe("what is accepted", () => {
  test.each([
    ["https://matrix.example.org", "https://matrix.example.org"],
    ["  https://matrix.example.org\n", "https://matrix.example.org"],
    ["HTTPS://Matrix.Example.ORG", "https://matrix.example.org"],
    ["https://matrix.example.org/", "https://matrix.example.org"],
    ["https://matrix.example.org///", "https://matrix.example.org"],
    ["https://matrix.example.org:443", "https://matrix.example.org"],
    ["https://matrix.example.org:8448/", "https://matrix.example.org:8448"],
    ["https://example.org/synapse", "https://example.org/synapse"],
    ["https://example.org/synapse/", "https://example.org/synapse"],
    ["https://example.org/?a=b#c", "https://example.org"],
    ["https://[2001:db8::1]:8448", "https://[2001:db8::1]:8448"],
    ["https://192.0.2.7", "https://192.0.2.7"],
    ["https://my_server.example", "https://my_server.example"],
  ])("%j is %j", (text, url) => {
    expect(onHttps(text)).toEqual({ url });
  });

  test.each([
    ["https://matrix.example.org/_matrix/client/versions", "https://matrix.example.org"],
    ["https://matrix.example.org/_matrix/", "https://matrix.example.org"],
    ["https://matrix.example.org/_matrix", "https://matrix.example.org"],
    ["https://example.org/sub/_synapse/admin/v1/server_version", "https://example.org/sub"],
    ["https://example.org/_matrixed", "https://example.org/_matrixed"],
  ])("the path of an API is left out of %j", (text, url) => {
    expect(onHttps(text)).toEqual({ url });
  });

  test.each([
    ["example.org", "https://example.org"],
    ["matrix.example.org:8448", "https://matrix.example.org:8448"],
    ["synapse:8008", "https://synapse:8008"],
    ["localhost", "http://localhost"],
    ["localhost:8008", "http://localhost:8008"],
    ["127.0.0.1:8008/", "http://127.0.0.1:8008"],
    ["[::1]:8008", "http://[::1]:8008"],
    ["localhost.example.org", "https://localhost.example.org"],
    ["bücher.example", "https://xn--bcher-kva.example"],
  ])("without a scheme, %j is %j", (text, url) => {
    expect(onHttps(text)).toEqual({ url });
  });
});

describe("what is refused", () => {
  test.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["/", "relative"],
    ["/_matrix/client", "relative"],
    ["./matrix", "relative"],
    ["../matrix", "relative"],
    ["//matrix.example.org", "relative"],
    ["?server=x", "relative"],
    ["#room:example.org", "relative"],
    ["ftp://matrix.example.org", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["JavaScript:alert(1)", "scheme"],
    ["javascript://matrix.example.org/%0Aalert(1)", "scheme"],
    ["data:text/html,x", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["mailto:admin@example.org", "scheme"],
    ["matrix:u/admin:example.org", "scheme"],
    ["https:matrix.example.org", "scheme"],
    ["https:/matrix.example.org", "scheme"],
    ["https://user:secret@matrix.example.org", "credentials"],
    ["https://user@matrix.example.org", "credentials"],
    ["admin@example.org", "credentials"],
    ["https://", "not-a-url"],
    ["https://matrix example.org", "not-a-url"],
    ["https://matrix.example.org:99999", "not-a-url"],
    ["https://<b>.example.org", "not-a-url"],
    ["matrix.example.org, other.example.org", "not-a-url"],
    ["@admin:example.org", "not-a-url"],
    ["!room:example.org", "not-a-url"],
  ])("%j: %s", (text, problem) => {
    expect(onHttps(text)).toEqual({ problem });
  });
});

describe("plain http", () => {
  test("is blocked by the browser on a page that came over https", () => {
    expect(onHttps("http://matrix.example.org")).toEqual({ problem: "mixed-content" });
    expect(onHttps("http://192.168.1.5:8008")).toEqual({ problem: "mixed-content" });
  });

  test("works on a page that came over http", () => {
    expect(onHttp("http://matrix.example.org")).toEqual({ url: "http://matrix.example.org" });
  });

  test.each(["http://localhost:8008", "http://127.0.0.1:8008", "http://127.5.6.7", "http://[::1]:8008"])(
    "to this very machine works from anywhere: %s",
    (url) => {
      expect(onHttps(url)).toEqual({ url });
    },
  );

  test("to a host that only begins like this machine is blocked", () => {
    expect(onHttps("http://localhost.example.org")).toEqual({ problem: "mixed-content" });
    expect(onHttps("http://127.0.0.1.example.org")).toEqual({ problem: "mixed-content" });
  });
});
