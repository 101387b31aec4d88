// `npm test` looks at each kind once, `npm run deep` at every combination.

export const isDeep = process.env.YIBAO_DEEP === "1";

/** All of them in `npm run deep`, otherwise the chosen places. */
export const some = (all, ...places) => (isDeep ? all : places.map((place) => all[place]));
