import { Code, List, Stack, Text } from "@mantine/core";
import classes from "./sign-in-screen.module.css";

const LOGIN = `curl -d @- https://matrix.example.org/_matrix/client/v3/login <<'END'
{"type": "m.login.password", "password": "…",
 "identifier": {"type": "m.id.user", "user": "admin"}}
END`;

/** Items are as wide as the page at most. */
const WRAPPED = { itemWrapper: { display: "inline" }, itemLabel: { display: "inline" } };

/** Where admins find what the form asks for. */
export function TokenHelp() {
  return (
    <details className={classes["help"]}>
      <summary>How to get an admin token</summary>
      <Stack gap="sm" mt="sm">
        <Text size="sm">The token has to be of an account that is a server admin in Synapse.</Text>
        <List size="sm" spacing="sm" type="ordered" styles={WRAPPED}>
          <List.Item>
            In Element, signed in as that account: Settings, Help &amp; About, Advanced, Access token. Do not sign out
            of Element afterwards, or the token becomes invalid.
          </List.Item>
          <List.Item>
            Or on the command line, for a token of its own. It stands behind “access_token” in the answer:
            <Code block mt="xs">
              {LOGIN}
            </Code>
          </List.Item>
          <List.Item>
            Where the Matrix Authentication Service signs people in, issue a token with admin rights there:
            <Code block mt="xs">
              mas-cli manage issue-compatibility-token --yes-i-want-to-grant-synapse-admin-privileges admin
            </Code>
          </List.Item>
        </List>
      </Stack>
    </details>
  );
}
