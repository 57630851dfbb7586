import { json } from "./answer";
import { tokenOf } from "./requester";
import { type Route, route } from "./route";

/** Client-Server API, "Account management" and "Logout". Synapse serves both under every version of the API. */
export const authRoutes: readonly Route[] = ["r0", "v3"].flatMap((version) => [
  route({
    method: "GET",
    path: `/_matrix/client/${version}/account/whoami`,
    access: "account",
    run({ requester }) {
      const { name, is_guest } = requester();
      return json({ user_id: name, is_guest, device_id: "STANDIN" });
    },
  }),
  route({
    method: "POST",
    path: `/_matrix/client/${version}/logout`,
    access: "account",
    run(call) {
      call.server.store.revoke(tokenOf(call));
      return json({});
    },
  }),
]);
