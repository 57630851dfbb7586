import { Box, Button, Group, Paper, TextInput } from "@mantine/core";
import { IconFilter, IconSearch, IconX } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { useFormatter } from "../../ui/formatter-context";
import { FilterFields } from "./filter-fields";
import { activeFilters } from "./filter-words";
import type { MediaFilter } from "./media-filter";
import type { FilterForm } from "./use-filter-form";
import classes from "./media.module.css";

interface MediaFiltersProps {
  readonly filter: MediaFilter;
  readonly form: FilterForm;
  readonly onChange: (change: Partial<MediaFilter>) => void;
}

/** What narrows the list: the name in sight, the rest behind a button, and in words whatever is in force. */
export function MediaFilters({ filter, form, onChange }: MediaFiltersProps) {
  const formatter = useFormatter();
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const active = activeFilters(formatter, filter);
  const { length: count } = active;
  return (
    <search className={classes["filters"]}>
      <div className={classes["toolbar"]}>
        <TextInput
          className={classes["name"] ?? ""}
          type="search"
          label="Name contains"
          placeholder="Any name"
          autoComplete="off"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={form.name.text}
          onChange={(event) => {
            form.name.type(event.currentTarget.value);
          }}
          onBlur={form.name.settle}
        />
        <Button
          ref={button}
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {count === 0 ? "Filters" : `Filters (${formatter.count(count)})`}
        </Button>
      </div>
      {/* Not taken away while closed: a field for days alone knows what was typed into it and is no day. */}
      <Box id={panelId} hidden={!isOpen}>
        <Paper withBorder p="md">
          <FilterFields filter={filter} form={form} onChange={onChange} />
        </Paper>
      </Box>
      {count === 0 ? null : (
        <Group component="section" aria-label="Filters in force" gap={6}>
          {active.map(({ text, without }) => (
            <Button
              key={Object.keys(without).join()}
              className={classes["active"] ?? ""}
              size="compact-sm"
              variant="light"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={`Remove the filter: ${text}`}
              onClick={() => {
                // The button goes with its filter, and the focus would with it.
                button.current?.focus();
                onChange(without);
              }}
            >
              {text}
            </Button>
          ))}
          {count === 1 && filter.name === "" ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                button.current?.focus();
                form.clear();
              }}
            >
              Remove all
            </Button>
          )}
        </Group>
      )}
    </search>
  );
}
