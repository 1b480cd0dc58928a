import { canvasOf, type OverlayOptions } from '../views/overlay/overlay-options.js';

const SETTLED_MS = 350;

/** The real overlay in its real size, made small: what stands here stands on the stream. */
export class Preview {
  readonly #canvas: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLElement, frame: HTMLIFrameElement) {
    this.#canvas = canvas;
    this.#frame = frame;
    canvas.classList.add('scaled');
    new ResizeObserver(() => this.#fit()).observe(canvas);
  }

  show(source: string, options: OverlayOptions): void {
    const { width, height } = canvasOf(options.layout);
    this.#canvas.style.setProperty('--width', `${width}`);
    this.#canvas.style.setProperty('--height', `${height}`);
    this.#frame.width = `${width}`;
    this.#frame.height = `${height}`;
    this.#fit();
    clearTimeout(this.#timer);
    // A colour that is being dragged changes many times a second; each would open a connection.
    this.#timer = setTimeout(() => {
      const { contentWindow } = this.#frame;
      if (contentWindow && contentWindow.location.href !== new URL(source, location.href).href)
        contentWindow.location.replace(source);
    }, SETTLED_MS);
  }

  #fit(): void {
    const wide = parseInt(this.#canvas.style.getPropertyValue('--width'), 10);
    this.#canvas.style.setProperty('--scale', `${this.#canvas.clientWidth / wide}`);
  }
}
