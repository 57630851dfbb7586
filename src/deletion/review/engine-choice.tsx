import { Alert, Box, Radio, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { Engine } from "../../sweep/plan";
import type { EngineOption } from "./engine-options";

export interface EngineChoiceProps {
  readonly options: readonly EngineOption[];
  readonly engine: Engine;
  /** Taking a file out moved the choice to the list. */
  readonly isSwitched: boolean;
  readonly onChoose: (engine: Engine) => void;
}

/** Who selects what goes. */
export function EngineChoice({ options, engine, isSwitched, onChoose }: EngineChoiceProps) {
  return (
    <Radio.Group
      label="How to delete"
      value={engine}
      onChange={(value) => {
        const chosen = options.find((option) => option.engine === value);
        if (chosen !== undefined) onChoose(chosen.engine);
      }}
    >
      <Stack gap="sm" mt="xs">
        {options.map((option) => (
          <Radio
            key={option.engine}
            value={option.engine}
            label={option.label}
            description={option.whyNot === null ? option.description : `${option.description} ${option.whyNot}`}
            disabled={option.whyNot !== null}
          />
        ))}
        {isSwitched ? (
          <Box component="output" display="block">
            <Alert color="blue" role="note" icon={<IconInfoCircle aria-hidden />}>
              Switched to &ldquo;Exactly this list&rdquo;, because only the list can spare single files. What it keeps
              besides is set by the switches.
            </Alert>
          </Box>
        ) : null}
      </Stack>
    </Radio.Group>
  );
}
