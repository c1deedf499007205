/** The four steps of a review, in their order; each is a section of the page. */
export const steps = ['files', 'see', 'decide', 'handover'] as const;
export type Step = (typeof steps)[number];
