import { expect, test } from "vitest";
import type { UserAccount } from "../../api/users";
import { accountStates } from "./account-states";

const plain: UserAccount = {
  userId: "@ann:x",
  displayName: null,
  avatarUrl: null,
  isAdmin: false,
  isDeactivated: false,
  isLocked: null,
  isShadowBanned: null,
  isGuest: null,
  appserviceId: null,
  createdMs: null,
};

test.each<[Partial<UserAccount>, readonly string[]]>([
  [{}, []],
  [{ isLocked: false, isShadowBanned: false, isGuest: false }, []],
  [{ isAdmin: true }, ["Server admin"]],
  [{ isDeactivated: true, isLocked: true }, ["Deactivated", "Locked"]],
  [{ isShadowBanned: true, isGuest: true }, ["Shadow-banned", "Guest"]],
])("an account with %j is said to be %j", (change, texts) => {
  expect(accountStates({ ...plain, ...change }).map(({ text }) => text)).toEqual(texts);
});
