/** A whole phone number as it is read out: a Chinese mobile in 3-4-4, any other as it stands. */
export const phoneGroups = (e164: string): string => e164.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');
