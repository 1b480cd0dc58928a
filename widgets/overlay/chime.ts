import type { Alert } from '../views/overlay/overlay-shown.js';

/** Two soft bells, a fifth apart; a fall is told without a sound. */
const notesHz: Partial<Record<Alert['kind'], readonly number[]>> = {
  gift: [659.26, 987.77],
  gifts: [659.26, 987.77, 1318.51],
  test: [659.26, 987.77],
};
const milestoneHz = [523.25, 659.26, 783.99, 1046.5];

const loudness = 0.12;
const stepSeconds = 0.13;
const ringSeconds = 1.1;

/** Sounds made on the spot, so that nothing is loaded. Browsers allow them in OBS; elsewhere only after a click. */
export class Chime {
  #audio: AudioContext | undefined;

  ring(kind: Alert['kind'] | 'milestone'): void {
    const notes = kind === 'milestone' ? milestoneHz : notesHz[kind];
    if (!notes) return;
    this.#audio ??= new AudioContext();
    void this.#audio.resume();
    notes.forEach((hertz, place) => this.#bell(this.#audio!, hertz, place * stepSeconds));
  }

  #bell(audio: AudioContext, hertz: number, afterSeconds: number): void {
    const start = audio.currentTime + 0.02 + afterSeconds;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.type = 'sine';
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + ringSeconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + ringSeconds);
  }
}
