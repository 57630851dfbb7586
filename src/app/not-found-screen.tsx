import { Button, Text } from "@mantine/core";
import { Link } from "react-router";
import { paths } from "../lib/paths";
import { PageHeader } from "../ui/page-header";

/** Where a link leads nowhere. */
export function NotFoundScreen() {
  return (
    <>
      <PageHeader title="Page not found" />
      <Text mb="lg" maw="60ch">
        There is no page at this address. The link may be incomplete, or of another version of Mediasweep.
      </Text>
      <Button component={Link} to={paths.home()}>
        Go to the first page
      </Button>
    </>
  );
}
