import { AppShell, Box, Burger, Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { paths } from "../lib/paths";
import type { Account } from "../session/sign-in";
import { ProductMark } from "../ui/product-mark";
import { SchemeSwitch } from "../ui/scheme-switch";
import { UserText } from "../ui/user-text";
import { RunIndicator } from "./run-indicator";
import { SignOutButton } from "./sign-out-button";
import classes from "./shell.module.css";

interface ShellHeaderProps {
  readonly account: Account;
  readonly isMenuOpen: boolean;
  readonly onToggleMenu: () => void;
}

/** Where one is, as whom, and what is going on. */
export function ShellHeader({ account, isMenuOpen, onToggleMenu }: ShellHeaderProps) {
  return (
    <AppShell.Header className={classes["header"] ?? ""}>
      <Burger
        opened={isMenuOpen}
        onClick={onToggleMenu}
        hiddenFrom="sm"
        size="sm"
        aria-label="Menu"
        aria-expanded={isMenuOpen}
      />
      <Link to={paths.home()} className={classes["home"]}>
        <ProductMark />
      </Link>
      <Box className={classes["account"] ?? ""}>
        <Text size="sm" fw={600} truncate>
          <UserText text={account.serverName} />
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <UserText text={account.userId} />
        </Text>
      </Box>
      <RunIndicator />
      <Group gap="xs" wrap="nowrap" className={classes["tools"] ?? ""}>
        <SchemeSwitch />
        <SignOutButton />
      </Group>
    </AppShell.Header>
  );
}
