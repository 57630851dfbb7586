import { Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { describeError } from "../../api/describe-error";
import type { MediaFile } from "../../api/media-page";
import { serverNameOf } from "../../lib/matrix-id";
import type { MediaName } from "../../lib/mxc";
import { mediaQueries } from "../../queries/media";
import { currentDeps } from "../../session/current";
import { QueryView } from "../../ui/query-view";
import { ReasonButton } from "../../ui/reason-button";
import { ActByName } from "./act-by-name";
import { LocalFile } from "./local-file";
import { SearchResult } from "./search-result";
import { NameFacts, UnknownMedia } from "./unknown-media";
import { useFileSearch } from "./use-file-search";

interface SearchListsProps {
  readonly name: MediaName;
  readonly serverVersion: string;
}

/** The way to a file before Synapse 1.140: through the lists of its owners. */
export function SearchLists({ name, serverVersion }: SearchListsProps) {
  const { search, start, stop } = useFileSearch(name.mediaId);
  if (search.file !== null) return <FoundFile found={search.file} name={name} />;
  const whyNot = search.status === "searching" ? "A search is under way." : null;
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <NameFacts name={name} />
        <Text size="sm">
          {`Synapse tells of a single file since version 1.140, and this is ${serverVersion}. Its owner's list holds the file: say whose it is, or have all lists read.`}
        </Text>
        <OwnerForm whyNot={whyNot} serverName={name.serverName} onSearch={start} />
        <Group gap="sm">
          <ReasonButton
            variant="default"
            whyNot={whyNot}
            onClick={() => {
              start(null);
            }}
          >
            Search every user&apos;s list
          </ReasonButton>
          {search.status === "searching" ? (
            <Button variant="default" onClick={stop}>
              Stop
            </Button>
          ) : null}
        </Group>
        <SearchResult search={search} />
        <ActByName name={name} />
      </Stack>
    </Paper>
  );
}

interface FoundFileProps {
  /** As it was found. */
  readonly found: MediaFile;
  readonly name: MediaName;
}

/** A file that a search has found. Its list is searched again when something was done to files. */
function FoundFile({ found, name }: FoundFileProps) {
  const now = useQuery({ ...mediaQueries.inListOf(currentDeps(), found), initialData: found, gcTime: 0 });
  return (
    <QueryView
      result={now}
      describe={describeError}
      isEmpty={(file) => file === null}
      empty={<UnknownMedia name={name} />}
    >
      {(file) => (file === null ? null : <LocalFile file={file} />)}
    </QueryView>
  );
}

interface OwnerFormProps {
  readonly whyNot: string | null;
  readonly serverName: string;
  readonly onSearch: (userIds: readonly string[]) => void;
}

function OwnerForm({ whyNot, serverName, onSearch }: OwnerFormProps) {
  const [owner, setOwner] = useState("");
  const [isAsked, setAsked] = useState(false);
  const userId = owner.trim();
  const isWrong = serverNameOf(userId) !== serverName;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isWrong && whyNot === null) onSearch([userId]);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-end" gap="sm" maw={560}>
        <TextInput
          flex="1 1 14rem"
          label="Owner"
          placeholder={`@user:${serverName}`}
          autoComplete="off"
          spellCheck={false}
          value={owner}
          onChange={(event) => {
            setOwner(event.currentTarget.value);
            setAsked(false);
          }}
          error={isAsked && isWrong ? `Enter a user ID of this server, such as @user:${serverName}.` : null}
          inputWrapperOrder={["label", "error", "input"]}
        />
        <ReasonButton type="submit" whyNot={whyNot}>
          Search this list
        </ReasonButton>
      </Group>
    </form>
  );
}
