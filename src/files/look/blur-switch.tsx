import { Switch } from "@mantine/core";
import { useBlurSetting } from "./blur-setting";

/** Whether pictures are blurred until pointed at; on unless this device was told otherwise. */
export function BlurSwitch() {
  const [isBlurred, setBlurred] = useBlurSetting();
  return (
    <Switch
      label="Blur pictures until pointed at"
      checked={isBlurred}
      onChange={(event) => {
        setBlurred(event.currentTarget.checked);
      }}
    />
  );
}
