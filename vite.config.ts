import react from "@vitejs/plugin-react";
import { runnerImport } from "vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import type * as Host from "./e2e/standin/host-vite";
import type * as Store from "./e2e/standin/store";

/**
 * What the built page may do: run its own scripts and ask any homeserver, nothing else. Mantine writes style
 * attributes and its style sheet holds pictures as data; files that the admin looks at are blobs. A server's header
 * can add what a page cannot say of itself: frame-ancestors.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src blob:",
  "font-src 'self' data:",
  "connect-src *",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** In the built page only: the development server puts scripts of its own into it. */
const contentSecurityPolicy: Plugin = {
  name: "mediasweep:content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
      injectTo: "head-prepend",
    },
  ],
};

/** `npm run demo`: the development server is a homeserver as well. */
async function demo(): Promise<{ readonly plugins: Plugin[]; readonly token: string }> {
  const host = await runnerImport<typeof Host>("./e2e/standin/host-vite.ts");
  const store = await runnerImport<typeof Store>("./e2e/standin/store.ts");
  return {
    plugins: [host.module.standinPlugin({ scenario: "demo", filesPerSecond: 400 })],
    token: store.module.ADMIN_TOKEN,
  };
}

/** In a mutation run a change to the heart has to be noticed by the heart's own specs. */
const isMutationRun = process.env["STRYKER_MUTATOR_WORKER"] !== undefined;

export default defineConfig(async ({ mode, command }) => {
  const isDemo = mode === "demo" && command === "serve";
  const { plugins, token } = isDemo ? await demo() : { plugins: [], token: null };
  return {
    // Relative, so that the built files can be served from any folder.
    base: "./",
    plugins: [react(), contentSecurityPolicy, ...plugins],
    define: { "import.meta.env.VITE_DEMO_TOKEN": JSON.stringify(token) },
    test: {
      environment: "node",
      globals: false,
      include: isMutationRun
        ? ["src/sweep/**/*.spec.ts"]
        : ["src/**/*.spec.{ts,tsx}", "e2e/{standin,tools}/**/*.spec.ts"],
    },
  };
});
