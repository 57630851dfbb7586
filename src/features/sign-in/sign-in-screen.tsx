import { Box, Group, Paper, Text } from "@mantine/core";
import { ProductMark } from "../../ui/product-mark";
import { PageHeader } from "../../ui/page-header";
import { SchemeSwitch } from "../../ui/scheme-switch";
import { SignInForm } from "./sign-in-form";
import { TokenHelp } from "./token-help";
import classes from "./sign-in-screen.module.css";

/** The first screen: which homeserver, as whom. */
export function Component() {
  return (
    <Box className={classes["page"] ?? ""}>
      <Group component="header" justify="space-between" className={classes["column"] ?? ""}>
        <ProductMark />
        <SchemeSwitch />
      </Group>
      <Paper component="main" withBorder radius="lg" p={{ base: "md", sm: "xl" }} className={classes["column"] ?? ""}>
        <PageHeader
          title="Sign in"
          description="See who stores what on your Synapse homeserver, and clean it up without regret."
        />
        <SignInForm />
        <TokenHelp />
      </Paper>
      <Text component="footer" size="sm" c="dimmed" ta="center" className={classes["column"] ?? ""}>
        This page speaks to your homeserver and to nobody else.
      </Text>
    </Box>
  );
}
