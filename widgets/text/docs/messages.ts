import type { Language } from '../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** The viewer's own words, by the names it gives them (openapi-explorer, languages/en.js). */
export interface ViewerWords {
  menu: Record<
    | 'menu'
    | 'filter'
    | 'search'
    | 'overview'
    | 'api-servers'
    | 'authentication'
    | 'operations'
    | 'components'
    | 'schemas'
    | 'callbacks',
    string
  >;
  headers: Record<'api-servers' | 'authentication', string>;
  overview: Record<'email' | 'terms-of-service', string>;
  'api-servers': Record<'server-variables' | 'selected', string>;
  authentication: Record<
    | 'auth-header'
    | 'no-api-key-applied'
    | 'username'
    | 'password'
    | 'requires'
    | 'in-auth-header'
    | 'set'
    | 'remove'
    | 'clear'
    | 'update'
    | 'get',
    string
  >;
  operations: Record<
    | 'request'
    | 'callback-request'
    | 'request-body'
    | 'model'
    | 'body'
    | 'form'
    | 'request-headers'
    | 'clear'
    | 'clear-response'
    | 'execute'
    | 'response'
    | 'response-headers'
    | 'example'
    | 'webhook'
    | 'deprecated'
    | 'callback-response'
    | 'response-status'
    | 'fetch-fail'
    | 'copy'
    | 'copied',
    string
  >;
  parameters: Record<'path' | 'string' | 'headers' | 'cookies' | 'samples', string>;
  schemas: Record<'collapse-desc' | 'expand-desc' | 'schema-missing', string>;
}

/** Every word of the page of the API's description; each language is checked against this type. */
export interface DocsMessages {
  title: string;
  lead: string;
  /** How a program says who it is. */
  keys: string;
  asFile: string;
  withoutScript: string;
  noAnswer: string;
  viewer: ViewerWords;
}

export const docsMessages: Readonly<Record<Language, DocsMessages>> = { en, 'zh-CN': zhCN };
