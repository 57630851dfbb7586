import { makeZip } from "client-zip";
import { NotDoneError } from "../../sweep/action";

/** One file on its way into a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: Blob | string;
}

/** A zip that is being made. It holds as much in memory as one file does. */
export interface ZipSink {
  /** Resolves once the zip has room for the next one. Throws NotDoneError where the zip cannot be written. */
  readonly add: (entry: ZipEntry) => Promise<void>;
  /** Throws NotDoneError where the zip cannot be written any more: nothing more needs to be fetched. */
  readonly check: () => void;
  /** Ends the zip and hands it over. Throws NotDoneError. */
  readonly end: () => Promise<void>;
}

/** Where the bytes of a zip go: to a file that the admin chose, or into memory. */
export type ZipTarget = (zip: ReadableStream<Uint8Array>) => Promise<void>;

/** Begins a zip. Files are stored as they are, since most media are compressed already. */
export function openZip(target: ZipTarget): ZipSink {
  const entries = new TransformStream<ZipEntry, ZipEntry>();
  const writer = entries.writable.getWriter();
  let broken: NotDoneError | null = null;
  const breakWith = async (cause: unknown) => {
    broken ??= new NotDoneError(notWritten(cause));
    // Whoever waits for room waits no longer.
    await writer.abort(broken).catch(() => undefined);
  };
  const written = target(makeZip(entriesOf(entries.readable), { buffersAreUTF8: true })).catch(breakWith);
  const check = () => {
    if (broken !== null) throw broken;
  };
  return {
    check,
    add: async (entry) => {
      check();
      await writer.write(entry).catch(breakWith);
      check();
    },
    end: async () => {
      check();
      await writer.close().catch(breakWith);
      await written;
      check();
    },
  };
}

/** Not by the stream's own iterator, which some browsers lack. */
async function* entriesOf(stream: ReadableStream<ZipEntry>): AsyncGenerator<ZipEntry> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const notWritten = (cause: unknown) => ({
  title: `The zip file could not be written: ${String(cause)}`,
  advice: "Check that the disk has room and that the folder can be written to, then download again.",
  words: null,
});
