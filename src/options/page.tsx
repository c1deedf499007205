import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../platform/say.ts';
import { Callout } from '../ui/controls.tsx';
import { GoodToKnow } from './good-to-know.tsx';
import { SaveStatusBar } from './save-status.tsx';
import { AccountsSection } from './sections/accounts.tsx';
import { AdministratorsSection } from './sections/administrators.tsx';
import { GuardSection } from './sections/guard.tsx';
import { InstitutionSection } from './sections/institution.tsx';
import { PagesSection } from './sections/pages.tsx';
import { PeopleSection } from './sections/people.tsx';
import { PolicyFileSection } from './sections/policy-file.tsx';
import { ReviewSection } from './sections/review.tsx';
import { RolesSection } from './sections/roles.tsx';
import { RulesSection } from './sections/rules.tsx';
import { SettingsContext, useShownSettings } from './settings-context.ts';
import { useSectionInView } from './use-section-in-view.ts';
import { useSettings } from './use-settings.ts';

interface Section {
  readonly id: string;
  readonly Content: () => ComponentChildren;
  /** Keys of what is good to know before one decides here. */
  readonly toKnow?: readonly string[];
}

const sections: readonly Section[] = [
  {
    id: 'institution',
    Content: InstitutionSection,
    toKnow: ['about_account_types', 'about_account_type_choice', 'about_record_types', 'about_prefixes'],
  },
  { id: 'accounts', Content: AccountsSection, toKnow: ['about_do_not_touch', 'about_central_staff'] },
  {
    id: 'people',
    Content: PeopleSection,
    toKnow: ['about_generic_accounts', 'about_generic_history', 'about_internal_accounts', 'about_back_up_account'],
  },
  { id: 'roles', Content: RolesSection, toKnow: ['about_not_counted', 'about_role_profile'] },
  { id: 'rules', Content: RulesSection },
  { id: 'guard', Content: GuardSection },
  { id: 'review', Content: ReviewSection },
  { id: 'pages', Content: PagesSection },
  { id: 'file', Content: PolicyFileSection },
  { id: 'administrators', Content: AdministratorsSection },
];

/** The whole options page. Nothing is shown before the settings are read, so that no control ever shows a value that is not in force. */
export function OptionsPage() {
  const settings = useSettings();
  const isShown = settings !== undefined;
  useEffect(() => {
    if (isShown) showAddressed();
  }, [isShown]);
  if (!settings) return <main class="loading">{say('options_loading')}</main>;
  return (
    <SettingsContext.Provider value={settings}>
      <a class="skip" href="#settings">
        {say('options_skip')}
      </a>
      <header class="page-head">
        <img src="../../icons/48.png" alt="" width="36" height="36" />
        <div>
          <h1>{say('options_title')}</h1>
          <p class="hint">{say('extension_description')}</p>
        </div>
      </header>
      <div class="page">
        <SectionLinks />
        <main id="settings" tabIndex={-1}>
          <Problems />
          {sections.map(({ id, Content, toKnow }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
              <h2 id={`${id}-title`}>{say(`options_${id}`)}</h2>
              <p class="intro">{say(`options_${id}_intro`)}</p>
              {toKnow && <GoodToKnow texts={toKnow} />}
              <Content />
            </section>
          ))}
        </main>
      </div>
      <SaveStatusBar />
    </SettingsContext.Provider>
  );
}

/** Goes to the section or rule that the address names: it was not there yet when the browser looked for it. */
function showAddressed(): void {
  const addressed = document.getElementById(location.hash.slice(1));
  addressed?.scrollIntoView();
  addressed?.focus({ preventScroll: true });
}

function SectionLinks() {
  const inView = useSectionInView(sections.map(({ id }) => id));
  return (
    <nav aria-label={say('options_sections')}>
      <ul>
        {sections.map(({ id }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === inView ? 'true' : undefined}>
              {say(`options_${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Problems() {
  const { problems } = useShownSettings().inForce;
  if (problems.length === 0) return null;
  return (
    <Callout tone="warn">
      <h2>{say('options_problems')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Callout>
  );
}
