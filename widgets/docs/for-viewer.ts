/** As much of a description as is changed for the viewer. */
interface Description {
  info: object;
  components: { securitySchemes: Record<string, object> };
  paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>>;
}

/**
 * The description as the viewer shows it best: one field for a key, whichever kind it is, because both travel in the same
 * header; and the server that the page came from, whatever it calls itself.
 */
export function forViewer(description: Description, lang: string): Description {
  const { apiKey = {} } = description.components.securitySchemes;
  const paths = Object.entries(description.paths).map(([path, methods]) => {
    const operations = Object.entries(methods).map(([method, { security, ...operation }]) => [
      method,
      { ...operation, ...(security && { security: [{ key: [] }] }) },
    ]);
    return [path, Object.fromEntries(operations)];
  });
  return {
    ...description,
    ...{ servers: [{ url: location.origin }] },
    info: { ...description.info, 'x-locale': lang },
    components: { ...description.components, securitySchemes: { key: { ...apiKey, description: undefined } } },
    paths: Object.fromEntries(paths),
  };
}
