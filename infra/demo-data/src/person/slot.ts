import { random } from '../random.js';

/** Persons come in blocks of this size; every block holds exactly the same number of each kind of person. */
export const blockSize = 1000;

/** The persons at the head of the first block: all of them ASAN volunteers with several records. */
export const fixedPersonCount = 20;

/** The persons at the head of the first block who are elected creative volunteers. */
const fixedElectedCount = 2;

const programmeCount = 400;
const foreignerCount = 45;
const electedCount = 3;
const eligibleCount = 20;
const applicantCount = 52;

/** What a person's place within the block decides. */
export interface Slot {
  readonly inProgramme: boolean;
  readonly creative: 'registered' | 'eligible' | 'elected' | null;
  /** Set for the elected whose home is decided, so that every block elects from the capital and from the regions. */
  readonly region: 'capital' | 'region' | null;
  /** Never true of a person in the programme or of an applicant. */
  readonly foreign: boolean;
}

interface BlockPlaces {
  readonly block: number;
  readonly programme: readonly number[];
  readonly creative: readonly number[];
}

let latest: BlockPlaces | undefined;

/** The slot of a person. Costs two shuffles of the block unless the previous call was for the same block. */
export function slotOf(index: number): Slot {
  const block = Math.floor(index / blockSize);
  if (latest?.block !== block) {
    latest = {
      block,
      programme: placesIn(block, 'programme', fixedPersonCount),
      creative: placesIn(block, 'creative', fixedElectedCount),
    };
  }
  const position = index % blockSize;
  const programme = latest.programme[position] as number;
  const creative = latest.creative[position] as number;
  return {
    inProgramme: programme < programmeCount,
    creative: creativeStatusAt(creative),
    region: creative === 0 ? 'capital' : creative === 1 ? 'region' : null,
    foreign: programme >= blockSize - foreignerCount && creative >= applicantCount,
  };
}

function creativeStatusAt(place: number): Slot['creative'] {
  if (place < electedCount) return 'elected';
  if (place < eligibleCount) return 'eligible';
  return place < applicantCount ? 'registered' : null;
}

/** The place of each position in a shuffled order; in the first block the first `fixed` positions keep their places. */
function placesIn(block: number, order: string, fixed: number): number[] {
  const fixedCount = block === 0 ? fixed : 0;
  const positions = Array.from({ length: blockSize }, (_, position) => position);
  const shuffled = [
    ...positions.slice(0, fixedCount),
    ...random('slot', order, block).shuffle(positions.slice(fixedCount)),
  ];
  const places = Array.from({ length: blockSize }, () => 0);
  shuffled.forEach((position, place) => {
    places[position] = place;
  });
  return places;
}
