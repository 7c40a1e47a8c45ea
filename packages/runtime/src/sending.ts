/** While a request is made, gets each {@link Secret} that goes into it: only then is it text. */
export const sending: { tell?: ((value: string) => void) | undefined } = {};
