import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import { paths } from "../../lib/paths";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";

/** Said where the address was cut or mistyped. */
export function NoUserInAddress() {
  return (
    <>
      <PageHeader title="No user" />
      <EmptyState title="This address names no user">
        <Anchor component={Link} to={paths.users()}>
          See all users
        </Anchor>
      </EmptyState>
    </>
  );
}
