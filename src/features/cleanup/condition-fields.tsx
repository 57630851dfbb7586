import { NativeSelect, SimpleGrid, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useFormatter } from "../../ui/formatter-context";
import { DayField } from "../../ui/day-field";
import { typeGroupIn, typeGroups } from "../../deletion/parts/type-groups";
import type { RuleForm } from "./use-rule-draft";

interface ConditionFieldsProps {
  readonly form: RuleForm;
}

/** The conditions that take a value. What is wrong stands above each field, as with the rule's date. */
export function ConditionFields({ form }: ConditionFieldsProps) {
  const { draft, change } = form;
  return (
    <Stack gap="md">
      <ConditionDays form={form} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="md" style={{ alignItems: "end" }}>
        <TextInput
          label="At most"
          placeholder="Any size"
          autoComplete="off"
          inputWrapperOrder={["label", "error", "input"]}
          {...textField(form, "atMost")}
        />
        <NativeSelect
          label="Type"
          data={[{ value: "", label: "Any type" }, ...typeGroups]}
          value={draft.typeGroup ?? ""}
          onChange={(event) => {
            change({ typeGroup: typeGroupIn(event.currentTarget.value) });
          }}
        />
      </SimpleGrid>
      <TextInput
        label="Name contains"
        placeholder="Any name"
        autoComplete="off"
        value={draft.nameContains}
        onChange={(event) => {
          change({ nameContains: event.currentTarget.value });
        }}
      />
      <Textarea
        label="Only files of"
        description="User IDs, or just the part before the colon, with a blank or a line break between them."
        placeholder="Everybody"
        autosize
        maxRows={8}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputWrapperOrder={["label", "description", "error", "input"]}
        {...textField(form, "owners")}
      />
    </Stack>
  );
}

/** Binds a field to its text in the form. */
const textField = ({ draft, change, leave, errorOf }: RuleForm, field: "atMost" | "owners") => ({
  value: draft[field],
  error: errorOf(field),
  onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
    change({ [field]: event.currentTarget.value });
  },
  onBlur: () => {
    leave(field);
  },
});

const days = [
  { field: "uploadedFrom", label: "Uploaded from" },
  { field: "uploadedBefore", label: "Uploaded before" },
  { field: "usedSince", label: "Last used since" },
] as const;

function ConditionDays({ form }: ConditionFieldsProps) {
  const { zone } = useFormatter();
  const { draft, nowMs, change, leave, errorOf } = form;
  return (
    <Stack gap={6}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} verticalSpacing="md" style={{ alignItems: "end" }}>
        {days.map(({ field, label }) => (
          <DayField
            key={field}
            label={label}
            placeholder="Any day"
            text={draft[field]}
            nowMs={nowMs}
            onChange={(day) => {
              change({ [field]: day });
            }}
            onBlur={() => {
              leave(field);
            }}
            error={errorOf(field)}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        Each of these days counts from its first moment in the zone {zone}.
      </Text>
    </Stack>
  );
}
