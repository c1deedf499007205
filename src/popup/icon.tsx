import { type IconName, iconFrame, iconPath } from '../guidance/icons.ts';

/** The icon that the panel in Alma's page draws for the same thing. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg {...iconFrame} aria-hidden="true">
      <path {...iconPath(name)} />
    </svg>
  );
}
