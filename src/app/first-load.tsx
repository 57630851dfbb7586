import { Center, Loader, VisuallyHidden } from "@mantine/core";

/** Until the first screen has arrived. */
export function FirstLoad() {
  return (
    <Center component="main" mih="100dvh">
      <Loader aria-hidden />
      <VisuallyHidden component="output">Loading</VisuallyHidden>
    </Center>
  );
}
