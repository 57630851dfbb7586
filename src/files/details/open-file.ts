import { createContext, useContext, useSyncExternalStore } from "react";
import { useMatches } from "@mantine/core";
import type { MediaFile } from "../../api/media-page";
import { createStore } from "../../lib/store";
import type { Store } from "../../lib/store";

/** The file whose details are open beside a list; null while none are. */
export type OpenFile = Store<MediaFile | null>;

/** Where a list and the details beside it find each other, so that a row can tell that it is the one. */
export const OpenFileContext = createContext<OpenFile>(createStore<MediaFile | null>(null));

/** Whether this file's details are open; watched by each row for itself. */
export function useIsOpen({ mediaId }: MediaFile): boolean {
  const openFile = useContext(OpenFileContext);
  return useSyncExternalStore(openFile.subscribe, () => openFile.get()?.mediaId === mediaId);
}

/** Whether there is room for details beside a list, rather than over it. */
export const useHasRoom = (): boolean => useMatches({ base: false, lg: true }, { getInitialValueInEffect: false });

/** Whether details stand beside the list and leave it less room. */
export function useIsSqueezed(): boolean {
  const openFile = useContext(OpenFileContext);
  const isOpen = useSyncExternalStore(openFile.subscribe, () => openFile.get() !== null);
  return useHasRoom() && isOpen;
}
