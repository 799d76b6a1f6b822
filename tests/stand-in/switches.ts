/** A command line switch as Chromium would read it (`--name=value`). */
export const switchValue = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
