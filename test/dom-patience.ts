import { configure } from '@testing-library/preact';

// Nothing is timed: on a machine with other work, the second that the tool waits for a page to be drawn can be short.
configure({ asyncUtilTimeout: 60_000 });
