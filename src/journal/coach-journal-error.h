#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachJournalError:
 * @COACH_JOURNAL_ERROR_DAMAGED: a file could not be understood; it was set aside, not deleted
 * @COACH_JOURNAL_ERROR_READ: a file is there and cannot be read
 * @COACH_JOURNAL_ERROR_PARTLY: a file was read, but for some of it, which stays in the file; what it
 *   may have said is read as the more careful thing
 * @COACH_JOURNAL_ERROR_NEWER: a file of a newer version was read, as far as this one understands it;
 *   the rest stays in the file
 * @COACH_JOURNAL_ERROR_WRITE: nothing can be written: the disk is full or the folder read-only
 * @COACH_JOURNAL_ERROR_FULL: the journal cannot be written: the disk is full
 * @COACH_JOURNAL_ERROR_LOCKED: another program has kept the journal locked for too long
 *
 * Why what is kept could not be read or written.
 */
typedef enum
{
  COACH_JOURNAL_ERROR_DAMAGED,
  COACH_JOURNAL_ERROR_READ,
  COACH_JOURNAL_ERROR_PARTLY,
  COACH_JOURNAL_ERROR_NEWER,
  COACH_JOURNAL_ERROR_WRITE,
  COACH_JOURNAL_ERROR_FULL,
  COACH_JOURNAL_ERROR_LOCKED,
} CoachJournalError;

#define COACH_JOURNAL_ERROR (coach_journal_error_quark ())
GQuark coach_journal_error_quark (void);

G_END_DECLS
