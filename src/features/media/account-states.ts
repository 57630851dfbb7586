import type { UserAccount } from "../../api/users";

/** What is special about an account; what a version does not tell is not said either way. */
export function accountStates(account: UserAccount): readonly { readonly text: string; readonly color: string }[] {
  const { isAdmin, isDeactivated, isLocked, isShadowBanned, isGuest } = account;
  return [
    ...(isAdmin ? [{ text: "Server admin", color: "lagoon" }] : []),
    ...(isDeactivated ? [{ text: "Deactivated", color: "gray" }] : []),
    ...(isLocked === true ? [{ text: "Locked", color: "orange" }] : []),
    ...(isShadowBanned === true ? [{ text: "Shadow-banned", color: "orange" }] : []),
    ...(isGuest === true ? [{ text: "Guest", color: "gray" }] : []),
  ];
}
