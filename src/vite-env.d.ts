interface ImportMetaEnv {
  /** The stand-in's token where the page is served by `npm run demo`, else null; put in by vite.config.ts. */
  readonly VITE_DEMO_TOKEN: string | null;
}
