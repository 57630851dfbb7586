import { Box, Button, Stack, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { describeError } from "../../api/describe-error";
import { mediaQueries } from "../../queries/media";
import { currentDeps } from "../../session/current";
import { PAGE_SIZE } from "../../sweep/list-owner";
import { EmptyState } from "../../ui/empty-state";
import { useFormatter } from "../../ui/formatter-context";
import { QueryView } from "../../ui/query-view";
import { ContentsTables } from "./contents-tables";

interface UserContentsProps {
  readonly userId: string;
  /** How many files statistics count; null while that is not known. */
  readonly files: number | null;
}

/** What a user's files are, counted from the whole list: read only once it is opened, a long one only on demand. */
export function UserContents({ userId, files }: UserContentsProps) {
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const isWanted = isAsked || (files !== null && files <= PAGE_SIZE);
  const list = useQuery({ ...mediaQueries.allOfUser(currentDeps(), userId), enabled: isOpen && isWanted });
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <Stack gap={isOpen ? "sm" : 0} mb="lg">
      <Box>
        <Button
          variant="default"
          size="xs"
          leftSection={<Chevron size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          What they store
        </Button>
      </Box>
      <Box id={panelId} hidden={!isOpen}>
        {!isOpen ? null : list.data === undefined && !isWanted ? (
          <ReadFirst
            files={files}
            onRead={() => {
              setIsAsked(true);
            }}
          />
        ) : (
          <QueryView
            result={list}
            describe={describeError}
            isEmpty={(all) => all.length === 0}
            empty={<EmptyState title="There is nothing to count">Synapse lists no file of this user.</EmptyState>}
          >
            {(all) => <ContentsTables files={all} />}
          </QueryView>
        )}
      </Box>
    </Stack>
  );
}

interface ReadFirstProps {
  readonly files: number | null;
  readonly onRead: () => void;
}

/** Reading a long list takes the server a while, which is the admin's to decide. */
function ReadFirst({ files, onRead }: ReadFirstProps) {
  const formatter = useFormatter();
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">Types and months are counted from the whole list. Reading it changes nothing on the server.</Text>
      <Button variant="default" size="xs" onClick={onRead}>
        {files === null
          ? "Read the whole list"
          : formatter.plural(files, { one: "Read {count} file", other: "Read all {count} files" })}
      </Button>
    </Stack>
  );
}
