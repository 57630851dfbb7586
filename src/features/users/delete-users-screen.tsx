import { Anchor, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { ReviewPanel } from "../../deletion/review/review-panel";
import { paths } from "../../lib/paths";
import { openReview, session } from "../../session/current";
import { pickedUsers } from "../../session/picked-users";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";
import { MOST_IN_LINK, deleteUsersSearch } from "./delete-users-search";

/** Starts reading while the screen's code is still on its way. */
export function loader({ request }: LoaderFunctionArgs): null {
  if (session.get().status !== "signed-in") return null;
  const userIds = chosenBy(new URL(request.url).searchParams);
  if (userIds.length > 0) openReview({ kind: "users", userIds });
  return null;
}

/** Those that the link names; those that are ticked where it names nobody. */
function chosenBy(search: URLSearchParams): readonly string[] {
  const named = deleteUsersSearch.parse(search);
  return named.length > 0 ? named : [...pickedUsers().get().keys()];
}

/** The screen that reviews everything several users have before it is deleted. */
export function Component() {
  const [search] = useSearchParams();
  // Another link is about others.
  return <UsersToDelete key={search.toString()} search={search} />;
}

function UsersToDelete({ search }: { readonly search: URLSearchParams }) {
  // Those of the loader for as long as this screen stays: nobody is ticked any more once a run has started.
  const [userIds] = useState(() => chosenBy(search));
  return userIds.length === 0 ? <NobodyChosen /> : <ReviewOfUsers userIds={userIds} />;
}

function ReviewOfUsers({ userIds }: { readonly userIds: readonly string[] }) {
  const [review] = useState(() => openReview({ kind: "users", userIds }));
  return (
    <ReviewPanel
      review={review}
      backTo={paths.users()}
      onStarted={() => {
        pickedUsers().clear();
      }}
    />
  );
}

const NobodyChosen = () => (
  <>
    <PageHeader title="Review" />
    <EmptyState title="This address names no users">
      <Text mb="sm">
        More than {MOST_IN_LINK} selected users are remembered by the tab they were selected in, until it is reloaded.
      </Text>
      <Anchor component={Link} to={paths.users()}>
        Select users
      </Anchor>
    </EmptyState>
  </>
);
