import { directive, Directive, type AttributePart } from 'lit/directive.js';

/** Sets `--part` for an attribute `data-part`: through the object model, because pages forbid style attributes. */
class Measure extends Directive {
  render(value: string | number): unknown {
    return value;
  }

  override update({ element, name }: AttributePart, [value]: [string | number]): unknown {
    (element as HTMLElement).style.setProperty(name.replace('data-', '--'), `${value}`);
    return value;
  }
}

export const measure = directive(Measure);
