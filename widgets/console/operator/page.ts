import { property } from 'lit/decorators.js';
import { operatorWords, type OperatorWords } from '../../text/console/operator/messages.js';
import type { PageContext } from '../area.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';

/** What the operator's pages have in common. */
export class OperatorPage extends LightElement {
  @property({ attribute: false }) context!: PageContext;

  protected get words(): OperatorWords {
    return operatorWords[pageLanguage()];
  }
}

/** Does something, says that it is done or why not, and whether it was. */
export async function done(work: () => Promise<unknown>, said: string, undo?: () => unknown): Promise<boolean> {
  try {
    await work();
    toast(said, undo ? { undo } : {});
    return true;
  } catch (error) {
    toast(refusalWords(error), { bad: true });
    return false;
  }
}
