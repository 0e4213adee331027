/**
 * What one viewer is still to be sent. However slowly they read, that is at most the newest state, one heartbeat and
 * the end: a state that was not fetched gives way to a newer one.
 */
export class Mailbox<Letter> {
  #state: Letter | null = null;
  #heartbeat: Letter | null = null;
  #end: Letter | null = null;
  #isOver = false;
  #wake: (() => void) | null = null;

  putState(state: Letter): void {
    this.#state = state;
    this.#tell();
  }

  putHeartbeat(heartbeat: Letter): void {
    this.#heartbeat = heartbeat;
    this.#tell();
  }

  /** Nothing comes after it; what waits is still delivered. @param last what to say before, if anything */
  end(last: Letter | null): void {
    this.#end = last;
    this.#isOver = true;
    this.#tell();
  }

  /** Waits for something to send; null at the end. One reader at a time. */
  async next(): Promise<Letter | null> {
    for (;;) {
      const letter = this.#takeNext();
      if (letter !== null || this.#isOver) return letter;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #takeNext(): Letter | null {
    // A state says that the line is up as well as a heartbeat does, so the first of them need not wait for the other.
    const slots = [this.#heartbeat, this.#state, this.#end] as const;
    const [heartbeat, state, end] = slots;
    if (heartbeat !== null) this.#heartbeat = null;
    else if (state !== null) this.#state = null;
    else this.#end = null;
    return heartbeat ?? state ?? end;
  }

  #tell(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
