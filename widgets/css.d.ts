// Style sheets are imported only for their effect: esbuild writes them beside the bundle that names them.
declare module '*.css';
// As text, for the shadow trees of the elements.
declare module '*.css?text' {
  const text: string;
  export default text;
}
