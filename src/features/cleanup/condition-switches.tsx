import { Stack, Switch } from "@mantine/core";
import type { RuleForm } from "./use-rule-draft";

const switches = [
  { field: "isOfDeactivated", label: "Only deactivated users" },
  { field: "isNeverOpened", label: "Only files never opened" },
  {
    field: "isUnauthenticated",
    label: "Only files that can be fetched without a token",
    description: "Servers older than Synapse 1.120 do not tell which these are: there, none matches.",
  },
  { field: "isWithoutUrlPreviews", label: "Without URL previews" },
] as const;

/** The conditions that are set or not. */
export function ConditionSwitches({ form }: { readonly form: RuleForm }) {
  return (
    <Stack gap="md">
      {switches.map(({ field, ...words }) => (
        <Switch
          key={field}
          {...words}
          checked={form.draft[field]}
          onChange={(event) => {
            form.change({ [field]: event.currentTarget.checked });
          }}
        />
      ))}
    </Stack>
  );
}
