import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `unpack-chromium.ts FOLDER` unpacks the Chromium of `@sparticuz/chromium` into that folder and prints how to start it,
 * as JSON. A program of its own, because the package is told everything by the environment and changes it.
 */
async function unpackInto(folder: string): Promise<void> {
  process.env["TMPDIR"] = folder;
  // The package brings libraries along for one kind of machine only, a bare one.
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  const fonts = join(folder, "fonts");
  // Its own one looks for the fonts in /tmp only; without any font a page has no text.
  writeFileSync(join(fonts, "fonts.conf"), fontConfiguration(folder));
  const env = { LD_LIBRARY_PATH: process.env["LD_LIBRARY_PATH"], FONTCONFIG_PATH: fonts };
  console.log(JSON.stringify({ executablePath, env }));
}

const fontConfiguration = (folder: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

unpackInto(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
