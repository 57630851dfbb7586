import { Badge, Group, Text } from "@mantine/core";
import type { UserAccount } from "../../api/users";
import { Timestamp } from "../../ui/timestamp";
import { UserText } from "../../ui/user-text";
import { accountStates } from "./account-states";

/** Who the owner is, as far as Synapse tells. */
export const AccountFacts = ({ account }: { readonly account: UserAccount }) => (
  <>
    <Group gap="xs">
      <UserText text={account.displayName} none="No display name" />
      {accountStates(account).map(({ text, color }) => (
        <Badge key={text} radius="sm" variant="light" color={color} tt="none" fw={600}>
          {text}
        </Badge>
      ))}
    </Group>
    {account.appserviceId === null ? null : (
      <Text size="sm">
        Belongs to the application service <UserText text={account.appserviceId} />
      </Text>
    )}
    {account.createdMs === null ? null : (
      <Text size="sm">
        Account created <Timestamp ms={account.createdMs} />
      </Text>
    )}
  </>
);
