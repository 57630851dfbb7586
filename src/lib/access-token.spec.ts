import { describe, expect, test } from "vitest";
import { cleanAccessToken } from "./access-token";

const TOKEN = "syt_YWRtaW4_JcTdtUFQmuJMLGxgWDsm_1nV4Qe";

describe("what is pasted along is left out", () => {
  test.each([
    ["nothing", TOKEN],
    ["blanks around it", `  ${TOKEN} `],
    ["a line break at its end", `${TOKEN}\r\n`],
    ["line breaks in it", "syt_YWRtaW4_Jc\nTdtUFQmuJMLGxg\r\nWDsm_1nV4Qe"],
    ["blanks in it", "syt_YWRtaW4_Jc TdtUFQmuJMLGxg\tWDsm_1nV4Qe"],
    ["a no-break space", `${TOKEN}\u00a0`],
    ["quotes", `"${TOKEN}"`],
    ["single quotes", `'${TOKEN}'`],
    ["Bearer", `Bearer ${TOKEN}`],
    ["bearer and a line break", `bearer\n${TOKEN}\n`],
    ["a whole header", `Authorization: Bearer ${TOKEN}`],
    ["a quoted header", `"Authorization: Bearer ${TOKEN}"`],
    ["an invisible space", `\u200b${TOKEN}\ufeff`],
    ["a JSON member", `"access_token": "${TOKEN}",`],
  ])("%s", (_what, text) => {
    expect(cleanAccessToken(text)).toBe(TOKEN);
  });
});

describe("what cannot stand in a header is no token", () => {
  test.each([
    ["nothing", ""],
    ["blanks", " \n\t "],
    ["quotes alone", `""`],
    ["Bearer alone", "Bearer "],
    ["Cyrillic letters", "токен"],
    ["a letter that only looks Latin", "syt_аbc"],
    ["an emoji", "syt_💥"],
    ["a control character", "syt_\u0007abc"],
    ["the dots of a password field", "••••••••"],
  ])("%s", (_what, text) => {
    expect(cleanAccessToken(text)).toBeNull();
  });
});

test("a token that begins like the word Bearer is left whole", () => {
  expect(cleanAccessToken("bearer_of_news")).toBe("bearer_of_news");
});

test("a token that begins like a JSON member is left whole", () => {
  expect(cleanAccessToken("access_token_1")).toBe("access_token_1");
});
