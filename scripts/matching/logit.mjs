// A conditional logit with "not there" as an answer (McFadden 1974): which of several candidates is right, or none. Fitted by L-BFGS
// (Nocedal 1980) with a penalty on the square of the weights, over numbers brought to one scale.

/**
 * @typedef {object} Choice one question
 * @property {readonly (readonly number[])[]} evidence the numbers of each candidate
 * @property {readonly boolean[]} right which candidates are right
 * @property {boolean} isThere whether any answer is; where none of the candidates is right then, nothing can be learnt
 * @property {number} weight
 */

const PENALTY = 6;
const STEPS = 80;
const MEMORY = 8;

/**
 * Weights for the numbers as they are. `constants` are the indices of those that are no measure.
 * @param {readonly Choice[]} choices
 * @param {readonly number[]} constants
 */
export function fit(choices, constants) {
  const size = choices.find(({ evidence }) => evidence.length > 0)?.evidence[0]?.length ?? 0;
  const rows = choices.flatMap(({ evidence }) => evidence);
  const [means, scales] = [new Float64Array(size), new Float64Array(size).fill(1)];
  for (let k = 0; k < size; k++) {
    if (constants.includes(k)) continue;
    const values = rows.map((row) => row[k] ?? 0);
    const mean = values.reduce((sum, value) => sum + value / values.length, 0);
    means[k] = mean;
    scales[k] = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0)) || 1;
  }
  const scaled = choices.map((choice) => ({
    ...choice,
    numbers: Float64Array.from(choice.evidence.flatMap((row) => row.map((value, k) => (value - (means[k] ?? 0)) / (scales[k] ?? 1)))),
  }));
  const weights = minimise(size, (at, gradient) => loss(scaled, at, gradient));
  const raw = Array.from(weights, (weight, k) => weight / (scales[k] ?? 1));
  const [first = 0] = constants;
  raw[first] = (raw[first] ?? 0) - raw.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0);
  return raw;
}

/**
 * @param {readonly (Choice & { numbers: Float64Array })[]} choices
 * @param {Float64Array} weights
 * @param {Float64Array} gradient is filled
 */
function loss(choices, weights, gradient) {
  const size = weights.length;
  let sum = 0;
  for (let k = 0; k < size; k++) {
    sum += (PENALTY / 2) * (weights[k] ?? 0) ** 2;
    gradient[k] = PENALTY * (weights[k] ?? 0);
  }
  for (const { numbers, right, isThere, weight } of choices) {
    if (isThere && !right.includes(true)) continue;
    const odds = right.map((_, i) => {
      let utility = 0;
      for (let k = 0; k < size; k++) utility += (weights[k] ?? 0) * (numbers[i * size + k] ?? 0);
      return Math.exp(utility);
    });
    const all = odds.reduce((total, odd) => total + odd, 1);
    const good = isThere ? odds.reduce((total, odd, i) => total + (right[i] ? odd : 0), 0) : 1;
    sum -= weight * Math.log(good / all);
    for (const [i, odd] of odds.entries()) {
      const pull = weight * (odd / all - (isThere && right[i] ? odd / good : 0));
      for (let k = 0; k < size; k++) gradient[k] = (gradient[k] ?? 0) + pull * (numbers[i * size + k] ?? 0);
    }
  }
  return sum;
}

/**
 * @param {number} size
 * @param {(at: Float64Array, gradient: Float64Array) => number} of
 */
function minimise(size, of) {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = of(at, gradient);
  /** @type {{ step: Float64Array, change: Float64Array, product: number }[]} */
  const past = [];
  for (let round = 0; round < STEPS; round++) {
    const direction = Float64Array.from(gradient);
    const shares = [];
    for (const { step, change, product } of past.toReversed()) {
      const share = dot(step, direction) / product;
      shares.push(share);
      addTo(direction, change, -share);
    }
    const last = past.at(-1);
    const scale = last ? last.product / dot(last.change, last.change) : 1 / (1 + Math.sqrt(dot(gradient, gradient)));
    for (let k = 0; k < size; k++) direction[k] = scale * (direction[k] ?? 0);
    for (const { step, change, product } of past) addTo(direction, step, (shares.pop() ?? 0) - dot(change, direction) / product);
    const slope = dot(gradient, direction);
    let [next, nextGradient, nextValue] = [at, gradient, value];
    for (let length = 1; length > 1e-5; length /= 2) {
      const tried = Float64Array.from(at, (number, k) => number - length * (direction[k] ?? 0));
      const triedGradient = new Float64Array(size);
      const triedValue = of(tried, triedGradient);
      if (triedValue > value - 1e-4 * length * slope) continue;
      [next, nextGradient, nextValue] = [tried, triedGradient, triedValue];
      break;
    }
    const step = Float64Array.from(next, (number, k) => number - (at[k] ?? 0));
    const change = Float64Array.from(nextGradient, (number, k) => number - (gradient[k] ?? 0));
    const product = dot(step, change);
    if (product > 1e-10) past.push({ step, change, product });
    if (past.length > MEMORY) past.shift();
    const isDone = value - nextValue < 1e-5 * Math.abs(value);
    [at, gradient, value] = [next, nextGradient, nextValue];
    if (isDone) break;
  }
  return at;
}

/** @param {Float64Array} a @param {Float64Array} b */
function dot(a, b) {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** @param {Float64Array} to @param {Float64Array} what @param {number} times */
function addTo(to, what, times) {
  for (let k = 0; k < to.length; k++) to[k] = (to[k] ?? 0) + times * (what[k] ?? 0);
}
