/** The program of a screen did not arrive: no connection, or a new version of the app has taken its place. */
export class LostScreenError extends Error {
  override readonly name = "LostScreenError";
}

/** For the `catch` of a screen's import. */
export function lost(cause: unknown): never {
  throw new LostScreenError("The screen did not arrive", { cause });
}
