import { adoptSheet } from '../look/adopt-sheet.js';
import sheet from './charity.css?text';

// Only the pages of charities and operators need it, so it comes with them and not with the console's own sheet.
adoptSheet(sheet);
