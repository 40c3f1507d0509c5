/** Decides what happens to a request whose time is over. */
export interface Expiry {
  /** Lets go of those whose time is over and returns for how many milliseconds others still wait; 0: nobody does. */
  expire(): number;
}
