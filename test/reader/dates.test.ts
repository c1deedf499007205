import { describe, expect, test } from 'vitest';
import { type Order, orderOf, readDay } from '../../src/alma/dates.ts';

describe('reading a day', () => {
  test.each<[string, string]>([
    ['2027-12-31', '2027-12-31'],
    ['2027-12-31Z', '2027-12-31'],
    ['2027-12-31T00:00:00Z', '2027-12-31'],
    ['2027-12-31 23:59:59', '2027-12-31'],
    ['2027/03/04', '2027-03-04'],
    ['31/12/2027', '2027-12-31'],
    ['12/31/2027', '2027-12-31'],
    ['31.12.2027', '2027-12-31'],
    ['31-12-2027', '2027-12-31'],
    ['05/05/2027', '2027-05-05'],
    ['12/31/2027 11:59 PM', '2027-12-31'],
    ['12/31/2027 11:59:00 PM EST', '2027-12-31'],
    ['\u00a031/12/2027\u200e ', '2027-12-31'],
    ['4 Mar 2027', '2027-03-04'],
    ['04-MAR-2027', '2027-03-04'],
    ['Mar 4, 2027', '2027-03-04'],
    ['March 4th, 2027', '2027-03-04'],
    ['4. März 2027', '2027-03-04'],
    ['31. Dez. 2027', '2027-12-31'],
    ['1er août 2027', '2027-08-01'],
    ['3 févr. 2027', '2027-02-03'],
    ['9 juil. 2027', '2027-07-09'],
    ['4 de marzo de 2027', '2027-03-04'],
    ['5 ene 2027', '2027-01-05'],
    ['7 gennaio 2027', '2027-01-07'],
    ['8 ott 2027', '2027-10-08'],
  ])('%s is read without being told an order', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each<[string, Order | undefined]>([
    ['03/04/2027', undefined],
    ['03.04.2027', undefined],
    ['31/12/27', undefined],
    ['31/12/27', 'dmy'],
    ['12/31/2027', 'dmy'],
    ['31/12/2027', 'mdy'],
    ['31/12/2027', 'ymd'],
    ['31/02/2027', 'dmy'],
    ['32/01/2027', undefined],
    ['2027-13-01', undefined],
    ['2027-02-30', undefined],
    ['4 jui 2027', undefined],
    ['4 Ma 2027', undefined],
    ['4 Foo 2027', undefined],
    ['2027', undefined],
    ['20271231', undefined],
    ['31/12-2027', undefined],
    ['31/12/2027 (in 3 days)', undefined],
    ['today', undefined],
    ['1/2/3', undefined],
    ['', undefined],
  ])('%s in the order %s is never guessed', (text, order) => {
    expect(readDay(text, order)).toBeUndefined();
  });

  test.each<[string, Order, string]>([
    ['03/04/2027', 'dmy', '2027-04-03'],
    ['03/04/2027', 'mdy', '2027-03-04'],
    ['3.4.2027', 'dmy', '2027-04-03'],
    ['2027/03/04', 'ymd', '2027-03-04'],
    ['2027-03-04', 'mdy', '2027-03-04'],
  ])('%s in the order %s is %s', (text, order, day) => {
    expect(readDay(text, order)).toBe(day);
  });
});

describe('the order that a pattern tells', () => {
  test.each<[string, Order | undefined]>([
    ['MM/DD/YYYY', 'mdy'],
    ['dd/mm/yy', 'dmy'],
    ['yyyy-mm-dd', 'ymd'],
    ['TT.MM.JJJJ', 'dmy'],
    ['JJ/MM/AAAA', 'dmy'],
    ['GG/MM/AAAA', 'dmy'],
    ['DD/MM/AAAA', 'dmy'],
    ['dd/dd/yyyy', undefined],
    ['yyyy-dd-mm', undefined],
    ['Search', undefined],
    ['', undefined],
    ['mm/yyyy', undefined],
  ])('%s: %s', (pattern, order) => {
    expect(orderOf(pattern)).toBe(order);
  });
});
