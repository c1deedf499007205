import type { RawUser } from './raw-user.ts';

/** What is told of a document while it is read. */
export interface DocumentListener {
  user(user: RawUser): void;
  /** An object that stands where users do, and has nothing of one; `name`: what it is called, where that is no name of a user. */
  other(name?: string): void;
  /** Cells of a row of an answer, by the name of the member. */
  loginEvent(cells: ReadonlyMap<string, string>): void;
  /** A list of login events begins: a page of a report, which may overlap with another. */
  loginPage(): void;
  /** The rows of an Analytics answer begin, with their columns first. */
  answerBegins(): void;
  /** The columns of an Analytics answer, by the name of the element, as they are headed. */
  column(name: string, heading: string): void;
  analyticsRow(cells: ReadonlyMap<string, string>): void;
  /** An Analytics answer is over; it says that it is the last one of its report, that it is not, or nothing. */
  answerEnds(isFinished: boolean | undefined): void;
  /** An answer that says what went wrong, with Alma's code for it. */
  errorAnswer(code: string): void;
  /** XML inside a text of JSON: how the Analytics interface answers in JSON. */
  xmlInside(text: string): void;
  /** How many users and login events have been told of, and how many records with those that could not be used. */
  soFar(): { users: number; events: number; records: number };
  /** The users since the given one are a page of so many. */
  page(total: number, from: number): void;
  facts: DocumentFacts;
}

/** What a document says of itself. */
export interface DocumentFacts {
  /** How many login events there are in all, by `total_record_count`. */
  loginTotal?: number;
  isVersion1?: boolean;
  isCodeTable?: boolean;
  /** A place for users, maybe without any. */
  hasUsers?: boolean;
  /** An answer with login events, maybe without any. */
  hasLogins?: boolean;
  isAnalytics?: boolean;
}
