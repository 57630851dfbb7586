import { useLocalStorage } from "@mantine/hooks";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { looks } from "./current-looks";
import { Lightbox } from "./lightbox";
import { BLUR_SETTING } from "./look-consent";
import type { LookFile } from "./look-file";
import { LookFilesContext } from "./look-files";
import { LookNotice } from "./look-notice";

interface LookAreaProps {
  /** What can be looked at here, in the order of the list; looks at other files are closed. */
  readonly files: readonly LookFile[];
  readonly children: ReactNode;
}

/** The part of a screen in which files can be looked at. Leaving it lets go of everything that was shown. */
export function LookArea({ files, children }: LookAreaProps) {
  const [isBlurred] = useLocalStorage<boolean>({ ...BLUR_SETTING, getInitialValueInEffect: false });
  useEffect(() => {
    looks.keepOnly(files);
  }, [files]);
  useEffect(
    () => () => {
      looks.closeAll();
    },
    [],
  );
  return (
    <div data-blurred={isBlurred || undefined}>
      <LookFilesContext value={files}>{children}</LookFilesContext>
      <LookNotice />
      <Lightbox files={files} isBlurred={isBlurred} />
    </div>
  );
}
