import { say } from '../../../platform/say.ts';
import { useDesk } from '../desk-context.ts';

interface ShowPeopleProps {
  readonly count: number;
  readonly keys: () => readonly string[];
  /** What the people have in common, for the table's heading and for the button's name. */
  readonly title: string;
  /** Names the button for tests: what its list is behind. */
  readonly action?: string;
}

/** A button that narrows the table to some people, and goes there. */
export function ShowPeople({ count, keys, title, action }: ShowPeopleProps) {
  const { narrow } = useDesk();
  const show = () => {
    narrow({ title, keys: new Set(keys()) });
    const table = document.getElementById('people');
    table?.scrollIntoView({ block: 'start' });
    table?.focus({ preventScroll: true });
  };
  return (
    <button
      type="button"
      class="plain show-people"
      data-list={action}
      aria-label={say('review_show_people_of', { count, title })}
      onClick={show}
    >
      {say('review_show_people', { count })}
    </button>
  );
}
