import { pad } from '../../dates/index';

/** "7.57", "20:56" */
export function clockIn(text: string): string | undefined {
  const match = /^(\d{1,2})[:.](\d\d)$/.exec(text);
  const [, hour = '', minute = ''] = match ?? [];
  return match && Number(hour) < 25 && Number(minute) < 60 ? `${pad(Number(hour))}:${minute}` : undefined;
}
