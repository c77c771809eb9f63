/* What somebody may have meant. */
(function () {
  'use strict';

  const { search } = window.encyclopedia;

  /*
    How many letters must be changed, added, left out or exchanged with a neighbour to make one word of the other
    (optimal string alignment); more than `most` is told as `most + 1`.
  */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let above = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row++) {
      const current = [row];
      let least = row;
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1];
        let cost = Math.min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        current.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = above;
      above = current;
    }
    return Math.min(above[other.length], most + 1);
  }

  /* The nearest of the words at no more than that distance, first letters that are the same preferred; '' if none is. */
  function nearest(word, words, most) {
    let best = '';
    let least = most + 1;
    for (const other of words) {
      const cost = distance(word, other, most) + (other[0] === word[0] ? 0 : 0.5);
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  }

  Object.assign(search, { distance, nearest });
})();
