/* The one thread that writes the journal. For the module and its tests alone. */
#pragma once

#include <gio/gio.h>

#include "coach-journal-file-private.h"

G_BEGIN_DECLS

/**
 * CoachJournalWriteFunc:
 * @file: the connection, within a transaction
 * @data: what was given with it
 * @error: return location for an error
 *
 * Writes one thing. Called in the writer's thread, perhaps several times until it succeeds, so it
 * changes nothing but the file.
 *
 * Returns: whether it went well; else the transaction is rolled back
 */
typedef gboolean (*CoachJournalWriteFunc) (CoachJournalFile  *file,
                                           gpointer           data,
                                           GError           **error);

#define COACH_TYPE_JOURNAL_WRITER (coach_journal_writer_get_type ())
G_DECLARE_FINAL_TYPE (CoachJournalWriter, coach_journal_writer, COACH, JOURNAL_WRITER, GObject)

CoachJournalWriter *coach_journal_writer_new           (const char             *path);
void                coach_journal_writer_write         (CoachJournalWriter     *self,
                                                        CoachJournalWriteFunc   func,
                                                        gpointer                data,
                                                        GDestroyNotify          destroy);
guint               coach_journal_writer_get_n_pending (CoachJournalWriter     *self);
gboolean            coach_journal_writer_flush         (CoachJournalWriter     *self,
                                                        gint64                  patience_us,
                                                        GError                **error);
void                coach_journal_writer_drop          (CoachJournalWriter     *self);

G_END_DECLS
