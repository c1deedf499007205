import { type Day, dayOf } from '../record/index.ts';
import { roleLists } from '../rules/standards/role-lists.ts';
import { type Totals, totalsFormat, totalsVersion } from '../totals/index.ts';

/** A consortium to practise with. */
export interface PracticeConsortium {
  readonly files: readonly { readonly name: string; readonly totals: Totals }[];
  /** The members that it expects; one of them has given nothing. */
  readonly expected: readonly string[];
  readonly limit: number;
}

const limitOfAll = 1100;

/** A made-up member: named users over the years under WRLC/CARLI (the newest last), its limit, those of whom it cannot be told, its policy. */
interface PracticeMember {
  name: string;
  named: readonly number[];
  limit: number | null;
  cannotTell: number;
  /** Absent: the consortium's own. */
  roleList?: string;
  /** Years since the newest figures. */
  late?: number;
}

const members: readonly PracticeMember[] = [
  { name: 'Amberfield University', named: [212, 224, 231, 218], limit: 225, cannotTell: 0 },
  { name: 'Birchwater College', named: [64, 61, 70, 74], limit: 70, cannotTell: 0 },
  {
    name: 'Copperhill Institute of Technology',
    named: [148, 155, 160, 171],
    limit: 175,
    cannotTell: 9,
    roleList: 'wrlc-carli',
  },
  {
    name: 'Dunlin Bay Community College',
    named: [38, 35, 36, 33],
    limit: 40,
    cannotTell: 0,
    roleList: 'ex-libris-2020',
  },
  { name: 'Elmsford Law Library', named: [27, 29], limit: null, cannotTell: 0 },
  {
    name: 'Fennimore State University',
    named: [301, 322, 318, 336],
    limit: 320,
    cannotTell: 4,
    roleList: 'wrlc-carli',
  },
  { name: 'Gorsewood School of Art', named: [19, 22, 21], limit: 25, cannotTell: 0, late: 1 },
  { name: 'Harrowgate Medical College', named: [88, 92, 97, 95], limit: 100, cannotTell: 0, roleList: 'patron-only' },
];
const missing = 'Ivybridge Theological Seminary';

/** Authorities leave out more or fewer roles: a share of the number under WRLC/CARLI, made up as all else. */
const shares: Readonly<Record<string, number>> = { 'wrlc-carli': 1, 'ex-libris-report': 1.04, 'patron-only': 1.12 };

function totalsOn(date: Day, member: PracticeMember, named: number, isNewest: boolean, consortium: string): Totals {
  const roleList = member.roleList ?? consortium;
  const byRoleList = Object.fromEntries(
    Object.keys(roleLists).map((list) => [list, Math.round(named * (shares[list] ?? 1.08))]),
  );
  const own = byRoleList[roleList] ?? named;
  const rows = own + 14;
  return {
    format: totalsFormat,
    version: totalsVersion,
    institution: member.name,
    date,
    policy: { name: member.roleList === undefined ? 'Example Consortium' : member.name, roleList },
    limit: member.limit,
    figures: {
      reportRows: rows,
      reportRowsWithoutExl: rows - 6,
      namedUsers: own,
      cannotTell: isNewest ? member.cannotTell : 0,
      protected: 8,
      afterDecisions: own - Math.round(own * 0.06),
    },
    byRoleList,
  };
}

/** The totals of made-up members, handed in over some years up to `today`, most of them by the consortium's role list. */
export function practiceConsortium(today: Day, roleList: string): PracticeConsortium {
  const year = Number(today.slice(0, 4)) - 1;
  const files = members.flatMap((member, at) =>
    member.named.map((named, index) => {
      const ago = member.named.length - 1 - index + (member.late ?? 0);
      // The newest in the weeks before today; those of earlier years in autumn.
      const date = (ago === 0 ? dayBefore(today, at * 3 + 1) : dayOf(year + 1 - ago, 11, 3 + at)) ?? today;
      const totals = totalsOn(date, member, named, index === member.named.length - 1, roleList);
      return { name: `${member.name} ${date}.json`, totals };
    }),
  );
  return { files, expected: [...members.map(({ name }) => name), missing], limit: limitOfAll };
}

function dayBefore(day: Day, days: number): Day | undefined {
  const date = new Date(Date.parse(day) - days * 86_400_000);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
