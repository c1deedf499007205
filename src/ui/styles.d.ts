/** A style sheet that the build links to the page that imports it. */
declare module '*.css';

/** A style sheet as text, for adopting into a shadow root. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
