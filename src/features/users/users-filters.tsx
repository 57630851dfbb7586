import { NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useFormatter } from "../../ui/formatter-context";
import { UploadDayField } from "./upload-day-field";
import { whyNotRange } from "./upload-days";
import { sortChoices } from "./sort-choices";
import type { UsersSearch } from "./users-search";
import type { TypedText } from "../../ui/use-typed-text";
import classes from "./users.module.css";

interface UsersFiltersProps {
  readonly search: UsersSearch;
  readonly typed: TypedText;
  readonly onChange: (change: Partial<UsersSearch>) => void;
}

/** Search and range of upload days; on narrow screens, which lack columns to sort by, the order as well. */
export function UsersFilters({ search, typed, onChange }: UsersFiltersProps) {
  const { zone } = useFormatter();
  return (
    <Stack gap={6}>
      <search className={classes["filters"]}>
        <TextInput
          className={classes["text"] ?? ""}
          type="search"
          label="Search users"
          placeholder="User ID or display name"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed.text}
          onChange={(event) => {
            typed.type(event.currentTarget.value);
          }}
          onBlur={typed.settle}
        />
        <UploadDayField
          label="Uploaded from"
          clearLabel="Clear the first day"
          value={search.from}
          problem={null}
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <UploadDayField
          label="Uploaded until"
          clearLabel="Clear the last day"
          value={search.until}
          problem={whyNotRange(search)}
          onChange={(until) => {
            onChange({ until });
          }}
        />
        <NativeSelect
          hiddenFrom="md"
          label="Sort by"
          data={sortChoices.map(({ value, label }) => ({ value, label }))}
          value={`${search.sort} ${search.dir}`}
          onChange={(event) => {
            const choice = sortChoices.find(({ value }) => value === event.currentTarget.value);
            if (choice !== undefined) onChange({ sort: choice.sort, dir: choice.dir });
          }}
        />
      </search>
      <Text size="sm" c="dimmed">
        Both days count whole, in the zone {zone}.
      </Text>
    </Stack>
  );
}
