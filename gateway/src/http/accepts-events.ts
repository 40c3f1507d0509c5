const EVENT_STREAM = 'text/event-stream';

/** Whether a client takes a stream of events. */
export function acceptsEvents(accept: string | undefined): boolean {
  // Nearly all requests end here.
  if (accept === undefined || !accept.toLowerCase().includes(EVENT_STREAM)) return false;
  return accept.split(',').some((range) => {
    const [name, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return name === EVENT_STREAM && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
