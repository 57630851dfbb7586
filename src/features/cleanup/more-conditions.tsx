import { Box, Button, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId } from "react";
import { useFormatter } from "../../ui/formatter-context";
import { ConditionFields } from "./condition-fields";
import { ConditionSwitches } from "./condition-switches";
import { countConditions } from "./filter-draft";
import type { RuleForm } from "./use-rule-draft";

export interface MoreConditionsProps {
  readonly form: RuleForm;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** What narrows the rule beyond what Synapse's own knows, out of the way until it is asked for. */
export function MoreConditions({ form, isOpen, onToggle }: MoreConditionsProps) {
  const formatter = useFormatter();
  const panelId = useId();
  const count = countConditions(form.draft);
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Stack gap={isOpen ? "lg" : 0}>
      <Box>
        <Button
          variant="default"
          leftSection={<Chevron size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={onToggle}
        >
          {isOpen || count === 0
            ? "More conditions"
            : formatter.plural(count, {
                one: "More conditions: {count} is set",
                other: "More conditions: {count} are set",
              })}
        </Button>
      </Box>
      {/* Not taken away while closed: a field for days alone knows what was typed into it and is no day. */}
      <Box id={panelId} hidden={!isOpen}>
        <Stack gap="xl">
          <ConditionFields form={form} />
          <ConditionSwitches form={form} />
        </Stack>
      </Box>
    </Stack>
  );
}
