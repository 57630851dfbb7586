import { Button, Group, Text } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { useStore } from "../../queries/use-session";
import { useFormatter } from "../../ui/formatter-context";
import { ReasonButton } from "../../ui/reason-button";
import { BlurSwitch } from "./blur-switch";
import { looks } from "./current-looks";
import { askToLook } from "./look-consent";
import type { LookFile } from "./look-file";
import { lookable } from "./lookable";
import { hasThumbnail } from "./shown-types";
import { whyNotLook } from "./why-not-look";

/** How many pictures one press asks for at most: a list may have tens of thousands. */
const AT_ONCE = 200;

/** Whether Synapse has a small picture of it for everybody. */
const isPicture = (file: LookFile): boolean =>
  hasThumbnail(file.type) && file.quarantinedBy === null && whyNotLook(file) === null;

const isOpen = (file: LookFile): boolean => ["fetching", "shown"].includes(looks.of(file, "small").status);

/** Shows or hides all pictures of the list on the screen, and says whether they are blurred. */
export function LookControls() {
  const formatter = useFormatter();
  const files = useStore(lookable);
  const pictures = useMemo(() => files.filter(isPicture), [files]);
  // Most of a long list was never asked for: without looks there is nothing to count.
  const open = useStore(looks).size === 0 ? 0 : pictures.filter(isOpen).length;
  const closed = pictures.length - open;
  const show = () => {
    askToLook(() => {
      const next = pictures.filter((file) => !isOpen(file)).slice(0, AT_ONCE);
      for (const file of next) looks.open({ file, size: "small", isAlone: false });
    });
  };
  return (
    <Group gap="sm">
      <ReasonButton
        variant="default"
        leftSection={<IconEye size={16} aria-hidden />}
        whyNot={whyNotShow(pictures.length, closed)}
        onClick={show}
      >
        Show pictures on this page
      </ReasonButton>
      {open === 0 ? null : (
        <Button
          variant="default"
          leftSection={<IconEyeOff size={16} aria-hidden />}
          onClick={() => {
            for (const file of pictures) looks.close(file, "small");
          }}
        >
          Hide pictures
        </Button>
      )}
      {open > 0 && closed > 0 ? (
        <Text size="sm" c="dimmed" component="output">
          {formatter.plural(closed, {
            one: "{count} picture is not shown.",
            other: "{count} pictures are not shown.",
          })}
        </Text>
      ) : null}
      <BlurSwitch />
    </Group>
  );
}

function whyNotShow(pictures: number, closed: number): string | null {
  if (pictures === 0) return "Synapse has small pictures of JPEG, PNG, GIF and WebP only, and this page lists none.";
  return closed === 0 ? "All pictures on this page are shown." : null;
}
