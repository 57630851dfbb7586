/**
 * Reads pages one after another, from the start, each where the one before said. Ends also where a server names the
 * same place again, as Synapse does for an empty page.
 */
export async function* pages<Page extends { readonly nextFrom: number | null }>(
  read: (from: number) => Promise<Page>,
): AsyncGenerator<Page> {
  for (let from = 0; ;) {
    const page = await read(from);
    yield page;
    if (page.nextFrom === null || page.nextFrom <= from) return;
    from = page.nextFrom;
  }
}
