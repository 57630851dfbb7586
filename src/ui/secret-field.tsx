import { PasswordInput } from "@mantine/core";
import type { PasswordInputProps } from "@mantine/core";

/** A field for a secret, which can be shown. No browser keeps it: that is asked for elsewhere, or not at all. */
export function SecretField(props: PasswordInputProps) {
  return (
    <PasswordInput
      autoComplete="off"
      spellCheck={false}
      // Not set by Mantine for this kind of field.
      aria-invalid={Boolean(props.error)}
      // Without the label's words, so that the label finds the field alone.
      visibilityToggleButtonProps={{ "aria-label": "Show what was entered" }}
      visibilityToggleFocusable
      {...props}
    />
  );
}
