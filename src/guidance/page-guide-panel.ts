import type { GuidedScreen } from '../alma/screen.ts';
import { type Child, element } from './dom.ts';
import { icon } from './icons.ts';
import { adviceFor, pageKey } from './page-guide.ts';
import { more, paragraph, sentences, span } from './panel.ts';
import type { Advice, AdviceContext } from './role-change.ts';
import { authorityWords, inOurLanguage, systemWords } from './words.ts';

export interface GuideContext extends AdviceContext {
  readonly sandbox: boolean;
  /** Called when a person asks for the review, where the lists of a report belong. */
  readonly onReview: () => void;
}

/** Draws the guide of the page in view. */
export function drawGuide(screen: GuidedScreen, context: GuideContext): HTMLElement {
  const { policy, say, sandbox, onReview } = context;
  const { page } = screen;
  const key = `guide_${pageKey(page)}`;
  const values = { days: policy.loginWindowDays, authority: authorityWords(policy.roleList, say) };
  const panel = drawAdvice(say(`${key}_title`), adviceFor(screen, context), context, paragraph('', say(`${key}_lead`)));
  panel.setAttribute('data-guide', page);
  panel.append(
    more(say('guide_more'), sentences(say(`${key}_know`, values).split('\n')), paragraph('soft', say(`${key}_source`))),
    paragraph('soft sandbox', systemWords(sandbox, say)),
  );
  if (page === 'staff-login-report') {
    const button = element('button', { type: 'button' }, say('guide_review'));
    button.addEventListener('click', onReview);
    panel.append(button);
  }
  return panel;
}

/** Draws a short panel of sentences under a title; it bears the colour of the worst of them. */
export function drawAdvice(
  title: string,
  advice: readonly Advice[],
  { say }: AdviceContext,
  lead?: Child,
): HTMLElement {
  const level = ['stop', 'warn'].find((worst) => advice.some(({ severity }) => severity === worst)) ?? 'note';
  return element(
    'section',
    {
      class: 'panel guide',
      'data-level': level,
      ...inOurLanguage(say),
      'aria-label': title,
    },
    paragraph('title', title),
    lead,
    element(
      'div',
      { role: 'status' },
      ...advice.map(({ about, severity, text, rule }) =>
        element(
          'p',
          { class: 'line', 'data-check': about, 'data-severity': severity, 'data-rule': rule },
          icon(severity === 'fact' ? 'note' : severity),
          span('word', say(`guidance_severity_${severity}`)),
          span('text', text),
        ),
      ),
    ),
  );
}
