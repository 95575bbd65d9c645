/** 20 s without a touch: the first page is back, what was picked is not, and no sheet lies on the board. */
export const LEFT_ALONE_MS = 20_000;
