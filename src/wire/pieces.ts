/** What comes piece by piece, perhaps faster than it is read. Every AsyncIterable is one. */
export interface Pieces<Piece = Uint8Array> {
  [Symbol.asyncIterator](): PieceIterator<Piece>
}

/** For one reader. */
export interface PieceIterator<Piece = Uint8Array> extends AsyncIterator<Piece, unknown> {
  /**
   * The next piece if it is there already, without the promises that are most of the price of a small one. Undefined if it is not, or
   * if there is none: `next` tells.
   */
  ready?(): Piece | undefined
}
