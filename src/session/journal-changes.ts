/** Tells the tabs of this browser that the journal's entries changed. */
export interface Changes {
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells the listeners of this tab and of the others. */
  readonly announce: () => void;
  readonly close: () => void;
}

/** Where a browser has no BroadcastChannel, or refuses it, only this tab hears. */
export function openChanges(): Changes {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let channel = openChannel();
  channel?.addEventListener("message", tell);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone and takes no target
      channel?.postMessage("changed");
      tell();
    },
    close: () => {
      channel?.close();
      channel = null;
    },
  };
}

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel("mediasweep.journal");
  } catch {
    // Not there, or refused together with storage: lists of other tabs are read again when they are next opened.
    return null;
  }
}
