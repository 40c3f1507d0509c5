import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something to decide before going on: a sheet from below on a phone, a window in the middle of a desk. Escape closes it. */
export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-20 grid items-end justify-items-center bg-black/50 sm:items-center"
    >
      <Modal className="max-h-[90dvh] w-full overflow-y-auto rounded-t-2xl bg-raised text-ink shadow-xl sm:max-w-xl sm:rounded-2xl">
        <AriaDialog className="grid gap-4 p-5 outline-none">
          <Heading slot="title" className="text-xl font-semibold">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
