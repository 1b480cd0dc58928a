import { adoptSheet } from '../../look/adopt-sheet.js';
import sheet from './webhooks.css?text';

// Few people ever open these pages; their rules come with them.
adoptSheet(sheet);
