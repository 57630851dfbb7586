import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";

const ROWS = ["a", "b", "c", "d", "e", "f"];

/** The outline of a list that is being read for the first time. */
export function LoadingRows() {
  return (
    <Stack component="output" gap="sm">
      <VisuallyHidden>Loading</VisuallyHidden>
      {ROWS.map((row) => (
        <Skeleton key={row} height={28} aria-hidden />
      ))}
    </Stack>
  );
}
