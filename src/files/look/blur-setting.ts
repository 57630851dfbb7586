import { useLocalStorage } from "@mantine/hooks";

/** Whether pictures are blurred until pointed at, and how to change that on this device. On unless told otherwise. */
export const useBlurSetting = () =>
  useLocalStorage<boolean>({ key: "mediasweep.blur-pictures", defaultValue: true, getInitialValueInEffect: false });

/** Whether a picture is blurred: each asks for itself, so that none can be forgotten. */
export const useIsBlurred = (): boolean => useBlurSetting()[0];
