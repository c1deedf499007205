import { useEffect, useState } from 'preact/hooks';

const narrow = '(max-width: 700px)';

/** Whether the window has room for two or three columns only. */
export function useNarrowWindow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const look = () => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return isNarrow;
}
