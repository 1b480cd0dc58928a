// Style sheets are imported only for their effect: esbuild writes them beside the bundle that names them.
declare module '*.css';
