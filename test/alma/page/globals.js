// Functions that the texts of Alma's own scripts call. Here they do nothing: what those texts say is for readers of the page.
Object.assign(globalThis, {
  AlmaPageMetadata: { swap: () => {}, set: () => {} },
  calendarDateRangeRender: () => {},
  registerAutocomplete: () => {},
});
