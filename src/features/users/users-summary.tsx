import { Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import type { MediaOwner } from "../../api/statistics";
import { useFormatter } from "../../ui/formatter-context";
import { totalOf } from "./owners-list";
import type { OwnersTotal } from "./owners-list";

interface UsersSummaryProps {
  readonly shown: readonly MediaOwner[];
  readonly whole: OwnersTotal;
  /** Only files uploaded in a range of days are counted. */
  readonly isRange: boolean;
}

/** The sums over the users in the table, and what the numbers hold. */
export function UsersSummary({ shown, whole, isRange }: UsersSummaryProps) {
  const formatter = useFormatter();
  const total = useMemo(() => totalOf(shown), [shown]);
  const users =
    total.users === whole.users
      ? formatter.plural(total.users, { one: "{count} user", other: "{count} users" })
      : formatter
          .plural(whole.users, { one: "{shown} of {count} user", other: "{shown} of {count} users" })
          .replace("{shown}", formatter.count(total.users));
  const files = formatter.plural(total.files, { one: "{count} file", other: "{count} files" });
  return (
    <Stack gap={2}>
      <Text component="output" fw={600}>
        {[users, files, formatter.bytes(total.bytes)].join(" · ")}
      </Text>
      <Text size="sm" c="dimmed">
        Original files without their thumbnails. Quarantined files, pictures of URL previews and unfinished uploads are
        included. {isRange ? "Only files uploaded in the chosen days are counted." : null}
      </Text>
    </Stack>
  );
}
