import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../platform/say.ts';
import { Callout } from '../ui/controls.tsx';
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

const sections: readonly { readonly id: string; readonly Content: () => ComponentChildren }[] = [
  { id: 'institution', Content: InstitutionSection },
  { id: 'accounts', Content: AccountsSection },
  { id: 'people', Content: PeopleSection },
  { id: 'roles', Content: RolesSection },
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
          {sections.map(({ id, Content }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
              <h2 id={`${id}-title`}>{say(`options_${id}`)}</h2>
              <p class="intro">{say(`options_${id}_intro`)}</p>
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
