import { Group, Text } from "@mantine/core";

/** The product's sign and name. */
export function ProductMark() {
  return (
    <Group gap={10} wrap="nowrap" component="span" display="inline-flex">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="8" fill="#106a7a" />
        <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
          <path d="M7 11h18" />
          <path d="M7 16.5h12" />
          <path d="M7 22h6" opacity=".55" />
        </g>
        <path
          d="M26.500 18.500c-1.200 3.800-4.300 6.500-8.300 7 .8-1.800 1.200-3.600 1.300-5.500 2.600.3 5-.200 7-1.500z"
          fill="#a5d4db"
        />
      </svg>
      <Text span fw={650} fz="lg">
        Mediasweep
      </Text>
    </Group>
  );
}
