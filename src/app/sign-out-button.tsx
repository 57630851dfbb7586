import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLogout } from "@tabler/icons-react";
import { SignOutDialog } from "./sign-out-dialog";

/** Asks how to sign out. */
export function SignOutButton() {
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconLogout size={16} aria-hidden />} onClick={dialog.open}>
        Sign out
      </Button>
      <SignOutDialog isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}
