// Style sheets are imported only for their effect: esbuild writes them beside the bundle that names them.
declare module '*.css';
// As text, for the shadow trees of the elements.
declare module '*.css?text' {
  const text: string;
  export default text;
}
// Drawings become files of their own; the import is their address.
declare module '*.svg' {
  const address: string;
  export default address;
}
