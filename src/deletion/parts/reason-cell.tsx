import { Text } from "@mantine/core";
import type { KeepReason } from "../../sweep/plan";
import { reasonText } from "./reason-text";

/** Why a file stays; names in it cannot reorder the rest. */
export function ReasonCell({ reason }: { readonly reason: KeepReason }) {
  const { form, name } = reasonText(reason);
  const [before = "", after = ""] = form.split("{name}");
  return (
    <Text
      span
      inherit
      lineClamp={2}
      miw="11rem"
      maw="18rem"
      style={{ overflowWrap: "anywhere" }}
      title={form.replace("{name}", name)}
    >
      {before}
      {name === "" ? null : <bdi>{name}</bdi>}
      {after}
    </Text>
  );
}
