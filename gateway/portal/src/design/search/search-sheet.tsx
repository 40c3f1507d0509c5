import type { ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { Button } from '../base/button.js';
import { Close, Magnifier } from '../base/icons.js';

/** One thing that was found. */
export interface FoundItem {
  /** Unique among all groups. */
  readonly key: string;
  readonly text: string;
  /** What tells it from others of the name; null: nothing. */
  readonly about: string | null;
}

/** Things of one kind that were found. */
export interface FoundGroup {
  readonly title: string;
  readonly items: readonly FoundItem[];
}

interface SearchSheetProps {
  readonly label: string;
  readonly closeLabel: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly groups: readonly FoundGroup[];
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
  /** In the place of a list without anything in it. */
  readonly empty: ReactNode;
  /** What could not be searched; null: nothing. */
  readonly gap: ReactNode;
}

/**
 * A field over the page, and below it what is found: the arrows go through it while the field keeps the focus, Enter opens, Escape closes. On a
 * phone it fills the width at the top, so that the keyboard does not cover it.
 */
export function SearchSheet(props: SearchSheetProps) {
  const groups = props.groups.filter(({ items }) => items.length > 0);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      className="fixed inset-0 z-20 grid items-start justify-items-center bg-black/50 sm:pt-[10dvh]"
    >
      <Modal className="grid max-h-[85dvh] w-full overflow-hidden rounded-b-2xl bg-raised text-ink shadow-xl sm:max-w-xl sm:rounded-2xl">
        <Dialog aria-label={props.label} className="grid min-h-0 grid-rows-[auto_1fr] outline-none">
          <Autocomplete inputValue={props.text} onInputChange={props.onType}>
            <div className="flex items-center gap-1 border-b border-line p-2 pl-4">
              <Magnifier />
              <SearchField aria-label={props.label} autoFocus className="grow">
                <Input
                  placeholder={props.label}
                  className="min-h-target w-full bg-transparent px-2 text-lg outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
                />
              </SearchField>
              <Button variant="quiet" aria-label={props.closeLabel} onPress={props.onClose}>
                <Close />
              </Button>
            </div>
            <div className="grid gap-2 overflow-y-auto p-2">
              {props.gap}
              <ListBox
                aria-label={props.label}
                items={groups}
                selectionMode="none"
                onAction={(key) => props.onChoose(String(key))}
                renderEmptyState={() => <div className="p-3 text-soft">{props.empty}</div>}
                className="outline-none"
              >
                {(group) => (
                  <ListBoxSection id={group.title} className="pb-2">
                    <Header className="px-3 py-1 text-sm font-semibold text-soft">{group.title}</Header>
                    {group.items.map(({ key, text, about }) => (
                      <ListBoxItem
                        key={key}
                        id={key}
                        textValue={text}
                        className="grid min-h-target cursor-pointer content-center rounded-lg px-3 py-1 outline-none data-[focused]:bg-accent-soft data-[hovered]:bg-sunken"
                      >
                        <span>{text}</span>
                        {about !== null && <span className="text-sm text-soft">{about}</span>}
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                )}
              </ListBox>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
