'use client'

import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { ui } from '../words/ui'
import { Button, buttonLook } from './button'

interface ConfirmDialogProps {
  /** The words of the button that opens it. */
  open: string
  /** How that button looks. */
  look?: 'quiet' | 'primary'
  title: string
  /** What will happen, and what will not. */
  children: ReactNode
  confirm: string
  onConfirm: () => void
}

/** Asks once more before something that is hard to take back. */
export function ConfirmDialog({ open, look = 'quiet', title, children, confirm, onConfirm }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className={buttonLook(look)}>{open}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 bg-black/50" />
        <AlertDialog.Content className="fixed inset-x-4 top-1/2 mx-auto max-w-md -translate-y-1/2 rounded-lg border border-line bg-surface p-6 shadow-xl">
          <AlertDialog.Title className="font-semibold text-xl">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-2 text-muted">{children}</div>
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <AlertDialog.Cancel asChild>
              <Button>{ui.cancel}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button kind="danger" onClick={onConfirm}>
                {confirm}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
