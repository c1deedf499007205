/** Why something asked of the browser has no answer: none came in time. It may come later, or never. */
export class Late extends Error {}

/** The answer, if it comes within so many milliseconds; rejects with `Late` where none does, and as `asked` does where that rejects. */
export function inTime<T>(asked: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Late('No answer came in time.')), milliseconds);
    asked.then(resolve, reject).finally(() => clearTimeout(patience));
  });
}
