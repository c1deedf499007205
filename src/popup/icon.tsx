import { type IconName, iconFrame } from '../guidance/icons.ts';

/** The icon that the panel in Alma's page draws for the same thing. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg {...iconFrame(name)} aria-hidden="true">
      <path />
    </svg>
  );
}
