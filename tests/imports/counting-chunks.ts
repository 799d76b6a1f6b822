/** Chunks of so many units, counted. */
export function countingChunks(units: number) {
  const chunks = {
    count: 0,
    mostUnits: () => {
      chunks.count += 1;
      return units;
    },
  };
  return chunks;
}
