import { streamerMessages, type StreamerWords } from '../../text/console/streamer/messages.js';
import { pageLanguage } from '../language.js';

export const words = (): StreamerWords => streamerMessages[pageLanguage()];
