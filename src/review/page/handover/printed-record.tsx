import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { drawRecord } from './record-file.tsx';

/** Has the record drawn while the page is printed, and only then: it can hold thousands of rows. */
export function PrintedRecord() {
  const { desk } = useDesk();
  useEffect(() => {
    const place = document.getElementById('print');
    if (!place) return undefined;
    const before = () => {
      document.documentElement.dataset.printing = drawRecord(desk, place) ? 'record' : 'page';
    };
    const after = () => render(null, place);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [desk]);
  return null;
}
